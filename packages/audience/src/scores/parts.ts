import { logistic, saturated } from "../statistics.ts";
import type { ViewerRate } from "./baseline.ts";
import type { Observation } from "./observation.ts";

/** Half of the points for breadth are given when every second viewer took part in the last five minutes. */
const BREADTH_HALF = 0.5;
/** Toxicity that costs half of the points for kindness: one message in ten. */
const TOXIC_HALF = 0.1;
/** Neutral messages that are assumed to be there besides: three happy messages are no happy audience. */
const PSEUDO_MESSAGES = 10;
/** A mean sentiment of ±0.5, as far as the chats of many go, gives 88 % or 12 % of the points. */
const SENTIMENT_STEEPNESS = 4;
/** A tenth of the viewers gained or lost in five minutes gives 65 % or 35 %. */
const TREND_STEEPNESS = 6;

/** The maximal points of each part of a score. */
export const parts = {
  engagement: { chatRate: 40, likeRate: 20, approvalRate: 20, giftRate: 20 },
  reception: { mood: 60, kindness: 20, approval: 20 },
  energy: { pace: 70, breadth: 30 },
  retention: { hold: 60, viewerTrend: 40 },
} as const;
export type ScoreName = keyof typeof parts;
export type PartCode = { [S in ScoreName]: keyof (typeof parts)[S] }[ScoreName];
export const scoreNames = Object.keys(parts) as ScoreName[];
/** A part, its maximal points, and its index among all parts. */
type Part = readonly [code: PartCode, max: number, index: number];
export const partCodes = scoreNames.flatMap((score) => Object.keys(parts[score]) as PartCode[]);
export const partsOf = Object.fromEntries(
  scoreNames.map((score) => [
    score,
    (Object.entries(parts[score]) as [PartCode, number][]).map(([code, max]): Part => [code, max, partCodes.indexOf(code)]),
  ]),
) as unknown as Record<ScoreName, readonly Part[]>;

/** A measured value, and the share of the part's points that it earns, 0…1. */
export interface Measured {
  readonly value: number;
  readonly share: number;
}

/**
 * Measures each part of the four scores at the end of an interval. Shares are monotone in what the part's name says, and within 0…1
 * whatever is measured; where nothing can be known they are one half, and 1 for kindness.
 */
export function measure(observation: Observation): Record<PartCode, Measured> {
  const sentiment = shrunkSentiment(observation);
  const toxicity = shrunkToxicity(observation);
  const liked = (relativeToBaseline(observation, "likes") + relativeToBaseline(observation, "approvals")) / 2;
  const hold = observation.maxViewers === 0 ? 0.5 : Math.min(1, observation.viewers / observation.maxViewers);
  const change = viewerChange(observation);
  const breadth = observation.active / observation.audience;
  return {
    chatRate: rateOf(observation, "chats"),
    likeRate: rateOf(observation, "likes"),
    approvalRate: rateOf(observation, "approvals"),
    giftRate: rateOf(observation, "diamonds"),
    mood: { value: sentiment, share: logistic(SENTIMENT_STEEPNESS * sentiment) },
    kindness: { value: 1 - toxicity, share: 1 - saturated(toxicity, TOXIC_HALF) },
    approval: { value: liked, share: saturated(liked, 1) },
    pace: {
      value: observation.pace / Math.max(1, observation.baselinePace),
      share: saturated(observation.pace, Math.max(1, observation.baselinePace)),
    },
    breadth: { value: breadth, share: saturated(breadth, BREADTH_HALF) },
    hold: { value: hold, share: hold },
    viewerTrend: { value: change, share: logistic(TREND_STEEPNESS * change) },
  };
}

/** Mean sentiment as if ten neutral messages had been sent too: −1…1, near 0 while few write. */
export const shrunkSentiment = ({ sentiment, messages }: Observation): number =>
  (sentiment * messages) / (messages + PSEUDO_MESSAGES);
export const shrunkToxicity = ({ toxicity, messages }: Observation): number =>
  (toxicity * messages) / (messages + PSEUDO_MESSAGES);

/** Relative change of the number of viewers in five minutes, −1…; 0 when it was not reported. */
export const viewerChange = ({ viewersNow, viewersBefore }: Observation): number =>
  viewersBefore < 1 ? 0 : viewersNow / viewersBefore - 1;

/** The rate per viewer of the last minute, as a multiple of the baseline. */
export const relativeToBaseline = ({ minute, baseline, audience }: Observation, rate: ViewerRate): number =>
  minute[rate] / audience / baseline[rate];

/** A rate of the last minute: half of the points for the baseline. */
const rateOf = (observation: Observation, rate: ViewerRate): Measured => ({
  value: observation.minute[rate],
  share: saturated(relativeToBaseline(observation, rate), 1),
});
