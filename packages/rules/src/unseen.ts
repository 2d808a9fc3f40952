/** TikTok ends a broadcast that is paused for longer: its resumption was lost. */
const MAX_PAUSE_MS = 600_000;
/** Spans remembered; the oldest are forgotten first. */
const MAX_SPANS = 100;

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Time in which an audience was not to be seen: gaps, pauses, and what is after the end. */
export class Unseen {
  readonly #spans: Span[] = [];
  #pausedAtMs: number | undefined;
  #endedAtMs = Number.POSITIVE_INFINITY;

  add(fromMs: number, toMs: number): void {
    this.#spans.push({ fromMs, toMs });
    if (this.#spans.length > MAX_SPANS) this.#spans.shift();
  }

  pause(atMs: number): void {
    this.#pausedAtMs ??= atMs;
  }

  resume(atMs: number): void {
    if (this.#pausedAtMs !== undefined) this.add(this.#pausedAtMs, Math.min(atMs, this.#pausedAtMs + MAX_PAUSE_MS));
    this.#pausedAtMs = undefined;
  }

  end(atMs: number): void {
    this.#endedAtMs = Math.min(this.#endedAtMs, atMs);
  }

  /** Whether a part of the time between two moments was not seen. */
  overlaps(fromMs: number, toMs: number): boolean {
    if (toMs > this.#endedAtMs) return true;
    if (this.#pausedAtMs !== undefined && this.#pausedAtMs < toMs && fromMs < this.#pausedAtMs + MAX_PAUSE_MS) return true;
    return this.#spans.some((span) => span.fromMs < toMs && fromMs < span.toMs);
  }
}

/** After so long without an event nothing of this moves any more. */
export const LONGEST_UNSEEN_S = MAX_PAUSE_MS / 1_000;
