export interface AdaptiveIntervalSettings {
  /** Used while there are few; twice and four times as long while there are many. */
  readonly shortestMs: number;
  /** Uses a second, of all who wait for the interval together, from which it doubles. */
  readonly manyPerSecond: number;
}

const LONGEST_STEP = 2;
const WINDOW_MS = 1_000;

/**
 * An interval that many wait for between two of what they do, the same for all of them: it doubles, and doubles once more, while
 * a process does many, so that more comes together in each. Judged each second. It halves again below a quarter of many: at half
 * the interval there are at most twice as many, which is not many, so it does not swing.
 */
export class AdaptiveInterval {
  readonly #settings: AdaptiveIntervalSettings;
  #step = 0;
  #uses = 0;
  #windowBeganAtMs = Number.NEGATIVE_INFINITY;

  constructor(settings: AdaptiveIntervalSettings) {
    this.#settings = settings;
  }

  get ms(): number {
    return this.#settings.shortestMs * 2 ** this.#step;
  }

  /** What the interval is for is done once, now by a monotonic clock. */
  onUse(nowMs: number): void {
    const elapsedMs = nowMs - this.#windowBeganAtMs;
    if (elapsedMs >= WINDOW_MS) {
      const perSecond = (this.#uses * 1000) / elapsedMs;
      if (perSecond > this.#settings.manyPerSecond) this.#step = Math.min(this.#step + 1, LONGEST_STEP);
      else if (perSecond < this.#settings.manyPerSecond / 4) this.#step = Math.max(this.#step - 1, 0);
      this.#windowBeganAtMs = nowMs;
      this.#uses = 0;
    }
    this.#uses += 1;
  }
}
