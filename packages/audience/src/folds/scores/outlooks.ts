import { noisyOr, saturated, within01 } from "./curve.ts";
import { shrunkMood, shrunkToxicity, timesUsual, viewerChange } from "./parts.ts";
import type { Sight } from "./sight.ts";

/** Three of ten viewers gone in five minutes is as bad as it gets. */
const FALLING_FULL = 0.3;
const MOOD_FULL = 0.4;
const TOXIC_FULL = 0.2;
/** Energy that half its points are usual for; less than this is low. */
const LOW_ENERGY = 45;
const HIGH = 50;
/** Where fewer than ten chats a minute, or as much effort in half a minute, are usual, a silent minute is chance, and weaker a sign. */
const CHATS_WORTH = 10;
const PACE_WORTH = 5;
const GIFTERS_HALF = 2;
/** Of the way to a milestone, what comes after this counts as near. */
const NEAR = 0.8;
/** Factors weaker than this are not worth naming. */
const NAMED_FROM = 0.03;
/** A chance below this is none to act on yet. */
const FAINT = 25;
const ADVISED = 3;

/** How strong each factor alone can get, 0…1, and what helps against a risk, or makes use of a chance. */
const churn = {
  viewersFalling: { most: 0.6, actions: ["doSomethingNew", "greetViewers"] },
  energyLow: { most: 0.4, actions: ["doSomethingNew", "changeTopic"] },
  moodNegative: { most: 0.35, actions: ["changeTopic"] },
  chatQuiet: { most: 0.35, actions: ["askQuestion", "greetViewers"] },
  toxicityHigh: { most: 0.3, actions: ["calmChat"] },
} as const;
const chance = {
  giftMomentum: { most: 0.6, actions: ["thankGifters", "keepGoing"] },
  energyHigh: { most: 0.35, actions: ["keepGoing", "setGoal"] },
  receptionHigh: { most: 0.35, actions: ["keepGoing", "setGoal"] },
  newGifters: { most: 0.4, actions: ["thankGifters"] },
  milestoneNear: { most: 0.25, actions: ["setGoal"] },
} as const;
export const outlooks = { churnRisk: churn, monetization: chance } as const;
export type OutlookName = keyof typeof outlooks;
export type FactorCode = keyof typeof churn | keyof typeof chance;
export const outlookNames = Object.keys(outlooks) as OutlookName[];
const factorsOf = Object.fromEntries(outlookNames.map((outlook) => [outlook, Object.keys(outlooks[outlook])])) as Record<
  OutlookName,
  FactorCode[]
>;
export const factorCodes = outlookNames.flatMap((outlook) => factorsOf[outlook]);

/** What was measured, and how strong a cause that is, 0…1: the chance that it alone would do. */
export interface Factor {
  readonly value: number;
  readonly strength: number;
}

/** Every factor as of one beat. Each strength grows with what its name says, or at least does not shrink. */
export function weigh(sight: Sight, scores: { readonly energy: number; readonly reception: number }): Record<FactorCode, Factor> {
  const change = viewerChange(sight);
  const mood = shrunkMood(sight);
  const toxicity = shrunkToxicity(sight);
  const chats = timesUsual(sight, "chats");
  const gifts = timesUsual(sight, "diamonds");
  const chatsWorth = within01((sight.usual.chats * sight.audience) / CHATS_WORTH);
  const paceWorth = within01(sight.usualPace / PACE_WORTH);
  const of = (most: number, value: number, share: number): Factor => ({ value, strength: most * within01(share) });
  return {
    viewersFalling: of(churn.viewersFalling.most, change, -change / FALLING_FULL),
    energyLow: of(churn.energyLow.most, scores.energy, (paceWorth * (LOW_ENERGY - scores.energy)) / LOW_ENERGY),
    moodNegative: of(churn.moodNegative.most, mood, -mood / MOOD_FULL),
    chatQuiet: of(churn.chatQuiet.most, sight.minute.chats, chatsWorth * (1 - 2 * saturated(chats, 1))),
    toxicityHigh: of(churn.toxicityHigh.most, toxicity, toxicity / TOXIC_FULL),
    giftMomentum: of(chance.giftMomentum.most, sight.minute.diamonds, saturated(gifts, 1)),
    energyHigh: of(chance.energyHigh.most, scores.energy, (scores.energy - HIGH) / HIGH),
    receptionHigh: of(chance.receptionHigh.most, scores.reception, (scores.reception - HIGH) / HIGH),
    newGifters: of(chance.newGifters.most, sight.newGifters, saturated(sight.newGifters, GIFTERS_HALF)),
    milestoneNear: of(chance.milestoneNear.most, sight.nearest, (sight.nearest - NEAR) / (1 - NEAR)),
  };
}

/** A risk or a chance, 0…100, of how strong its factors are. */
export const outlookOf = (outlook: OutlookName, factors: Readonly<Record<FactorCode, Factor>>): number =>
  100 * noisyOr(factorsOf[outlook].map((code) => factors[code].strength));

/** The factors worth naming, the strongest first. */
export const namedFactors = (outlook: OutlookName, strengths: Readonly<Record<FactorCode, number>>): FactorCode[] =>
  factorsOf[outlook].filter((code) => strengths[code] >= NAMED_FROM).sort((a, b) => strengths[b] - strengths[a]);

/** What helps most: an action gets the strength of the factors that it answers, half of it where it comes second. */
export function actionsFor(outlook: OutlookName, strengths: Readonly<Record<FactorCode, number>>, value: number): string[] {
  const worth = new Map<string, number>();
  for (const code of namedFactors(outlook, strengths)) {
    const { actions } = (outlooks[outlook] as Record<string, { readonly actions: readonly string[] }>)[code] ?? { actions: [] };
    for (const [place, action] of actions.entries()) worth.set(action, (worth.get(action) ?? 0) + strengths[code] / (place + 1));
  }
  const best = [...worth].sort((a, b) => b[1] - a[1]).map(([action]) => action);
  return outlook === "monetization" && value < FAINT ? [...best.filter(isThanks), "waitForBetterMoment"] : best.slice(0, ADVISED);
}

/** Thanks are due whatever the chances. */
const isThanks = (action: string): boolean => action === "thankGifters";
