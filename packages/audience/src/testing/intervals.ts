import { type ConcurrentViewersState, createConcurrentViewers, recordViewers } from "../viewers/concurrent-viewers.ts";
import { type ActivityState, advanceActivity, countActivity, createActivity } from "../windows/activity.ts";
import { INTERVAL_MS } from "../windows/evaluation-interval.ts";

/** An evaluation interval: how many chats it has, and viewers at its end; undefined when it was not observed. */
export type Interval = { readonly chats?: number; readonly viewers?: number } | undefined;

/** A whole minute, so that what is updated once a minute is updated after whole minutes. */
const FIRST_END_MS = 1_200_000;

/** Activity and viewers after these intervals, and, before, after each of them. */
export function recordIntervals(
  intervals: readonly Interval[],
  each: (endMs: number, activity: ActivityState, concurrentViewers: ConcurrentViewersState) => void = () => {},
) {
  const activity = createActivity();
  const concurrentViewers = createConcurrentViewers();
  let endMs = FIRST_END_MS;
  for (const interval of intervals) {
    endMs += INTERVAL_MS;
    if (interval?.chats) countActivity(activity, "chats", endMs - 1, interval.chats);
    advanceActivity(activity, endMs);
    recordViewers(concurrentViewers, endMs, interval !== undefined, interval?.viewers);
    each(endMs, activity, concurrentViewers);
  }
  return { activity, concurrentViewers, endMs };
}

export const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
