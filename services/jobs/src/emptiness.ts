/** Since when, by this process' monotonic clock, a desk was seen without members, and how often it had been joined. */
export interface Emptiness {
  readonly sinceMs: number;
  readonly joins: number;
}

export interface Look {
  readonly nowMs: number;
  /** Living gateways that say they have sockets on the desk. */
  readonly members: number;
  readonly joins: number;
}

/**
 * Adds a look at a desk. A desk that was joined since the last look was not empty all the while, even if it is now: the
 * time begins anew. Nothing else counts, not how often or how late we look.
 */
export function lookAt(before: Emptiness | undefined, { nowMs, members, joins }: Look): Emptiness | undefined {
  if (members > 0) return undefined;
  return before?.joins === joins ? before : { sinceMs: nowMs, joins };
}

export const isOverdue = (emptiness: Emptiness | undefined, nowMs: number, afterMs: number): boolean =>
  emptiness !== undefined && nowMs - emptiness.sinceMs >= afterMs;
