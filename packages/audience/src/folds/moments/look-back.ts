import type { spikeLanes } from "@frontrow/protocol/insight";
import { ACTIVITY_BEATS, type ActivityState, activitySum, inBeats } from "../../activity.ts";
import { medianDeviation, medianOf } from "../../median.ts";
import type { CrowdState } from "../scores/crowd.ts";

export type Lane = (typeof spikeLanes)[number];

/** Of a normal distribution the standard deviation is so many median absolute deviations. */
const NORMAL = 1.4826;
/** What a lane's numbers are counted in: fewer than one of these more or less is no difference. */
const UNIT: Record<Lane, number> = { chats: 2, likes: 20, gifts: 2, diamonds: 50, shares: 1, follows: 1, joins: 4 };
/** Deviations from what is usual from which on a span stands out. */
export const STANDS_OUT = 6;
/** So that in a room in which nothing is usual, so much stands out. */
const leastIn = (lane: Lane): number => STANDS_OUT * UNIT[lane];

const TIMES_MEAN = 2;

/** A lane's mean in a span of so many beats, over the last fifteen minutes or as much of them as was seen. */
export const meanOf = (activity: ActivityState, { seen }: CrowdState, lane: Lane, beats: number): number =>
  (activitySum(activity, lane) / Math.max(beats, Math.min(seen, ACTIVITY_BEATS))) * beats;

/** Whether the newest span holds enough of a lane to be worth a look back: a mean costs far less than a median. */
export function isMany(activity: ActivityState, crowd: CrowdState, lane: Lane, beats: number): boolean {
  if (activitySum(activity, lane) < leastIn(lane)) return false;
  const value = inBeats(activity, lane, beats);
  return value >= leastIn(lane) && value >= TIMES_MEAN * meanOf(activity, crowd, lane, beats);
}

/** What the newest span holds of a lane, what is usual in such a span, and how far that is from it, in deviations. */
export interface Look {
  readonly lane: Lane;
  readonly value: number;
  readonly usual: number;
  readonly deviations: number;
}

/**
 * Compares with the median of the spans before, in robust deviations (Hampel's identifier, with the median absolute deviation
 * about the median), to which the square root of what is usual is added (counts vary by that much by chance: Poisson) and one
 * unit of the lane: a room in which the same thing happens all the time has no deviation at all, and one more is no spike. Of
 * what is less than usual the larger of the two counts, not their sum: nothing is as far as it goes, and audiences burst upward.
 */
export function lookBack(activity: ActivityState, lane: Lane, beats: number, spans: readonly number[]): Look {
  const value = inBeats(activity, lane, beats);
  const before = spans.map((ago) => inBeats(activity, lane, beats, ago));
  const usual = medianOf(before);
  const spread = NORMAL * medianDeviation(before, usual);
  const chance = Math.sqrt(usual);
  const deviation = (value < usual ? Math.max(spread, chance) : spread + chance) + UNIT[lane];
  return { lane, value, usual, deviations: (value - usual) / deviation };
}
