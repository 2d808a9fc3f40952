import { backoffMs } from "@frontrow/runtime/backoff";

/** A creator who sits before nobody for hours is looked up less and less often, down to this factor of the first time. */
const RAREST = 5;

/**
 * Decides when to look up a broadcast of which nothing comes but counts of viewers: TikTok may go on to count, though it is
 * over. Pure: all times are milliseconds of one monotonic clock.
 */
export class CountsOnlyRule {
  readonly #firstMs: number;
  readonly #random: () => number;
  #lookUps = 0;
  #dueAt: number;

  /** `firstMs`: how long there is nothing but counts before the first look-up; it comes up to half as much later. */
  constructor(firstMs: number, nowMs: number, random: () => number) {
    this.#firstMs = firstMs;
    this.#random = random;
    this.#dueAt = nowMs + this.#pauseMs();
  }

  onMessages(messages: readonly { readonly method: string }[], nowMs: number): void {
    if (messages.every(({ method }) => method === "WebcastRoomUserSeqMessage")) return;
    this.#lookUps = 0;
    this.#dueAt = nowMs + this.#pauseMs();
  }

  /** Whether a look-up is due; the next one then is later. */
  takeIfDue(nowMs: number): boolean {
    if (nowMs < this.#dueAt) return false;
    this.#lookUps += 1;
    this.#dueAt = nowMs + this.#pauseMs();
    return true;
  }

  #pauseMs(): number {
    const most = 1.5;
    const bounds = { firstMs: this.#firstMs * most, maxMs: this.#firstMs * most * RAREST, jitter: 1 - 1 / most };
    return backoffMs(this.#lookUps, bounds, this.#random);
  }
}
