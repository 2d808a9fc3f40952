/** What one read of a worker's heartbeat saw, on the observer's monotonic clock. */
export interface Reading {
  readonly beat: string;
  readonly askedAtMs: number;
  readonly answeredAtMs: number;
}

/** Since when an observer has seen a heartbeat unchanged, without having looked away. */
export interface Observation {
  readonly beat: string;
  readonly sinceMs: number;
  readonly untilMs: number;
}

/**
 * Adds a reading to what was observed. The observation begins anew when the beat has changed, and when the observer cannot
 * vouch for the time in between: it did not look for half a lease (it slept, or Redis did not answer), or the answer itself
 * took so long. Unreadable is not dead, for in that time the worker could not have beaten either.
 */
export function observe(before: Observation | undefined, reading: Reading, leaseMs: number): Observation {
  const { beat, askedAtMs, answeredAtMs } = reading;
  const longestMs = leaseMs / 2;
  const sawAll = before && answeredAtMs - askedAtMs <= longestMs && askedAtMs - before.untilMs <= longestMs;
  return { beat, sinceMs: sawAll && before.beat === beat ? before.sinceMs : answeredAtMs, untilMs: answeredAtMs };
}

/** Whether the beat stayed unchanged for a lease: from the end of the first read that saw it, to the last one. */
export const isSilent = (observation: Observation | undefined, leaseMs: number): boolean =>
  observation !== undefined && observation.untilMs - observation.sinceMs >= leaseMs;
