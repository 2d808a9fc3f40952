import type { LiveEvent } from "@frontrow/protocol/event";

/** Minimum interval between two reports: so much of a log an owner reads back, and a report is some kilobytes. */
const BUSY_INTERVAL_MS = 20_000;
/** Maximum interval: a log is trimmed from its beginning, and must never be without a report. */
const QUIET_INTERVAL_MS = 300_000;
/** Some things are in no event: a question's own id, and what came before the session. Another owner knows them only from a report. */
const URGENT_INTERVAL_MS = 1_000;

/** Decides when the log is told what was seen. Pure: all times are event time. */
export class SeenReport {
  #reportedAtMs = Number.NEGATIVE_INFINITY;
  #firstAtMs: number | undefined;
  #hasNews = false;
  #isUrgent = true;

  onEvent({ type, atMs }: Pick<LiveEvent, "type" | "atMs">): void {
    this.#firstAtMs ??= atMs;
    this.#hasNews = true;
    if (type === "question") this.#isUrgent = true;
  }

  isDue(nowMs: number): boolean {
    if (this.#firstAtMs === undefined) return false;
    const sinceMs = nowMs - Math.max(this.#reportedAtMs, this.#firstAtMs);
    if (sinceMs >= QUIET_INTERVAL_MS) return true;
    return this.#hasNews && sinceMs >= (this.#isUrgent ? URGENT_INTERVAL_MS : BUSY_INTERVAL_MS);
  }

  onReported(atMs: number): void {
    this.#reportedAtMs = atMs;
    this.#hasNews = false;
    this.#isUrgent = false;
  }
}
