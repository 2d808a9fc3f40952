import type { LiveEvent } from "@frontrow/protocol/event";
import type { Control } from "@frontrow/protocol/session";

type DuplicatesFact = Extract<Control, { type: "duplicates" }>;

/** Minimum interval between two reports: a storm of repetitions after a reconnect is one fact, not hundreds. */
const REPORT_INTERVAL_MS = 10_000;

/** Counts by type what TikTok sent again and was dropped, until it is reported in the log. Pure: all times are event time. */
export class Duplicates {
  #dropped: Record<string, number> = {};
  #reportedAtMs = Number.NEGATIVE_INFINITY;

  count(type: LiveEvent["type"]): void {
    this.#dropped[type] = (this.#dropped[type] ?? 0) + 1;
  }

  /** The report to append now; undefined while nothing was dropped, and too soon after the report before. */
  takeIfDue(atMs: number): DuplicatesFact | undefined {
    return atMs - this.#reportedAtMs < REPORT_INTERVAL_MS ? undefined : this.takeAll(atMs);
  }

  /** What was not reported yet, however soon. */
  takeAll(atMs: number): DuplicatesFact | undefined {
    const dropped = this.#dropped;
    if (Object.keys(dropped).length === 0) return undefined;
    this.#dropped = {};
    this.#reportedAtMs = atMs;
    return { type: "duplicates", atMs, dropped };
  }
}
