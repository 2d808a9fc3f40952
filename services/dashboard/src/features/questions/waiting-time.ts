import { spoken } from "../../ui/format.ts";

const MINUTE_MS = 60_000;

/**
 * How long a question has waited, in event time: to the nearest ten seconds in its first minute, then in minutes. What ticks
 * every second in each row is not read, only seen.
 */
export function waitedText(waitedMs: number): string {
  const ms = Math.max(0, waitedMs);
  if (ms < 10_000) return "now";
  return spoken(ms < MINUTE_MS ? ms - (ms % 10_000) : ms);
}

/** Whether who asked may be about to leave for want of an answer: the more urgent, the sooner. */
export const hasWaitedLong = (waitedMs: number, priority: number): boolean => waitedMs >= (priority >= 4 ? 2 : 5) * MINUTE_MS;
