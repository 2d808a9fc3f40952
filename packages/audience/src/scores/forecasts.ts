import { noisyOr, saturated, within01 } from "../statistics.ts";
import type { Observation } from "./observation.ts";
import { relativeToBaseline, shrunkSentiment, shrunkToxicity, viewerChange } from "./parts.ts";

/** Loss of viewers in five minutes at which the factor is at its full strength. */
const FALLING_FULL = 0.3;
const SENTIMENT_FULL = 0.4;
const TOXIC_FULL = 0.2;
/** Energy below this is low: at its own baseline a room has half of the points for pace. */
const LOW_ENERGY = 45;
const HIGH = 50;
/** Baselines, in chats per minute and effort per half minute, below which silence may be chance and is weaker evidence. */
const RELIABLE_CHATS = 10;
const RELIABLE_PACE = 5;
const GIFTERS_HALF = 2;
/** Progress from which a milestone is near. */
const NEAR = 0.8;
/** Strength from which a factor is named. */
const NAMED_FROM = 0.03;
/** Monetization below this is too low to act on. */
const LOW_CHANCE = 25;
const MAX_ACTIONS = 3;

/** The maximal strength of each factor, 0…1, and the actions that reduce the risk, or use the chance. */
const churnFactors = {
  viewersFalling: { max: 0.6, actions: ["doSomethingNew", "greetViewers"] },
  energyLow: { max: 0.4, actions: ["doSomethingNew", "changeTopic"] },
  moodNegative: { max: 0.35, actions: ["changeTopic"] },
  chatQuiet: { max: 0.35, actions: ["askQuestion", "greetViewers"] },
  toxicityHigh: { max: 0.3, actions: ["calmChat"] },
} as const;
const monetizationFactors = {
  giftMomentum: { max: 0.6, actions: ["thankGifters", "keepGoing"] },
  energyHigh: { max: 0.35, actions: ["keepGoing", "setGoal"] },
  receptionHigh: { max: 0.35, actions: ["keepGoing", "setGoal"] },
  newGifters: { max: 0.4, actions: ["thankGifters"] },
  milestoneNear: { max: 0.25, actions: ["setGoal"] },
} as const;
export const forecasts = { churnRisk: churnFactors, monetization: monetizationFactors } as const;
export type ForecastName = keyof typeof forecasts;
export type FactorCode = keyof typeof churnFactors | keyof typeof monetizationFactors;
export const forecastNames = Object.keys(forecasts) as ForecastName[];
const factorsOf = Object.fromEntries(forecastNames.map((forecast) => [forecast, Object.keys(forecasts[forecast])])) as Record<
  ForecastName,
  FactorCode[]
>;
export const factorCodes = forecastNames.flatMap((forecast) => factorsOf[forecast]);

/** A measured value, and the strength of the cause, 0…1: the probability that it alone would be enough. */
export interface Factor {
  readonly value: number;
  readonly strength: number;
}

/** Measures every factor at the end of an interval. Strengths are monotone in what the factor's name says. */
export function measureFactors(
  observation: Observation,
  scores: { readonly energy: number; readonly reception: number },
): Record<FactorCode, Factor> {
  const change = viewerChange(observation);
  const sentiment = shrunkSentiment(observation);
  const toxicity = shrunkToxicity(observation);
  const chats = relativeToBaseline(observation, "chats");
  const gifts = relativeToBaseline(observation, "diamonds");
  const chatReliability = within01((observation.baseline.chats * observation.audience) / RELIABLE_CHATS);
  const paceReliability = within01(observation.baselinePace / RELIABLE_PACE);
  const of = (max: number, value: number, share: number): Factor => ({ value, strength: max * within01(share) });
  return {
    viewersFalling: of(churnFactors.viewersFalling.max, change, -change / FALLING_FULL),
    energyLow: of(churnFactors.energyLow.max, scores.energy, (paceReliability * (LOW_ENERGY - scores.energy)) / LOW_ENERGY),
    moodNegative: of(churnFactors.moodNegative.max, sentiment, -sentiment / SENTIMENT_FULL),
    chatQuiet: of(churnFactors.chatQuiet.max, observation.minute.chats, chatReliability * (1 - 2 * saturated(chats, 1))),
    toxicityHigh: of(churnFactors.toxicityHigh.max, toxicity, toxicity / TOXIC_FULL),
    giftMomentum: of(monetizationFactors.giftMomentum.max, observation.minute.diamonds, saturated(gifts, 1)),
    energyHigh: of(monetizationFactors.energyHigh.max, scores.energy, (scores.energy - HIGH) / HIGH),
    receptionHigh: of(monetizationFactors.receptionHigh.max, scores.reception, (scores.reception - HIGH) / HIGH),
    newGifters: of(monetizationFactors.newGifters.max, observation.newGifters, saturated(observation.newGifters, GIFTERS_HALF)),
    milestoneNear: of(
      monetizationFactors.milestoneNear.max,
      observation.milestoneProgress,
      (observation.milestoneProgress - NEAR) / (1 - NEAR),
    ),
  };
}

/** A forecast, 0…100: the noisy-or of its factors. */
export const forecastOf = (forecast: ForecastName, factors: Readonly<Record<FactorCode, Factor>>): number =>
  100 * noisyOr(factorsOf[forecast].map((code) => factors[code].strength));

/** The factors strong enough to be named, the strongest first. */
export const namedFactors = (forecast: ForecastName, strengths: Readonly<Record<FactorCode, number>>): FactorCode[] =>
  factorsOf[forecast].filter((code) => strengths[code] >= NAMED_FROM).sort((a, b) => strengths[b] - strengths[a]);

/** The most useful actions: an action scores the strength of the factors that it answers, half of it where it is their second. */
export function actionsFor(forecast: ForecastName, strengths: Readonly<Record<FactorCode, number>>, value: number): string[] {
  const usefulness = new Map<string, number>();
  for (const code of namedFactors(forecast, strengths)) {
    const { actions } = (forecasts[forecast] as Record<string, { readonly actions: readonly string[] }>)[code] ?? { actions: [] };
    for (const [rank, action] of actions.entries())
      usefulness.set(action, (usefulness.get(action) ?? 0) + strengths[code] / (rank + 1));
  }
  const best = [...usefulness].sort((a, b) => b[1] - a[1]).map(([action]) => action);
  return forecast === "monetization" && value < LOW_CHANCE
    ? [...best.filter(isThanks), "waitForBetterMoment"]
    : best.slice(0, MAX_ACTIONS);
}

/** Thanks are due whatever the chances. */
const isThanks = (action: string): boolean => action === "thankGifters";
