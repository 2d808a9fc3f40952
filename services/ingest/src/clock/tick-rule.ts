/** A rate's window, or a streak's idle time, is open for this long after an event; then ticks may come more slowly. */
const BUSY_MS = 60_000;
const BUSY_TICK_MS = 1_000;
const QUIET_TICK_MS = 10_000;
/** Tolerance for a caller who comes about once a second: a little early is not too early. */
const SLACK_MS = 100;

/** Decides when a quiet source appends a tick, so that event time goes on. Pure: all times are event time. */
export class TickRule {
  #lastEventMs = Number.NEGATIVE_INFINITY;
  #lastAppendMs = Number.NEGATIVE_INFINITY;

  /** An event was appended, which tells the time, too. */
  onEvent(atMs: number): void {
    this.#lastEventMs = atMs;
    this.#lastAppendMs = atMs;
  }

  onTick(atMs: number): void {
    this.#lastAppendMs = atMs;
  }

  isDue(nowMs: number): boolean {
    const intervalMs = nowMs - this.#lastEventMs < BUSY_MS ? BUSY_TICK_MS : QUIET_TICK_MS;
    return nowMs - this.#lastAppendMs >= intervalMs - SLACK_MS;
  }
}
