import type { spikeLanes } from "@frontrow/protocol/insight";
import { type ActivityState, inBeats } from "../../activity.ts";
import { medianDeviation, medianOf } from "../../median.ts";
import { type CrowdState, stretchOf } from "../scores/crowd.ts";

export type Lane = (typeof spikeLanes)[number];

const BEATS = 180;
/** Of a normal distribution the standard deviation is so many median absolute deviations. */
const NORMAL = 1.4826;
/** What a lane's numbers are counted in: fewer than one of these more or less is no difference. */
const UNIT: Record<Lane, number> = { chats: 2, likes: 20, gifts: 2, diamonds: 50, shares: 1, follows: 1, joins: 4 };
/** Deviations from what is usual from which on a span stands out. */
export const STANDS_OUT = 6;
/** So that in a room in which nothing is usual, so much stands out. */
export const leastIn = (lane: Lane): number => STANDS_OUT * UNIT[lane];

/** The spans before the newest that were seen whole, each by how many beats ago it ended. */
export const spansBefore = (crowd: CrowdState, beats: number): number[] => {
  const spans: number[] = [];
  for (let ago = beats; ago + beats <= BEATS; ago += beats) if (stretchOf(crowd, beats, ago).seen === beats) spans.push(ago);
  return spans;
};

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
 * unit of the lane: a room in which the same thing happens all the time has no deviation at all, and one more is no spike.
 */
export function lookBack(activity: ActivityState, lane: Lane, beats: number, spans: readonly number[]): Look {
  const value = inBeats(activity, lane, beats);
  const before = spans.map((ago) => inBeats(activity, lane, beats, ago));
  const usual = medianOf(before);
  const deviation = NORMAL * medianDeviation(before, usual) + Math.sqrt(usual) + UNIT[lane];
  return { lane, value, usual, deviations: (value - usual) / deviation };
}
