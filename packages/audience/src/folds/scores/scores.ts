import type { ScorePart, Scores } from "@frontrow/protocol/insight";
import { BEAT_MS } from "../../beat.ts";
import { type CrowdState, createCrowd, forgetGap } from "./crowd.ts";
import { toTenths, toThousandths } from "./curve.ts";
import {
  actionsFor,
  type FactorCode,
  factorCodes,
  namedFactors,
  type OutlookName,
  outlookNames,
  outlookOf,
  weigh,
} from "./outlooks.ts";
import { measure, partCodes, partsOf, type ScoreName, scoreNames } from "./parts.ts";
import { type Looked, type Sight, sightOf } from "./sight.ts";
import { beatTrend, createTrend, forgetTrend, type TrendState } from "./trend.ts";
import { beatUsual, createUsual, type UsualState } from "./usual.ts";

/** At each beat a score goes this share of the way to what is measured: half of it in 15 s, nine tenths in a minute. */
export const STEP = 0.2;
const ARRIVED = 1e-9;
const WARM_BEATS = 12;
/** Five minutes of beats. */
const ENERGY_BEATS = 60;
const weights: Record<ScoreName, number> = { engagement: 0.3, reception: 0.25, energy: 0.25, retention: 0.2 };

/** Exponential moving averages of all that scores are made of, each in its place; made with the first beat that shows enough. */
interface Levels {
  /** Of each part. */
  readonly points: Float64Array;
  /** What was measured last of each part, then of each factor. */
  readonly values: Float64Array;
  /** Of each factor. */
  readonly strengths: Float64Array;
  /** Of each outlook. */
  readonly outlooks: Float64Array;
}

export interface ScoresState {
  readonly crowd: CrowdState;
  readonly usual: UsualState;
  levels: Levels | undefined;
  readonly trend: TrendState;
  /** People active in five minutes, as of the last beat that was judged. */
  active: number;
  /** Energy after each beat of the last five minutes, oldest first; nothing from before beats that were not judged. */
  energy: number[];
  atMs: number;
  /** Grows with each beat that was judged. */
  version: number;
}

export const createScores = (): ScoresState => ({
  crowd: createCrowd(),
  usual: createUsual(),
  levels: undefined,
  trend: createTrend(),
  active: 0,
  energy: [],
  atMs: 0,
  version: 0,
});

/**
 * At the end of a beat that had a source: moves every score toward what is measured, and says what was seen. Scores hold, and
 * nothing is said, where too little of the last minute was seen: before, after and during gaps, and while a source begins.
 */
export function beatScores(
  state: ScoresState,
  looked: Looked,
  chances: Pick<Sight, "newGifters" | "nearest">,
  beatEndMs: number,
): void {
  beatUsual(state.usual, beatEndMs, looked.activity, state.crowd);
  const sight = sightOf(looked, state, chances);
  if (!sight) return;
  state.active = sight.active;
  state.levels ??= createLevels();
  moveParts(state.levels, sight);
  moveOutlooks(state.levels, sight);
  beatTrend(state.trend, beatEndMs, { activity: looked.activity, crowd: state.crowd, usualPace: sight.usualPace });
  if (state.atMs !== beatEndMs - BEAT_MS) state.energy = [];
  state.atMs = beatEndMs;
  state.version++;
  if (isWarm(state)) remember(state.energy, scoreOf(state, "energy"));
}

/** What a gap took was not seen after all, and what was before it is compared no more. */
export function forgetMissed(state: ScoresState, gap: { readonly fromMs: number; readonly toMs: number }): void {
  if (!forgetGap(state.crowd, gap)) return;
  forgetTrend(state.trend);
  state.energy = [];
  state.version++;
}

const isWarm = ({ crowd }: ScoresState): boolean => crowd.seen >= WARM_BEATS;

/** A score is the sum of its parts as they are shown: so they add up to it. */
export function scoreOf({ levels }: ScoresState, score: ScoreName): number {
  return levels ? sumOf(levels, score) : 0;
}

export const entertainmentOf = (state: ScoresState): number =>
  toTenths(scoreNames.reduce((sum, score) => sum + weights[score] * scoreOf(state, score), 0));

export const outlookValue = ({ levels }: ScoresState, outlook: OutlookName): number =>
  toTenths(levels?.outlooks[outlookNames.indexOf(outlook)] ?? 0);

/** Points of pace gained in the last two minutes over those before; 0 where too little was seen, or chance explains it. */
export const engagementTrend = ({ trend }: ScoresState): number => trend.points;

/** All scores, each with what explains it. */
export function scoresOf(state: ScoresState): Scores {
  const explained = (score: ScoreName) => ({ value: scoreOf(state, score), parts: shownParts(state.levels, score) });
  return {
    type: "scores",
    atMs: state.atMs,
    isWarm: isWarm(state),
    entertainment: entertainmentOf(state),
    engagement: explained("engagement"),
    reception: explained("reception"),
    energy: explained("energy"),
    retention: explained("retention"),
    churnRisk: shownOutlook(state, "churnRisk"),
    monetization: shownOutlook(state, "monetization"),
    trend: { word: state.trend.word, points: state.trend.points },
  };
}

const createLevels = (): Levels => ({
  points: new Float64Array(partCodes.length),
  values: new Float64Array(partCodes.length + factorCodes.length),
  strengths: new Float64Array(factorCodes.length),
  outlooks: new Float64Array(outlookNames.length),
});

/** One step of the way toward `target`; where next to nothing is left of it, all of it: so averages arrive. */
function move(levels: Float64Array, place: number, target: number): void {
  const left = (target - (levels[place] as number)) * (1 - STEP);
  levels[place] = Math.abs(left) < ARRIVED ? target : target - left;
}

function moveParts({ points, values }: Levels, sight: Sight): void {
  const measured = measure(sight);
  for (const score of scoreNames) {
    for (const [code, max, place] of partsOf[score]) {
      const { share, value } = measured[code];
      move(points, place, max * share);
      values[place] = value;
    }
  }
}

function moveOutlooks(levels: Levels, sight: Sight): void {
  const factors = weigh(sight, { energy: sumOf(levels, "energy"), reception: sumOf(levels, "reception") });
  for (const [place, code] of factorCodes.entries()) {
    const { strength, value } = factors[code];
    move(levels.strengths, place, strength);
    levels.values[partCodes.length + place] = value;
  }
  // The values move by themselves: made of moved strengths they could jump further than one step.
  for (const [place, outlook] of outlookNames.entries()) move(levels.outlooks, place, outlookOf(outlook, factors));
}

function sumOf({ points }: Levels, score: ScoreName): number {
  let sum = 0;
  for (const [, , place] of partsOf[score]) sum += toTenths(points[place] as number);
  return toTenths(sum);
}

function remember(history: number[], value: number): void {
  history.push(value);
  if (history.length > ENERGY_BEATS + 1) history.shift();
}

const shownParts = (levels: Levels | undefined, score: ScoreName): ScorePart[] =>
  partsOf[score].map(([code, max, place]) => ({
    code,
    value: toThousandths(levels?.values[place] ?? 0),
    points: toTenths(levels?.points[place] ?? 0),
    max,
  }));

function shownOutlook(state: ScoresState, outlook: OutlookName): Scores["churnRisk"] {
  const { levels } = state;
  if (!levels) return { value: 0, factors: [], actions: [] };
  const value = outlookValue(state, outlook);
  const strengths = Object.fromEntries(factorCodes.map((code, place) => [code, levels.strengths[place]])) as Record<
    FactorCode,
    number
  >;
  return {
    value,
    factors: namedFactors(outlook, strengths).map((code) => ({
      code,
      strength: toThousandths(strengths[code]),
      value: toThousandths(levels.values[partCodes.length + factorCodes.indexOf(code)] ?? 0),
    })),
    actions: actionsFor(outlook, strengths, value),
  };
}
