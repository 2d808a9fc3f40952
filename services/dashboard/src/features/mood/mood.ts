import type { Conversation } from "@frontrow/protocol/insight";
import type { ChatRow } from "../../live/chat-log.ts";
import type { Series } from "../../live/series.ts";

/** From here on a message counts as friendly or unfriendly; between, most are neither. */
const CLEAR = 0.2;
/** Last messages that make the room's mood. */
const LAST = 100;

export type Mood = "good" | "even" | "bad";

export const moodOf = (sentiment: number): Mood => (sentiment >= CLEAR ? "good" : sentiment <= -CLEAR ? "bad" : "even");

/** From here on a whole room is friendly or uneasy: a mean moves less than single messages do. */
const ROOM_CLEAR = 0.15;

/** The face of the room, which says the same as its word. */
export const roomMoodOf = (sentiment: number): Mood =>
  sentiment >= ROOM_CLEAR ? "good" : sentiment <= -ROOM_CLEAR ? "bad" : "even";

/** One word for the room's rolling sentiment, −1…1. */
export function moodWord(sentiment: number): string {
  if (sentiment >= 0.4) return "Delighted";
  if (sentiment >= ROOM_CLEAR) return "Friendly";
  if (sentiment > -ROOM_CLEAR) return "Even";
  if (sentiment > -0.4) return "Uneasy";
  return "Tense";
}

export type MoodShares = Readonly<Record<Mood, number>> & { readonly total: number };

/** How the last minutes' messages are divided, as the fold counted them. */
export const sharesOf = ({ positive, neutral, negative }: Conversation["moods"]): MoodShares => ({
  good: positive,
  even: neutral,
  bad: negative,
  total: positive + neutral + negative,
});

/** How the last messages on this page are divided: for as long as nobody else has counted them. */
export function moodShares(rows: readonly ChatRow[]): MoodShares {
  const last = rows.filter(({ entrance }) => !entrance).slice(-LAST);
  const count = (mood: Mood) => last.filter((row) => moodOf(row.sentiment) === mood).length;
  return { good: count("good"), even: count("even"), bad: count("bad"), total: last.length };
}

/** How far back the mood is looked at for a turn, and how far it must have moved. */
const TURN_MS = 3 * 60_000;
const TURN = 0.15;

/** Where the mood is going, when it has clearly moved in the last minutes. Nothing is said across a gap. */
export function moodTurn({ points, gaps }: Series): "up" | "down" | undefined {
  const last = points.findLast((point) => point.sentiment !== undefined);
  if (last?.sentiment === undefined) return undefined;
  const from = last.atMs - TURN_MS;
  const then = points.find((point) => point.sentiment !== undefined && point.atMs >= from);
  if (then?.sentiment === undefined || last.atMs - then.atMs < TURN_MS / 2) return undefined;
  if (gaps.some(({ fromMs, toMs }) => fromMs < last.atMs && toMs > then.atMs)) return undefined;
  const change = last.sentiment - then.sentiment;
  return change >= TURN ? "up" : change <= -TURN ? "down" : undefined;
}

/** Whether single messages agree with each other; `volatility` is their standard deviation, 0…1. */
export const agreementWord = (volatility: number): string =>
  volatility < 0.2 ? "of one mind" : volatility < 0.45 ? "mixed" : "divided";

/** A mood as a number: +0.31. */
export const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
