/** A time in which a desk had no members, as seen by one process. */
export interface IdlePeriod {
  /** Its begin on this process' monotonic clock. */
  readonly sinceMs: number;
  /** How often the desk had been joined by then. */
  readonly joins: number;
}

export interface MemberCount {
  readonly nowMs: number;
  /** Living gateways that say they have sockets on the desk. */
  readonly members: number;
  readonly joins: number;
}

/**
 * The idle period after one more count of a desk's members; undefined while somebody is there. A desk that was joined since
 * the count before was not idle all the while, even if it is now: the period begins anew. Nothing else matters, not how often
 * or how late members are counted.
 */
export function idleAfter(before: IdlePeriod | undefined, { nowMs, members, joins }: MemberCount): IdlePeriod | undefined {
  if (members > 0) return undefined;
  return before?.joins === joins ? before : { sinceMs: nowMs, joins };
}

/** Whether the period has lasted for `limitMs`. */
export const hasExpired = (idle: IdlePeriod | undefined, nowMs: number, limitMs: number): boolean =>
  idle !== undefined && nowMs - idle.sinceMs >= limitMs;
