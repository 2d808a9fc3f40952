import type { ScorePart, Scores } from "@frontrow/protocol/insight";
import { type CrowdState, createCrowd } from "./crowd.ts";
import { toTenths, toThousandths } from "./curve.ts";
import {
  actionsFor,
  type FactorCode,
  factorsOf,
  namedFactors,
  type OutlookName,
  outlookNames,
  outlookOf,
  weigh,
} from "./outlooks.ts";
import { measure, type PartCode, partsOf, type ScoreName, scoreNames } from "./parts.ts";
import { type Looked, type Sight, sightOf } from "./sight.ts";
import { beatUsual, createUsual, type UsualState } from "./usual.ts";

/** At each beat a score goes this share of the way to what is measured: half of it in 15 s, nine tenths in a minute. */
export const STEP = 0.2;
const WARM_BEATS = 12;
/** Five minutes of beats. */
const TREND_BEATS = 60;
const TREND_POINTS = 5;
const weights: Record<ScoreName, number> = { engagement: 0.3, reception: 0.25, energy: 0.25, retention: 0.2 };

/** Exponential moving averages of all that scores are made of; made with the first beat that shows enough. */
interface Levels {
  readonly points: Record<PartCode, number>;
  readonly values: Record<PartCode | FactorCode, number>;
  readonly strengths: Record<FactorCode, number>;
  readonly outlooks: Record<OutlookName, number>;
}

export interface ScoresState {
  readonly crowd: CrowdState;
  readonly usual: UsualState;
  levels: Levels | undefined;
  /** Engagement and energy after each beat of the last five minutes that was judged, oldest first. */
  engagement: number[];
  energy: number[];
  atMs: number;
  /** Grows with each beat that was judged. */
  version: number;
}

export const createScores = (): ScoresState => ({
  crowd: createCrowd(),
  usual: createUsual(),
  levels: undefined,
  engagement: [],
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
  state.levels ??= createLevels();
  moveParts(state.levels, sight);
  moveOutlooks(state.levels, sight);
  state.atMs = beatEndMs;
  state.version++;
  if (!isWarm(state)) return;
  remember(state.engagement, scoreOf(state, "engagement"));
  remember(state.energy, scoreOf(state, "energy"));
}

export const isWarm = ({ crowd }: ScoresState): boolean => crowd.seen >= WARM_BEATS;

/** A score is the sum of its parts as they are shown: so they add up to it. */
export function scoreOf({ levels }: ScoresState, score: ScoreName): number {
  return levels ? sumOf(levels, score) : 0;
}

export const entertainmentOf = (state: ScoresState): number =>
  toTenths(scoreNames.reduce((sum, score) => sum + weights[score] * scoreOf(state, score), 0));

export const outlookValue = ({ levels }: ScoresState, outlook: OutlookName): number =>
  levels ? toTenths(levels.outlooks[outlook]) : 0;

/** Points of engagement gained in the last five minutes, or since there was any. */
export const engagementTrend = ({ engagement }: ScoresState): number => toTenths((engagement.at(-1) ?? 0) - (engagement[0] ?? 0));

/** All scores, each with what explains it. */
export function scoresOf(state: ScoresState): Scores {
  const points = engagementTrend(state);
  const word = points >= TREND_POINTS ? "rising" : points <= -TREND_POINTS ? "falling" : "steady";
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
    trend: { word, points },
  };
}

const zeros = <C extends string>(codes: readonly C[]): Record<C, number> =>
  Object.fromEntries(codes.map((code) => [code, 0])) as Record<C, number>;

function createLevels(): Levels {
  const codes = scoreNames.flatMap((score) => partsOf[score].map(([code]) => code));
  const factors = outlookNames.flatMap((outlook) => factorsOf[outlook]);
  return {
    points: zeros(codes),
    values: zeros([...codes, ...factors]),
    strengths: zeros(factors),
    outlooks: zeros(outlookNames),
  };
}

const moved = (from: number, to: number): number => from + STEP * (to - from);

function moveParts({ points, values }: Levels, sight: Sight): void {
  const measured = measure(sight);
  for (const score of scoreNames) {
    for (const [code, max] of partsOf[score]) {
      points[code] = moved(points[code], max * measured[code].share);
      values[code] = toThousandths(measured[code].value);
    }
  }
}

function moveOutlooks(levels: Levels, sight: Sight): void {
  const { strengths, values, outlooks } = levels;
  const factors = weigh(sight, { energy: sumOf(levels, "energy"), reception: sumOf(levels, "reception") });
  for (const outlook of outlookNames) {
    for (const code of factorsOf[outlook]) {
      strengths[code] = moved(strengths[code], factors[code].strength);
      values[code] = toThousandths(factors[code].value);
    }
    // The value moves by itself: made of moved strengths it could jump further than one step.
    outlooks[outlook] = moved(outlooks[outlook], outlookOf(outlook, factors));
  }
}

const sumOf = ({ points }: Levels, score: ScoreName): number =>
  toTenths(partsOf[score].reduce((sum, [code]) => sum + toTenths(points[code]), 0));

function remember(history: number[], value: number): void {
  history.push(value);
  if (history.length > TREND_BEATS + 1) history.shift();
}

const shownParts = (levels: Levels | undefined, score: ScoreName): ScorePart[] =>
  partsOf[score].map(([code, max]) => ({
    code,
    value: levels?.values[code] ?? 0,
    points: toTenths(levels?.points[code] ?? 0),
    max,
  }));

function shownOutlook({ levels }: ScoresState, outlook: OutlookName): Scores["churnRisk"] {
  if (!levels) return { value: 0, factors: [], actions: [] };
  const { strengths, values, outlooks } = levels;
  const value = toTenths(outlooks[outlook]);
  return {
    value,
    factors: namedFactors(outlook, strengths).map((code) => ({
      code,
      strength: toThousandths(strengths[code]),
      value: values[code],
    })),
    actions: actionsFor(outlook, strengths, value),
  };
}
