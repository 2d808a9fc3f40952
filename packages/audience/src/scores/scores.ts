import type { ScorePart, Scores } from "@frontrow/protocol/insight";
import { toTenths, toThousandths } from "../statistics.ts";
import type { ConcurrentViewersState } from "../viewers/concurrent-viewers.ts";
import { INTERVAL_MS } from "../windows/evaluation-interval.ts";
import { type BaselineState, createBaseline, updateBaseline } from "./baseline.ts";
import {
  actionsFor,
  type FactorCode,
  type ForecastName,
  factorCodes,
  forecastNames,
  forecastOf,
  measureFactors,
  namedFactors,
} from "./forecasts.ts";
import { type Observation, type Opportunities, observe, type ScoreInputs } from "./observation.ts";
import { measure, partCodes, partsOf, type ScoreName, scoreNames } from "./parts.ts";
import { createTrend, resetTrend, type TrendState, updateTrend } from "./trend.ts";

/** Smoothing factor of the moving averages per interval: half of a change arrives in 15 s, nine tenths in 50 s. */
export const SMOOTHING = 0.2;
const CONVERGED_WITHIN = 1e-9;
const WARM_UP_INTERVALS = 12;
/** Intervals in five minutes. */
const ENERGY_INTERVALS = 60;
const weights: Record<ScoreName, number> = { engagement: 0.3, reception: 0.25, energy: 0.25, retention: 0.2 };

/** Exponential moving averages of parts, factors and forecasts, by index; allocated with the first observation. */
interface Averages {
  /** Of each part's points. */
  readonly points: Float64Array;
  /** Last measured values, not averaged: of each part, then of each factor. */
  readonly values: Float64Array;
  /** Of each factor. */
  readonly strengths: Float64Array;
  /** Of each forecast. */
  readonly forecasts: Float64Array;
}

export interface ScoresState {
  readonly baseline: BaselineState;
  averages: Averages | undefined;
  readonly trend: TrendState;
  /** Viewers active in five minutes, as of the last evaluated interval. */
  active: number;
  /** Energy after each interval of the last five minutes, oldest first; restarted by an interval that was not evaluated. */
  energy: number[];
  atMs: number;
  /** Grows with each evaluated interval. */
  version: number;
}

export const createScores = (): ScoresState => ({
  baseline: createBaseline(),
  averages: undefined,
  trend: createTrend(),
  active: 0,
  energy: [],
  atMs: 0,
  version: 0,
});

/**
 * At the end of an interval with a source: moves every score toward what was measured. Scores hold where too little of the last
 * minute was observed: around gaps, and while a source begins.
 */
export function evaluateScores(
  state: ScoresState,
  inputs: ScoreInputs,
  opportunities: Opportunities,
  intervalEndMs: number,
): void {
  const { activity, concurrentViewers } = inputs;
  updateBaseline(state.baseline, intervalEndMs, activity, concurrentViewers);
  const observation = observe(inputs, state, opportunities);
  if (!observation) return;
  state.active = observation.active;
  state.averages ??= createAverages();
  smoothParts(state.averages, observation);
  smoothForecasts(state.averages, observation);
  updateTrend(state.trend, intervalEndMs, { activity, concurrentViewers, baselinePace: observation.baselinePace });
  if (state.atMs !== intervalEndMs - INTERVAL_MS) state.energy = [];
  state.atMs = intervalEndMs;
  state.version++;
  if (isWarm(concurrentViewers)) appendEnergy(state.energy, scoreOf(state, "energy"));
}

/** Restarts every comparison with what was before: a gap took part of it. */
export function restartComparisons(state: ScoresState): void {
  resetTrend(state.trend);
  state.energy = [];
  state.version++;
}

const isWarm = ({ observed }: ConcurrentViewersState): boolean => observed >= WARM_UP_INTERVALS;

/** The sum of the score's parts as they are shown, rounded, so that they add up to it. */
export function scoreOf({ averages }: ScoresState, score: ScoreName): number {
  return averages ? sumOf(averages, score) : 0;
}

export const entertainmentOf = (state: ScoresState): number =>
  toTenths(scoreNames.reduce((sum, score) => sum + weights[score] * scoreOf(state, score), 0));

export const forecastValue = ({ averages }: ScoresState, forecast: ForecastName): number =>
  toTenths(averages?.forecasts[forecastNames.indexOf(forecast)] ?? 0);

/** Points of pace gained in the last two minutes over those before; 0 where too little was observed, or chance explains it. */
export const engagementTrend = ({ trend }: ScoresState): number => trend.points;

/** All scores, each with its explanation. */
export function scoresOf({
  scores: state,
  concurrentViewers,
}: {
  readonly scores: ScoresState;
  readonly concurrentViewers: ConcurrentViewersState;
}): Scores {
  const explained = (score: ScoreName) => ({ value: scoreOf(state, score), parts: explainedParts(state.averages, score) });
  return {
    type: "scores",
    atMs: state.atMs,
    isWarm: isWarm(concurrentViewers),
    entertainment: entertainmentOf(state),
    engagement: explained("engagement"),
    reception: explained("reception"),
    energy: explained("energy"),
    retention: explained("retention"),
    churnRisk: explainedForecast(state, "churnRisk"),
    monetization: explainedForecast(state, "monetization"),
    trend: { word: state.trend.word, points: state.trend.points },
  };
}

const createAverages = (): Averages => ({
  points: new Float64Array(partCodes.length),
  values: new Float64Array(partCodes.length + factorCodes.length),
  strengths: new Float64Array(factorCodes.length),
  forecasts: new Float64Array(forecastNames.length),
});

/** Moves an average one step toward `target`, and onto it from close by: so averages converge, and a silent room stops changing. */
function smooth(averages: Float64Array, index: number, target: number): void {
  const remaining = (target - (averages[index] as number)) * (1 - SMOOTHING);
  averages[index] = Math.abs(remaining) < CONVERGED_WITHIN ? target : target - remaining;
}

function smoothParts({ points, values }: Averages, observation: Observation): void {
  const measured = measure(observation);
  for (const score of scoreNames) {
    for (const [code, max, index] of partsOf[score]) {
      const { share, value } = measured[code];
      smooth(points, index, max * share);
      values[index] = value;
    }
  }
}

function smoothForecasts(averages: Averages, observation: Observation): void {
  const factors = measureFactors(observation, { energy: sumOf(averages, "energy"), reception: sumOf(averages, "reception") });
  for (const [index, code] of factorCodes.entries()) {
    const { strength, value } = factors[code];
    smooth(averages.strengths, index, strength);
    averages.values[partCodes.length + index] = value;
  }
  // Forecasts are averaged themselves: computed from averaged strengths they could move by more than one step.
  for (const [index, forecast] of forecastNames.entries()) smooth(averages.forecasts, index, forecastOf(forecast, factors));
}

function sumOf({ points }: Averages, score: ScoreName): number {
  let sum = 0;
  for (const [, , index] of partsOf[score]) sum += toTenths(points[index] as number);
  return toTenths(sum);
}

function appendEnergy(history: number[], value: number): void {
  history.push(value);
  if (history.length > ENERGY_INTERVALS + 1) history.shift();
}

const explainedParts = (averages: Averages | undefined, score: ScoreName): ScorePart[] =>
  partsOf[score].map(([code, max, index]) => ({
    code,
    value: toThousandths(averages?.values[index] ?? 0),
    points: toTenths(averages?.points[index] ?? 0),
    max,
  }));

function explainedForecast(state: ScoresState, forecast: ForecastName): Scores["churnRisk"] {
  const { averages } = state;
  if (!averages) return { value: 0, factors: [], actions: [] };
  const value = forecastValue(state, forecast);
  const strengths = Object.fromEntries(factorCodes.map((code, index) => [code, averages.strengths[index]])) as Record<
    FactorCode,
    number
  >;
  return {
    value,
    factors: namedFactors(forecast, strengths).map((code) => ({
      code,
      strength: toThousandths(strengths[code]),
      value: toThousandths(averages.values[partCodes.length + factorCodes.indexOf(code)] ?? 0),
    })),
    actions: actionsFor(forecast, strengths, value),
  };
}
