import type { trendWords } from "@frontrow/protocol/insight";
import type { ActivityState } from "../../activity.ts";
import { BEAT_MS } from "../../beat.ts";
import { type CrowdState, stretchOf } from "./crowd.ts";
import { saturated, toTenths } from "./curve.ts";
import { effortIn, HALF_MINUTE } from "./usual.ts";

/** Spans of 20 s: the last two minutes of them against up to eight minutes before, of which three must have been seen. */
const SPAN_BEATS = 4;
const SPAN_MS = SPAN_BEATS * BEAT_MS;
const NOW = 6;
const BEFORE = 24;
const LEAST_BEFORE = 9;
/** So many standard errors, and points, are no chance; until less than half of that is left it is the same movement. */
const ERRORS = 2.5;
const LEAST_POINTS = 5;
const OVER = 0.5;
/** The pace at three times the usual. */
const MOST = 0.75;
/** Before we know how much this broadcast swings from span to span: 8 points, which weigh as much as four spans. */
const SPREAD_PRIOR = 0.08 ** 2;
const PRIOR_SPANS = 4;

export type TrendWord = (typeof trendWords)[number];

/** Whether the audience does more than it did. */
export interface TrendState {
  /** When the last span ended. */
  atMs: number;
  /** Effort in each span since something was last missed, oldest first. */
  efforts: number[];
  word: TrendWord;
  /** What the pace gained, on a scale on which the usual is 50; 0 where chance explains it. */
  points: number;
}

export const createTrend = (): TrendState => ({ atMs: 0, efforts: [], word: "steady", points: 0 });

/** Once in 20 s, of beats that were judged: what was before a span that was missed, or not seen whole, is compared no more. */
export function beatTrend(
  state: TrendState,
  beatEndMs: number,
  { activity, crowd, usualPace }: { activity: ActivityState; crowd: CrowdState; usualPace: number },
): void {
  if (beatEndMs % SPAN_MS !== 0) return;
  if (state.atMs !== beatEndMs - SPAN_MS) forgetTrend(state);
  state.atMs = beatEndMs;
  if (stretchOf(crowd, SPAN_BEATS).seen < SPAN_BEATS) {
    forgetTrend(state);
    return;
  }
  state.efforts.push(effortIn(activity, SPAN_BEATS));
  if (state.efforts.length > NOW + BEFORE) state.efforts.shift();
  if (state.efforts.length < NOW + LEAST_BEFORE) return;
  compare(state, (usualPace * SPAN_BEATS) / HALF_MINUTE);
}

export function forgetTrend(state: TrendState): void {
  state.efforts = [];
  state.word = "steady";
  state.points = 0;
}

/**
 * The mean pace of the newest spans against that of those before, in standard errors of their difference (Welch's, with the
 * spread of the spans before for both, drawn toward what we expect). A span counts as one at three times the usual at most:
 * a single large gift is no movement of the audience.
 */
function compare(state: TrendState, usual: number): void {
  const { efforts } = state;
  const before = efforts.length - NOW;
  let sumBefore = 0;
  let squares = 0;
  let sumNow = 0;
  for (let at = 0; at < efforts.length; at++) {
    const pace = Math.min(MOST, saturated(efforts[at] as number, usual));
    if (at >= before) sumNow += pace;
    else {
      sumBefore += pace;
      squares += pace * pace;
    }
  }
  const mean = sumBefore / before;
  const spread = (PRIOR_SPANS * SPREAD_PRIOR + Math.max(0, squares - before * mean * mean)) / (PRIOR_SPANS + before - 1);
  const points = 100 * (sumNow / NOW - mean);
  const least = Math.max(LEAST_POINTS, ERRORS * 100 * Math.sqrt(spread / NOW + spread / before));
  state.word = wordOf(points, least, state.word);
  state.points = state.word === "steady" ? 0 : toTenths(points);
}

function wordOf(points: number, least: number, word: TrendWord): TrendWord {
  if (points >= least || (word === "rising" && points >= least * OVER)) return "rising";
  if (points <= -least || (word === "falling" && points <= -least * OVER)) return "falling";
  return "steady";
}
