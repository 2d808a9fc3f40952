import type { LiveEvent } from "@frontrow/protocol/event";
import type { Control } from "@frontrow/protocol/session";

type DuplicatesFact = Extract<Control, { type: "duplicates" }>;

/** A storm of repetitions after a reconnect is one fact, not hundreds. */
const TOLD_EVERY_MS = 10_000;

/** What TikTok sent again and was dropped, until the log says how much. Pure: told what happened, in event time. */
export class Duplicates {
  private dropped: Record<string, number> = {};
  private toldMs = Number.NEGATIVE_INFINITY;

  drop(type: LiveEvent["type"]): void {
    this.dropped[type] = (this.dropped[type] ?? 0) + 1;
  }

  /** The fact to append now; undefined while nothing was dropped, and so soon after the one before. */
  due(atMs: number): DuplicatesFact | undefined {
    return atMs - this.toldMs < TOLD_EVERY_MS ? undefined : this.rest(atMs);
  }

  /** What was not told yet, however soon. */
  rest(atMs: number): DuplicatesFact | undefined {
    const { dropped } = this;
    if (Object.keys(dropped).length === 0) return undefined;
    this.dropped = {};
    this.toldMs = atMs;
    return { type: "duplicates", atMs, dropped };
  }
}
