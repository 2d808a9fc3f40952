import type { RecordedMinute, RecordingTimeline } from "@frontrow/protocol/library/timeline";
import type { Point } from "../../live/series.ts";

export const MINUTE_MS = 60_000;

/** Totals whose growth in a minute is a rate. */
const rates = { chatsPerMinute: "chats", likesPerMinute: "likes", diamondsPerMinute: "diamonds" } as const;

/**
 * A recording's minutes as points of the charts, each at the end of its minute, where its numbers were true. A rate needs the total
 * a minute before: after a gap there is none until the next minute.
 */
export function minutePoints({ minutes = [], fromMs }: Pick<RecordingTimeline, "minutes" | "fromMs">): readonly Point[] {
  return minutes.map((minute, index) => {
    const { viewers, uniqueViewers, sentiment } = minute.metrics;
    const before = minutes[index - 1];
    const isFirst = before === undefined && minute.atMs - fromMs < MINUTE_MS;
    const isNext = before !== undefined && minute.atMs - before.atMs <= MINUTE_MS;
    return {
      atMs: minute.atMs + MINUTE_MS,
      // A count of zero before anybody was seen is no empty room: none was told yet.
      ...(viewers === undefined || (viewers === 0 && !uniqueViewers) ? {} : { viewers }),
      ...(sentiment === undefined ? {} : { sentiment }),
      ...(isNext ? ratesOf(minute, before) : isFirst ? ratesOf(minute, undefined) : {}),
    };
  });
}

function ratesOf({ metrics }: RecordedMinute, before: RecordedMinute | undefined): Partial<Point> {
  return Object.fromEntries(
    Object.entries(rates).map(([rate, total]) => [rate, Math.max(0, (metrics[total] ?? 0) - (before?.metrics[total] ?? 0))]),
  );
}

/** The points of a time before another one: what is drawn of a replay must not show what is still to come. */
export const pointsBefore = (points: readonly Point[], atMs: number): readonly Point[] =>
  points.filter((point) => point.atMs < atMs);
