import type { spikeLanes } from "@frontrow/protocol/insight";
import { medianDeviation, medianOf } from "../statistics.ts";
import type { ConcurrentViewersState } from "../viewers/concurrent-viewers.ts";
import { ACTIVITY_INTERVALS, type ActivityState, activityIn, activityTotal } from "../windows/activity.ts";

export type Lane = (typeof spikeLanes)[number];

/** Median absolute deviations in a standard deviation of a normal distribution. */
const NORMAL = 1.4826;
/** Resolution of each lane: a difference of less than one unit is none. */
const UNIT: Record<Lane, number> = { chats: 2, likes: 20, gifts: 2, diamonds: 50, shares: 1, follows: 1, joins: 4 };
/** Deviations from the baseline from which a span is an outlier. */
export const OUTLIER_DEVIATIONS = 6;
/** Smallest count that is an outlier in a room with a baseline of 0. */
const minimumOf = (lane: Lane): number => OUTLIER_DEVIATIONS * UNIT[lane];

const MIN_TIMES_MEAN = 2;

/** A lane's mean per span of `intervals` intervals, over the last fifteen minutes or as much of them as was observed. */
export const meanIn = (activity: ActivityState, { observed }: ConcurrentViewersState, lane: Lane, intervals: number): number =>
  (activityTotal(activity, lane) / Math.max(intervals, Math.min(observed, ACTIVITY_INTERVALS))) * intervals;

/** Whether the newest span of a lane can be an outlier upward: a cheap test by its mean, before medians are computed. */
export function mayBeOutlier(activity: ActivityState, viewers: ConcurrentViewersState, lane: Lane, intervals: number): boolean {
  if (activityTotal(activity, lane) < minimumOf(lane)) return false;
  const value = activityIn(activity, lane, intervals);
  return value >= minimumOf(lane) && value >= MIN_TIMES_MEAN * meanIn(activity, viewers, lane, intervals);
}

/** A lane's value in the newest span, its baseline, and the distance between them in robust deviations. */
export interface Deviation {
  readonly lane: Lane;
  readonly value: number;
  readonly baseline: number;
  readonly deviations: number;
}

/**
 * Compares the newest span with the median of the spans before, in robust deviations (Hampel's identifier, by the median absolute
 * deviation), plus the square root of the median (the chance variation of counts: Poisson) plus one unit of the lane. A room in
 * which the same happens all the time has no deviation at all, and one event more is no spike. Below the baseline the larger of the
 * first two counts, not their sum: a count cannot fall below 0, and audiences burst upward.
 */
export function deviationOf(activity: ActivityState, lane: Lane, intervals: number, spans: readonly number[]): Deviation {
  const value = activityIn(activity, lane, intervals);
  const before = spans.map((ago) => activityIn(activity, lane, intervals, ago));
  const baseline = medianOf(before);
  const spread = NORMAL * medianDeviation(before, baseline);
  const chance = Math.sqrt(baseline);
  const deviation = (value < baseline ? Math.max(spread, chance) : spread + chance) + UNIT[lane];
  return { lane, value, baseline, deviations: (value - baseline) / deviation };
}
