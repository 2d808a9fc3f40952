import { inBeats } from "../../activity.ts";
import { medianOf } from "../../median.ts";
import { moodIn, moodVolatility } from "../chat.ts";
import { type ScoresState, scoreOf } from "../scores/scores.ts";
import { MINUTE, PSEUDO_VIEWERS } from "../scores/usual.ts";
import type { Looked } from "./looked.ts";
import { freshGifts } from "./pending.ts";
import type { Rule } from "./rule.ts";

// Rules about the room as a whole: how much it does, and in which mood.

const MINUTE_MS = 60_000;

/** A lull of the chat is on: a third of what is usual, and until it is two thirds again it is the same one. */
export const quietChat: Rule = {
  trigger: "quietChat",
  coolDownMs: 180_000,
  lastsMs: 45_000,
  find(looked) {
    const usual = usualOfLull(looked);
    if (usual === undefined) return undefined;
    const topic = looked.topic();
    const params = { chats: inBeats(looked.activity, "chats", MINUTE), usual: Math.round(usual), ...(topic ? { topic } : {}) };
    return { params, priority: 4 };
  },
  isOver: ({ moments }) => moments.spikes.lull.standing === undefined,
};

/** Chats a minute that are usual, while there is a lull of them. */
function usualOfLull({ moments }: Looked): number | undefined {
  const lull = moments.spikes.lull.standing;
  const chats = lull?.lanes.find(({ lane }) => lane === "chats");
  return lull && chats ? (chats.baseline * MINUTE_MS) / (lull.toMs - lull.fromMs) : undefined;
}

/** `worth`: effort in half a minute that must be usual, as of ten chats a minute; in rooms of fewer a silent minute is no news. */
const DROP = { points: 15, over: 8, below: 50, minutes: 3, worth: 5 } as const;

/**
 * Against the median of three minutes, and not their best moment: the end of a single wave is no drop. The trend must fall, too:
 * energy moves within half a minute, in which a small room may do nothing by chance.
 */
export const energyDrop: Rule = {
  trigger: "energyDrop",
  coolDownMs: 300_000,
  lastsMs: 45_000,
  find({ scores }) {
    const now = scoreOf(scores, "energy");
    if (now >= DROP.below || scores.usual.pace < DROP.worth || scores.trend.word !== "falling") return undefined;
    const before = energyBefore(scores);
    // A median is no more than the largest, which costs less to find.
    if (Math.max(0, ...before) - now < DROP.points) return undefined;
    const points = Math.round(medianOf(before) - now);
    return points >= DROP.points ? { params: { points, minutes: DROP.minutes }, priority: 3 } : undefined;
  },
  isOver: ({ scores }) => medianOf(energyBefore(scores)) - scoreOf(scores, "energy") < DROP.over,
};

/** Energy from four minutes to one minute ago. */
const energyBefore = ({ energy }: ScoresState): number[] => energy.slice(-(DROP.minutes + 1) * MINUTE, -MINUTE);

const MOMENTUM = { gifts: 3, diamonds: 50, times: 3, over: 1.5 } as const;

export const giftMomentum: Rule = {
  trigger: "giftMomentum",
  coolDownMs: 180_000,
  lastsMs: 30_000,
  find(looked, { pending }) {
    const gifts = inBeats(looked.activity, "gifts", MINUTE);
    if (gifts < MOMENTUM.gifts) return undefined;
    const diamonds = inBeats(looked.activity, "diamonds", MINUTE);
    if (diamonds < Math.max(MOMENTUM.diamonds, MOMENTUM.times * usualDiamonds(looked))) return undefined;
    const [largest] = freshGifts(pending, looked.nowMs);
    return largest ? { params: { gifts, diamonds, seconds: 60, name: largest.name }, priority: 3 } : undefined;
  },
  isOver: (looked) => inBeats(looked.activity, "diamonds", MINUTE) < MOMENTUM.over * usualDiamonds(looked),
};

const usualDiamonds = ({ scores, viewersNow }: Looked): number => scores.usual.rates.diamonds * (viewersNow + PSEUDO_VIEWERS);

const MOOD = { recent: 6, before: 24, recentMessages: 8, beforeMessages: 20, turn: 0.25, over: 0.12, deviations: 2.5 } as const;

/** The last minute's mood against that of the four minutes before, where the difference is not what chance would do. */
export const moodTurning: Rule = {
  trigger: "moodTurning",
  coolDownMs: 240_000,
  lastsMs: 45_000,
  find(looked) {
    const { from, to, messages, earlier } = turnOf(looked);
    if (messages < MOOD.recentMessages || earlier < MOOD.beforeMessages) return undefined;
    const chance = (MOOD.deviations * moodVolatility(looked.chat)) / Math.sqrt(messages);
    if (Math.abs(to - from) < Math.max(MOOD.turn, chance)) return undefined;
    const direction = to > from ? "up" : "down";
    return {
      params: { direction, from: Math.round(from * 100) || 0, to: Math.round(to * 100) || 0 },
      priority: direction === "down" ? 4 : 2,
    };
  },
  isOver(looked) {
    const { from, to } = turnOf(looked);
    return Math.abs(to - from) < MOOD.over;
  },
};

function turnOf({ chat }: Looked): { from: number; to: number; messages: number; earlier: number } {
  const recent = moodIn(chat, 0, MOOD.recent);
  const before = moodIn(chat, MOOD.recent, MOOD.before);
  return { from: before.mood, to: recent.mood, messages: recent.messages, earlier: before.messages };
}
