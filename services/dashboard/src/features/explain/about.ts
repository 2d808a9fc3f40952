import type { Explained, Explanation } from "@frontrow/protocol/explanation";
import type { ScoreName } from "../../live/commands.ts";
import { exact, hoursMinutes, spoken } from "../../ui/format.ts";
import { gapReasonText } from "../charts/content.ts";

/** How each number comes about, from the reader's side. */
export const abouts: Readonly<Record<Explained, string>> = {
  chats: "Every message once, also those that moderation removed later.",
  likes: "The room's own total, as TikTok tells it. Who liked is seen only in part.",
  gifts: "Items of streaks that have ended: five roses in a row are one streak of five.",
  diamonds: "What the gifts of ended streaks cost. The creator gets a part of it.",
  shares: "Shares of this broadcast that TikTok told of.",
  follows: "Follows gained while we watched. Unfollows are not told.",
  joins: "Arrivals, also of the same person again.",
  subscribes: "Subscriptions begun or renewed while we watched.",
  uniqueViewers: "Different people of whom something was seen.",
  viewers: "The last number that TikTok told.",
  sentiment: "The mean mood of the last minutes' messages, from −1 to 1.",
};

/** What each score wants to tell. */
export const scoreAbouts: Readonly<Record<ScoreName, string>> = {
  entertainment: "Four signs of a room that enjoys itself, weighed into one number.",
  engagement: "How much viewers do: chat, likes, shares and gifts, against what is usual for so many viewers.",
  reception: "How they take it: the mood of the chat, kind words, likes and shares.",
  energy: "How fast things happen right now, against this broadcast's own pace, and how many take part.",
  retention: "Whether viewers stay: how many are left of the most, and where their number is going.",
  churnRisk: "How much speaks for viewers leaving soon.",
  monetization: "How much speaks for gifts coming soon.",
};

export interface MadeOf {
  readonly name: string;
  readonly value: string;
  /** What it means, where its name does not say so. */
  readonly note?: string;
}

/** What a total is made of, line by line; what cannot be in it is left out. */
export function madeOf({ events, late, merged, streaks, expired, duplicates, gaps, gapMs }: Explanation): readonly MadeOf[] {
  const lines: (MadeOf | undefined)[] = [
    line("Events counted", events),
    some("of them sent late by TikTok", late, "They count in totals, not in rates."),
    some("Streaks", streaks),
    some("of them without an end", expired, "Counted when they had been idle."),
    some("Messages merged into their streak", merged),
    line("Sent twice, dropped", duplicates),
    gapMs > 0
      ? {
          name: "Not seen",
          value: spoken(gapMs),
          note: `In ${gaps.length === 1 ? "one gap" : `${exact(gaps.length)} gaps`}, below.`,
        }
      : { name: "Not seen", value: "nothing" },
  ];
  return lines.filter((each) => each !== undefined);
}

/** A gap as a person would tell it. */
export const gapLine = ({ fromMs, toMs, reason }: Explanation["gaps"][number]) => ({
  when: `${hoursMinutes(fromMs)}–${hoursMinutes(toMs)}`,
  why: `${spoken(toMs - fromMs)}: ${gapReasonText(reason)}`,
});

const line = (name: string, value: number): MadeOf => ({ name, value: exact(value) });
const some = (name: string, value: number, note?: string): MadeOf | undefined =>
  value === 0 ? undefined : { ...line(name, value), ...(note ? { note } : {}) };
