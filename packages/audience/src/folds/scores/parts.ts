import { logistic, saturated } from "./curve.ts";
import type { Sight } from "./sight.ts";
import type { CrowdRate } from "./usual.ts";

/** Half of the points for breadth: every second viewer took part in the last five minutes. */
const BREADTH_HALF = 0.5;
/** A message in ten being toxic costs half of the points for kindness. */
const TOXIC_HALF = 0.1;
/** Messages without a mood that are taken to be there besides: three happy ones are no happy crowd. */
const PSEUDO_MESSAGES = 10;
/** A mean mood of ±0.5 is as far as chats of many go: it gives 88 % or 12 % of the points. */
const MOOD_STEEPNESS = 4;
/** A tenth of the viewers gained or lost in five minutes gives 65 % or 35 %. */
const TREND_STEEPNESS = 6;

/** How many points each part of a score can give. */
export const parts = {
  engagement: { chatRate: 40, likeRate: 20, approvalRate: 20, giftRate: 20 },
  reception: { mood: 60, kindness: 20, approval: 20 },
  energy: { pace: 70, breadth: 30 },
  retention: { hold: 60, viewerTrend: 40 },
} as const;
export type ScoreName = keyof typeof parts;
export type PartCode = { [S in ScoreName]: keyof (typeof parts)[S] }[ScoreName];
export const scoreNames = Object.keys(parts) as ScoreName[];
/** A part, the points it can give, and its place among all parts. */
type Part = readonly [code: PartCode, max: number, place: number];
export const partCodes = scoreNames.flatMap((score) => Object.keys(parts[score]) as PartCode[]);
export const partsOf = Object.fromEntries(
  scoreNames.map((score) => [
    score,
    (Object.entries(parts[score]) as [PartCode, number][]).map(([code, max]): Part => [code, max, partCodes.indexOf(code)]),
  ]),
) as unknown as Record<ScoreName, readonly Part[]>;

/** What was measured, and which share of the part's points that is, 0…1. */
export interface Measured {
  readonly value: number;
  readonly share: number;
}

/**
 * Each part of the four scores as of one beat. Each share grows, or at least does not shrink, with what its name says, and is
 * within 0…1 whatever is measured; where nothing can be known it is a half, and for kindness all.
 */
export function measure(sight: Sight): Record<PartCode, Measured> {
  const mood = shrunkMood(sight);
  const toxicity = shrunkToxicity(sight);
  const liked = (timesUsual(sight, "likes") + timesUsual(sight, "approvals")) / 2;
  const hold = sight.most === 0 ? 0.5 : Math.min(1, sight.viewers / sight.most);
  const change = viewerChange(sight);
  const breadth = sight.active / sight.audience;
  return {
    chatRate: rateOf(sight, "chats"),
    likeRate: rateOf(sight, "likes"),
    approvalRate: rateOf(sight, "approvals"),
    giftRate: rateOf(sight, "diamonds"),
    mood: { value: mood, share: logistic(MOOD_STEEPNESS * mood) },
    kindness: { value: 1 - toxicity, share: 1 - saturated(toxicity, TOXIC_HALF) },
    approval: { value: liked, share: saturated(liked, 1) },
    pace: { value: sight.pace / Math.max(1, sight.usualPace), share: saturated(sight.pace, Math.max(1, sight.usualPace)) },
    breadth: { value: breadth, share: saturated(breadth, BREADTH_HALF) },
    hold: { value: hold, share: hold },
    viewerTrend: { value: change, share: logistic(TREND_STEEPNESS * change) },
  };
}

/** The mean mood as if ten messages without one had been said too: −1…1, near 0 as long as few say anything. */
export const shrunkMood = ({ mood, messages }: Sight): number => (mood * messages) / (messages + PSEUDO_MESSAGES);
export const shrunkToxicity = ({ toxicity, messages }: Sight): number => (toxicity * messages) / (messages + PSEUDO_MESSAGES);

/** Viewers of the last minute against those of five minutes ago, −1…, 0 when it is the same or nobody told how many there were. */
export const viewerChange = ({ viewersNow, viewersBefore }: Sight): number =>
  viewersBefore < 1 ? 0 : viewersNow / viewersBefore - 1;

/** How often the usual number of it was done in the last minute. */
export const timesUsual = ({ minute, usual, audience }: Sight, rate: CrowdRate): number => minute[rate] / audience / usual[rate];

/** What was done in the last minute: half of the points for what is usual, in this broadcast and in others. */
const rateOf = (sight: Sight, rate: CrowdRate): Measured => ({
  value: sight.minute[rate],
  share: saturated(timesUsual(sight, rate), 1),
});
