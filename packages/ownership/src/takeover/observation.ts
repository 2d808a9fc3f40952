/** What one read of a worker's heartbeat saw, on the observer's monotonic clock. */
export interface Reading {
  readonly heartbeat: string;
  readonly askedAtMs: number;
  readonly answeredAtMs: number;
}

/** The heartbeat of a report as it is compared; "" for a worker that has none any more. */
export const heartbeatOf = (report: { readonly heartbeat: string } | undefined): string => report?.heartbeat ?? "";

/** Since when an observer has seen a heartbeat unchanged, without a gap in its reads. */
export interface Observation {
  readonly heartbeat: string;
  readonly sinceMs: number;
  readonly untilMs: number;
}

/**
 * Adds a reading to what was observed. The observation begins anew when the heartbeat has changed, and when the observer cannot
 * vouch for the time in between: it read nothing for half a lease (it slept, or Redis did not answer), or the answer took that
 * time. Unreadable is not dead, for in that time the worker could not have sent a heartbeat either.
 */
export function observe(before: Observation | undefined, reading: Reading, leaseMs: number): Observation {
  const { heartbeat, askedAtMs, answeredAtMs } = reading;
  const longestMs = leaseMs / 2;
  const sawAll = before && answeredAtMs - askedAtMs <= longestMs && askedAtMs - before.untilMs <= longestMs;
  return { heartbeat, sinceMs: sawAll && before.heartbeat === heartbeat ? before.sinceMs : answeredAtMs, untilMs: answeredAtMs };
}

/** Whether the heartbeat stayed unchanged for a lease: from the end of the first read that saw it, to the last one. */
export const isSilent = (observation: Observation | undefined, leaseMs: number): boolean =>
  observation !== undefined && observation.untilMs - observation.sinceMs >= leaseMs;
