import type { trendWords } from "@frontrow/protocol/insight";
import { saturated, toTenths } from "../statistics.ts";
import { type ConcurrentViewersState, summarizeViewers } from "../viewers/concurrent-viewers.ts";
import type { ActivityState } from "../windows/activity.ts";
import { INTERVAL_MS } from "../windows/evaluation-interval.ts";
import { effortIn, HALF_MINUTE_INTERVALS } from "./baseline.ts";

/** Spans of 20 s: the last two minutes are compared with up to eight minutes before, of which three must have been observed. */
const SPAN_INTERVALS = 4;
const SPAN_MS = SPAN_INTERVALS * INTERVAL_MS;
const RECENT_SPANS = 6;
const EARLIER_SPANS = 24;
const MIN_EARLIER_SPANS = 9;
/** A change of this many standard errors, and points, is significant; it lasts until less than half of that is left. */
const STANDARD_ERRORS = 2.5;
const MIN_POINTS = 5;
const HYSTERESIS = 0.5;
/** Cap of a span's pace: that of three times the baseline. */
const MAX_PACE = 0.75;
/** Prior variance between spans, of 8 points, with the weight of four spans. */
const VARIANCE_PRIOR = 0.08 ** 2;
const PRIOR_SPANS = 4;

export type TrendWord = (typeof trendWords)[number];

/** Whether the audience does more than it did. */
export interface TrendState {
  /** When the last span ended. */
  atMs: number;
  /** Effort in each span since the last unobserved one, oldest first. */
  efforts: number[];
  word: TrendWord;
  /** Change of the pace, on a scale on which the baseline is 50; 0 where chance explains it. */
  points: number;
}

export const createTrend = (): TrendState => ({ atMs: 0, efforts: [], word: "steady", points: 0 });

/** At the end of each evaluated interval; compares every 20 s. A span that was not fully observed restarts the comparison. */
export function updateTrend(
  state: TrendState,
  intervalEndMs: number,
  {
    activity,
    concurrentViewers,
    baselinePace,
  }: { activity: ActivityState; concurrentViewers: ConcurrentViewersState; baselinePace: number },
): void {
  if (intervalEndMs % SPAN_MS !== 0) return;
  if (state.atMs !== intervalEndMs - SPAN_MS) resetTrend(state);
  state.atMs = intervalEndMs;
  if (summarizeViewers(concurrentViewers, SPAN_INTERVALS).observed < SPAN_INTERVALS) {
    resetTrend(state);
    return;
  }
  state.efforts.push(effortIn(activity, SPAN_INTERVALS));
  if (state.efforts.length > RECENT_SPANS + EARLIER_SPANS) state.efforts.shift();
  if (state.efforts.length < RECENT_SPANS + MIN_EARLIER_SPANS) return;
  compare(state, (baselinePace * SPAN_INTERVALS) / HALF_MINUTE_INTERVALS);
}

export function resetTrend(state: TrendState): void {
  state.efforts = [];
  state.word = "steady";
  state.points = 0;
}

/**
 * Compares the mean pace of the recent spans with that of the earlier ones, in standard errors of the difference (Welch's, with the
 * variance of the earlier spans for both, drawn toward a prior). The pace of a span is capped at that of three times the baseline:
 * a single large gift is no movement of the audience.
 */
function compare(state: TrendState, baseline: number): void {
  const { efforts } = state;
  const earlier = efforts.length - RECENT_SPANS;
  let sumEarlier = 0;
  let squares = 0;
  let sumRecent = 0;
  for (let at = 0; at < efforts.length; at++) {
    const pace = Math.min(MAX_PACE, saturated(efforts[at] as number, baseline));
    if (at >= earlier) sumRecent += pace;
    else {
      sumEarlier += pace;
      squares += pace * pace;
    }
  }
  const mean = sumEarlier / earlier;
  const variance = (PRIOR_SPANS * VARIANCE_PRIOR + Math.max(0, squares - earlier * mean * mean)) / (PRIOR_SPANS + earlier - 1);
  const points = 100 * (sumRecent / RECENT_SPANS - mean);
  const threshold = Math.max(MIN_POINTS, STANDARD_ERRORS * 100 * Math.sqrt(variance / RECENT_SPANS + variance / earlier));
  state.word = wordOf(points, threshold, state.word);
  state.points = state.word === "steady" ? 0 : toTenths(points);
}

function wordOf(points: number, threshold: number, word: TrendWord): TrendWord {
  if (points >= threshold || (word === "rising" && points >= threshold * HYSTERESIS)) return "rising";
  if (points <= -threshold || (word === "falling" && points <= -threshold * HYSTERESIS)) return "falling";
  return "steady";
}
