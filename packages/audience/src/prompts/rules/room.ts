import { sentimentIn, sentimentVolatilityOf } from "../../conversation/sentiment.ts";
import { MINUTE_INTERVALS, PSEUDO_VIEWERS } from "../../scores/baseline.ts";
import { type ScoresState, scoreOf } from "../../scores/scores.ts";
import { medianOf } from "../../statistics.ts";
import { activityIn } from "../../windows/activity.ts";
import { recentGifts } from "../candidates.ts";
import type { Rule, Situation } from "../rule.ts";

// Rules about the room as a whole: how active it is, and in which mood.

const MINUTE_MS = 60_000;

/** A lull of the chat is ongoing: it begins at a third of the baseline, and ends at two thirds. */
export const quietChat: Rule = {
  trigger: "quietChat",
  coolDownMs: 180_000,
  validForMs: 45_000,
  evaluate(situation) {
    const baseline = lullBaseline(situation);
    if (baseline === undefined) return undefined;
    const topic = situation.topic();
    const params = {
      chats: activityIn(situation.activity, "chats", MINUTE_INTERVALS),
      usual: Math.round(baseline),
      ...(topic ? { topic } : {}),
    };
    return { params, priority: 4 };
  },
  isResolved: ({ moments }) => moments.spikes.lull.ongoing === undefined,
};

/** Baseline of chats per minute, while there is a lull of them. */
function lullBaseline({ moments }: Situation): number | undefined {
  const lull = moments.spikes.lull.ongoing;
  const chats = lull?.lanes.find(({ lane }) => lane === "chats");
  return lull && chats ? (chats.baseline * MINUTE_MS) / (lull.toMs - lull.fromMs) : undefined;
}

/** `minBaseline`: effort per half minute, as of ten chats a minute; in a quieter room a silent minute is no news. */
const DROP = { points: 15, resolvedBelow: 8, below: 50, minutes: 3, minBaseline: 5 } as const;

/**
 * Compared with the median of three minutes, not with their maximum: the end of a single burst is no drop. The trend must be falling
 * too: energy changes within half a minute, in which a small room may do nothing by chance.
 */
export const energyDrop: Rule = {
  trigger: "energyDrop",
  coolDownMs: 300_000,
  validForMs: 45_000,
  evaluate({ scores }) {
    const now = scoreOf(scores, "energy");
    if (now >= DROP.below || scores.baseline.pace < DROP.minBaseline || scores.trend.word !== "falling") return undefined;
    const before = energyBefore(scores);
    // The maximum bounds the median, and is cheaper.
    if (Math.max(0, ...before) - now < DROP.points) return undefined;
    const points = Math.round(medianOf(before) - now);
    return points >= DROP.points ? { params: { points, minutes: DROP.minutes }, priority: 3 } : undefined;
  },
  isResolved: ({ scores }) => medianOf(energyBefore(scores)) - scoreOf(scores, "energy") < DROP.resolvedBelow,
};

/** Energy from four minutes to one minute ago. */
const energyBefore = ({ energy }: ScoresState): number[] =>
  energy.slice(-(DROP.minutes + 1) * MINUTE_INTERVALS, -MINUTE_INTERVALS);

const GIFT_MOMENTUM = { gifts: 3, diamonds: 50, times: 3, resolvedBelow: 1.5 } as const;

export const giftMomentum: Rule = {
  trigger: "giftMomentum",
  coolDownMs: 180_000,
  validForMs: 30_000,
  evaluate(situation, { candidates }) {
    const gifts = activityIn(situation.activity, "gifts", MINUTE_INTERVALS);
    if (gifts < GIFT_MOMENTUM.gifts) return undefined;
    const diamonds = activityIn(situation.activity, "diamonds", MINUTE_INTERVALS);
    if (diamonds < Math.max(GIFT_MOMENTUM.diamonds, GIFT_MOMENTUM.times * baselineDiamonds(situation))) return undefined;
    const [largest] = recentGifts(candidates, situation.nowMs);
    return largest ? { params: { gifts, diamonds, seconds: 60, name: largest.name }, priority: 3 } : undefined;
  },
  isResolved: (situation) =>
    activityIn(situation.activity, "diamonds", MINUTE_INTERVALS) < GIFT_MOMENTUM.resolvedBelow * baselineDiamonds(situation),
};

const baselineDiamonds = ({ scores, viewersNow }: Situation): number =>
  scores.baseline.rates.diamonds * (viewersNow + PSEUDO_VIEWERS);

const MOOD = {
  recent: 6,
  before: 24,
  recentMessages: 8,
  beforeMessages: 20,
  shift: 0.25,
  resolvedBelow: 0.12,
  standardErrors: 2.5,
} as const;

/** The last minute's mean sentiment differs from that of the four minutes before by more than chance explains. */
export const moodTurning: Rule = {
  trigger: "moodTurning",
  coolDownMs: 240_000,
  validForMs: 45_000,
  evaluate(situation) {
    const { from, to, messages, earlier } = moodShift(situation);
    if (messages < MOOD.recentMessages || earlier < MOOD.beforeMessages) return undefined;
    const chance = (MOOD.standardErrors * sentimentVolatilityOf(situation.sentiment)) / Math.sqrt(messages);
    if (Math.abs(to - from) < Math.max(MOOD.shift, chance)) return undefined;
    const direction = to > from ? "up" : "down";
    return {
      params: { direction, from: Math.round(from * 100) || 0, to: Math.round(to * 100) || 0 },
      priority: direction === "down" ? 4 : 2,
    };
  },
  isResolved(situation) {
    const { from, to } = moodShift(situation);
    return Math.abs(to - from) < MOOD.resolvedBelow;
  },
};

function moodShift({ sentiment }: Situation): { from: number; to: number; messages: number; earlier: number } {
  const recent = sentimentIn(sentiment, 0, MOOD.recent);
  const before = sentimentIn(sentiment, MOOD.recent, MOOD.before);
  return { from: before.mean, to: recent.mean, messages: recent.messages, earlier: before.messages };
}
