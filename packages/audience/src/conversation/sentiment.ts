import type { EventOf } from "@frontrow/protocol/event";
import type { Conversation } from "@frontrow/protocol/insight";
import { addToWindow, advanceWindow, createWindow, sumOf, type Window, windowSum } from "../windows/window.ts";

const BUCKETS = 30;
const BUCKET_MS = 10_000;
const lanes = { messages: 0, sums: 1, squares: 2, positive: 3, negative: 4, toxic: 5, spam: 6 } as const;
/** Sentiment is summed in whole thousandths, its squares in whole millionths, so no sum depends on the order of its parts. */
const SCALE = 1_000;
/** From here on, either way, a message is positive or negative: VADER's threshold, as in `@frontrow/text`. */
const NEUTRAL_BAND = 0.05;
/** From here on a message counts as toxic, or as spam. */
export const FLAGGED_FROM = 0.5;

/** Sentiment, toxicity and spam of the last five minutes' messages, exact to ten seconds. */
export interface SentimentState {
  readonly recent: Window;
}

export const createSentiment = (): SentimentState => ({
  recent: createWindow(Object.keys(lanes).length, BUCKETS, BUCKET_MS),
});

export function foldSentiment({ recent }: SentimentState, { atMs, late, sentiment, toxicity, spam }: EventOf<"chat">): void {
  if (late) return;
  const scaled = Math.round(sentiment * SCALE);
  addToWindow(recent, lanes.messages, atMs, 1);
  if (scaled !== 0) {
    addToWindow(recent, lanes.sums, atMs, scaled);
    addToWindow(recent, lanes.squares, atMs, scaled * scaled);
  }
  if (sentiment >= NEUTRAL_BAND) addToWindow(recent, lanes.positive, atMs, 1);
  else if (sentiment <= -NEUTRAL_BAND) addToWindow(recent, lanes.negative, atMs, 1);
  if (toxicity >= FLAGGED_FROM) addToWindow(recent, lanes.toxic, atMs, 1);
  if (spam >= FLAGGED_FROM) addToWindow(recent, lanes.spam, atMs, 1);
}

export const advanceSentiment = ({ recent }: SentimentState, atMs: number): void => advanceWindow(recent, atMs);

/** Messages of the last five minutes of event time. */
export const recentMessages = ({ recent }: SentimentState): number => sumOf(recent, lanes.messages);

/** Mean sentiment of the last five minutes, −1 … 1; 0 when nobody wrote. */
export function meanSentiment(state: SentimentState): number {
  const messages = recentMessages(state);
  return messages === 0 ? 0 : Math.round(sumOf(state.recent, lanes.sums) / messages) / SCALE || 0; // −0 is 0
}

/** Messages and their mean sentiment over `buckets` neighbouring spans of ten seconds, the newest of which is `ago` before the last. */
export function sentimentIn({ recent }: SentimentState, ago: number, buckets: number): { messages: number; mean: number } {
  const messages = windowSum(recent, lanes.messages, ago, buckets);
  return { messages, mean: messages === 0 ? 0 : windowSum(recent, lanes.sums, ago, buckets) / messages / SCALE };
}

/** Standard deviation of single messages' sentiment over the last five minutes, 0 … 1; 0 when nobody wrote. */
export function sentimentVolatilityOf(state: SentimentState): number {
  const messages = recentMessages(state);
  if (messages === 0) return 0;
  const mean = sumOf(state.recent, lanes.sums) / messages;
  const variance = Math.max(0, sumOf(state.recent, lanes.squares) / messages - mean * mean);
  return Math.min(1, Math.round(Math.sqrt(variance)) / SCALE);
}

/** Messages of the last five minutes by sentiment. */
export function sentimentCounts(state: SentimentState): Conversation["moods"] {
  const positive = sumOf(state.recent, lanes.positive);
  const negative = sumOf(state.recent, lanes.negative);
  return { positive, neutral: recentMessages(state) - positive - negative, negative };
}

/** Share of the last five minutes' messages that are toxic, or spam; 0 when nobody wrote. */
export const flaggedShare = (state: SentimentState, kind: "toxic" | "spam"): number => {
  const messages = recentMessages(state);
  return messages === 0 ? 0 : Math.round((sumOf(state.recent, lanes[kind]) / messages) * SCALE) / SCALE;
};
