export interface AdaptiveIntervalSettings {
  /** Used while there are few; twice and four times as long while there are many. */
  readonly shortestMs: number;
  /** Occurrences a second, of all who wait for the interval together, above which it doubles. */
  readonly manyPerSecond: number;
}

const MAX_DOUBLINGS = 2;
const WINDOW_MS = 1_000;

/**
 * An interval that many wait for between two of what they do, the same for all of them: it doubles, and doubles once more, while
 * a process does many, so that more comes together in each. Judged with the first occurrence after each second. It halves again
 * below a quarter of many: at half the interval there are at most twice as many, which is not many, so it does not swing.
 */
export class AdaptiveInterval {
  readonly #settings: AdaptiveIntervalSettings;
  #doublings = 0;
  #occurrences = 0;
  #windowBeganAtMs = Number.NEGATIVE_INFINITY;

  constructor(settings: AdaptiveIntervalSettings) {
    this.#settings = settings;
  }

  get ms(): number {
    return this.#settings.shortestMs * 2 ** this.#doublings;
  }

  /** Counts one occurrence, at this time of a monotonic clock. */
  record(nowMs: number): void {
    const elapsedMs = nowMs - this.#windowBeganAtMs;
    if (elapsedMs >= WINDOW_MS) {
      const perSecond = (this.#occurrences * 1000) / elapsedMs;
      if (perSecond > this.#settings.manyPerSecond) this.#doublings = Math.min(this.#doublings + 1, MAX_DOUBLINGS);
      else if (perSecond < this.#settings.manyPerSecond / 4) this.#doublings = Math.max(this.#doublings - 1, 0);
      this.#windowBeganAtMs = nowMs;
      this.#occurrences = 0;
    }
    this.#occurrences += 1;
  }
}
