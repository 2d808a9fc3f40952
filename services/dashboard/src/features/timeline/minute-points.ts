import type { RecordedMinute, RecordingTimeline } from "@frontrow/protocol/library/timeline";
import type { Point } from "../../live/series.ts";

const MINUTE_MS = 60_000;
/** A rate of a shorter time would say more than was counted. */
const LEAST_MS = 30_000;

/** Totals whose growth is a rate. */
const rates = { chatsPerMinute: "chats", likesPerMinute: "likes", diamondsPerMinute: "diamonds" } as const;
const none: RecordedMinute["metrics"] = { chats: 0, likes: 0, diamonds: 0 };

/**
 * A recording's minutes as points of the charts, each when its numbers were true: at the last thing that happened in the minute. A
 * rate needs the totals of the minute before: after a gap there is none until the next.
 */
export function minutePoints({ minutes = [], fromMs }: Pick<RecordingTimeline, "minutes" | "fromMs">): readonly Point[] {
  const begin: RecordedMinute = { atMs: fromMs, metrics: none };
  return minutes.map((minute, index) => {
    const { viewers, uniqueViewers, sentiment } = minute.metrics;
    const before = minutes[index - 1] ?? begin;
    const isNext = minuteOf(minute.atMs) - minuteOf(before.atMs) <= 1;
    return {
      atMs: minute.atMs,
      // A count of zero before anybody was seen is no empty room: none was told yet.
      ...(viewers === undefined || (viewers === 0 && !uniqueViewers) ? {} : { viewers }),
      ...(sentiment === undefined ? {} : { sentiment }),
      ...(isNext ? ratesOf(minute, before) : {}),
    };
  });
}

const minuteOf = (atMs: number): number => Math.floor(atMs / MINUTE_MS);

function ratesOf(minute: RecordedMinute, before: RecordedMinute): Partial<Point> {
  const perMinute = MINUTE_MS / Math.max(LEAST_MS, minute.atMs - before.atMs);
  return Object.fromEntries(
    Object.entries(rates).flatMap(([rate, total]) => {
      const [now, then] = [minute.metrics[total], before.metrics[total]];
      return now === undefined || then === undefined ? [] : [[rate, Math.max(0, now - then) * perMinute]];
    }),
  );
}

/** The points of a time before another one: what is drawn of a replay must not show what is still to come. */
export const pointsBefore = (points: readonly Point[], atMs: number): readonly Point[] =>
  points.filter((point) => point.atMs < atMs);
