import type { EventOf } from "@frontrow/protocol/event";
import type { Conversation } from "@frontrow/protocol/insight";
import { addToWindow, createWindow, sumOf, type Window, windowSum } from "../window.ts";

const MOOD_BUCKETS = 30;
const MOOD_BUCKET_MS = 10_000;
const lanes = { messages: 0, moods: 1, squares: 2, positive: 3, negative: 4, toxic: 5, spam: 6 } as const;
/** Moods are summed as whole thousandths, their squares as whole millionths: so no sum depends on the order of its parts. */
const SCALE = 1_000;
/** Beyond this, either way, a message has a mood: VADER's threshold, as in `@frontrow/text`. */
const NEUTRAL_BAND = 0.05;
/** From here on a message counts as toxic, or as spam. */
export const OFFENCE = 0.5;

export interface ChatState {
  chats: number;
  /** Mood and offences of the last five minutes. */
  readonly mood: Window;
}

export const createChat = (): ChatState => ({
  chats: 0,
  mood: createWindow(Object.keys(lanes).length, MOOD_BUCKETS, MOOD_BUCKET_MS),
});

export function foldChat(state: ChatState, { atMs, late, sentiment, toxicity, spam }: EventOf<"chat">): void {
  state.chats++;
  if (late) return;
  const mood = Math.round(sentiment * SCALE);
  addToWindow(state.mood, lanes.messages, atMs, 1);
  if (mood !== 0) {
    addToWindow(state.mood, lanes.moods, atMs, mood);
    addToWindow(state.mood, lanes.squares, atMs, mood * mood);
  }
  if (sentiment >= NEUTRAL_BAND) addToWindow(state.mood, lanes.positive, atMs, 1);
  else if (sentiment <= -NEUTRAL_BAND) addToWindow(state.mood, lanes.negative, atMs, 1);
  if (toxicity >= OFFENCE) addToWindow(state.mood, lanes.toxic, atMs, 1);
  if (spam >= OFFENCE) addToWindow(state.mood, lanes.spam, atMs, 1);
}

/** Messages of the last five minutes of event time. */
export const recentChats = (state: ChatState): number => sumOf(state.mood, lanes.messages);

/** Mean mood of the last five minutes, −1 … 1; 0 when nobody wrote. */
export function moodOf(state: ChatState): number {
  const messages = recentChats(state);
  return messages === 0 ? 0 : Math.round(sumOf(state.mood, lanes.moods) / messages) / SCALE || 0; // −0 is 0
}

/** Messages and their mean mood in so many tens of seconds, the newest of which were so many tens of seconds `ago`. */
export function moodIn({ mood }: ChatState, ago: number, tens: number): { messages: number; mood: number } {
  const messages = windowSum(mood, lanes.messages, ago, tens);
  return { messages, mood: messages === 0 ? 0 : windowSum(mood, lanes.moods, ago, tens) / messages / SCALE };
}

/** Standard deviation of the moods of single messages in the same span, 0 … 1; 0 when nobody wrote. */
export function moodVolatility(state: ChatState): number {
  const messages = recentChats(state);
  if (messages === 0) return 0;
  const mean = sumOf(state.mood, lanes.moods) / messages;
  const variance = Math.max(0, sumOf(state.mood, lanes.squares) / messages - mean * mean);
  return Math.min(1, Math.round(Math.sqrt(variance)) / SCALE);
}

/** Messages of the last five minutes by mood. */
export function moodsOf(state: ChatState): Conversation["moods"] {
  const positive = sumOf(state.mood, lanes.positive);
  const negative = sumOf(state.mood, lanes.negative);
  return { positive, neutral: recentChats(state) - positive - negative, negative };
}

/** Share of the last five minutes' messages that are toxic, or spam; 0 when nobody wrote. */
export const offendingShare = (state: ChatState, kind: "toxic" | "spam"): number => {
  const messages = recentChats(state);
  return messages === 0 ? 0 : Math.round((sumOf(state.mood, lanes[kind]) / messages) * SCALE) / SCALE;
};
