/** A rate's window, or a streak's idle time, is open for so long after an event; then ticks may come more slowly. */
const BUSY_MS = 60_000;
const BUSY_TICK_MS = 1_000;
const QUIET_TICK_MS = 10_000;
/** The caller comes about once a second: a little early is not too early. */
const SLACK_MS = 100;

/** When a quiet source says that time goes on. Pure: told what happened, in event time. */
export class TickRule {
  private lastEventMs = Number.NEGATIVE_INFINITY;
  private lastToldMs = Number.NEGATIVE_INFINITY;

  /** An event was appended, which says what time it is, too. */
  happened(atMs: number): void {
    this.lastEventMs = atMs;
    this.lastToldMs = atMs;
  }

  told(atMs: number): void {
    this.lastToldMs = atMs;
  }

  isDue(nowMs: number): boolean {
    const everyMs = nowMs - this.lastEventMs < BUSY_MS ? BUSY_TICK_MS : QUIET_TICK_MS;
    return nowMs - this.lastToldMs >= everyMs - SLACK_MS;
  }
}
