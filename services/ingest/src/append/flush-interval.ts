/** From the shortest to the longest. */
const INTERVALS_MS = [50, 100, 200] as const;
/**
 * Entries a second from which they wait for each other longer. Whatever is in it, an entry costs Redis, its fold and its gateways some
 * 100 µs together: a tenth of a core at this rate (docs/performance.md).
 */
const MANY_PER_SECOND = 1_000;
/** From here on they wait less. A quarter: at half the interval there are at most twice as many, which is not many again. */
const FEW_PER_SECOND = MANY_PER_SECOND / 4;
const WINDOW_MS = 1_000;

/**
 * Minimum interval between two entries of a log, the same for all sessions of a process: 50 ms, and 100 and 200 while the process
 * appends many entries a second. It delays only sessions that are said something more often than that; TikTok's frames of most rooms
 * come less often.
 */
export class FlushInterval {
  #step = 0;
  #entries = 0;
  #windowBeganAtMs = Number.NEGATIVE_INFINITY;

  get ms(): number {
    return INTERVALS_MS[this.#step] as number;
  }

  /** An entry is appended now, by a monotonic clock. */
  onEntry(nowMs: number): void {
    const elapsedMs = nowMs - this.#windowBeganAtMs;
    if (elapsedMs >= WINDOW_MS) {
      const perSecond = (this.#entries * 1000) / elapsedMs;
      if (perSecond > MANY_PER_SECOND) this.#step = Math.min(this.#step + 1, INTERVALS_MS.length - 1);
      else if (perSecond < FEW_PER_SECOND) this.#step = Math.max(this.#step - 1, 0);
      this.#windowBeganAtMs = nowMs;
      this.#entries = 0;
    }
    this.#entries += 1;
  }
}
