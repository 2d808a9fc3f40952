import type { ChatRow } from "../../live/chat-log.ts";

/** From here on a message counts as friendly or unfriendly; between, most are neither. */
const CLEAR = 0.2;
/** So many of the last messages make the room's mood. */
const LAST = 100;

export type Mood = "good" | "even" | "bad";

export const moodOf = (sentiment: number): Mood => (sentiment >= CLEAR ? "good" : sentiment <= -CLEAR ? "bad" : "even");

/** One word for the room's rolling sentiment, −1…1. */
export function moodWord(sentiment: number): string {
  if (sentiment >= 0.4) return "Delighted";
  if (sentiment >= 0.15) return "Friendly";
  if (sentiment > -0.15) return "Even";
  if (sentiment > -0.4) return "Uneasy";
  return "Tense";
}

/** How the last messages are divided. */
export function moodShares(rows: readonly ChatRow[]): Readonly<Record<Mood, number>> & { readonly total: number } {
  const last = rows.slice(-LAST);
  const count = (mood: Mood) => last.filter((row) => moodOf(row.sentiment) === mood).length;
  return { good: count("good"), even: count("even"), bad: count("bad"), total: last.length };
}

/** A mood as a number: +0.31. */
export const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
