import type { ChatEvent } from "@frontrow/protocol/event";
import type { Conversation } from "@frontrow/protocol/insight";
import { hash32 } from "../hash.ts";
import { countLanguage, expireLanguages, HALF_MINUTE_MS, type LanguagesState, languagesOf } from "./languages.ts";
import { readMessage } from "./message.ts";
import {
  burstsOf,
  createMessageBursts,
  expireBursts,
  joinBurst,
  type MessageBurstsState,
  recordOccurrence,
  retractBursts,
} from "./message-bursts.ts";
import { countTerms, createRisingTerms, type RisingTermsState, risingTerms, rotateTerms, uncountTerms } from "./rising-terms.ts";
import { addSample, removeSamples, retractSamples, rotateSamples, type SamplesState } from "./samples.ts";
import { recentMessages, type SentimentState, sentimentCounts } from "./sentiment.ts";
import { topicsOf } from "./topics.ts";

const NO_WORDS: readonly string[] = [];

/** What the chat of the last minutes is about. Late messages are in none of it. */
export interface ConversationState {
  /** Messages so far. */
  chats: number;
  languages: LanguagesState;
  terms: RisingTermsState;
  samples: SamplesState;
  bursts: MessageBurstsState;
}

export const createConversation = (): ConversationState => ({
  chats: 0,
  languages: new Map(),
  terms: createRisingTerms(),
  samples: [],
  bursts: createMessageBursts(),
});

export function foldConversation(state: ConversationState, chat: ChatEvent): void {
  if (chat.late) return;
  state.chats++;
  const { atMs } = chat;
  countLanguage(state.languages, chat.language, atMs);
  const { key, emoji } = readMessage(chat.text);
  const sender = hash32(chat.user?.id ?? chat.id);
  if (key !== 0 && joinBurst(state.bursts, key, atMs, sender)) return;

  const counted = countTerms(state.terms, atMs, sender, { words: chat.keywords ?? NO_WORDS, emoji });
  if (counted.words.length > 0) {
    const sentiment = Math.round(chat.sentiment * 1_000);
    addSample(state.samples, atMs, { rank: hash32(chat.id), key, words: counted.words, sentiment });
  }
  if (key === 0) return;
  const occurrences = recordOccurrence(state.bursts, key, chat.text, { eventId: chat.id, atMs, sender, counted });
  if (!occurrences) return;
  // A campaign is neither a trend nor a topic: what was counted of it before it was recognised is taken back.
  for (const occurrence of occurrences) uncountTerms(state.terms, occurrence.atMs, occurrence.counted);
  const withWords = occurrences.filter((occurrence) => occurrence.counted.words.length > 0);
  removeSamples(
    state.samples,
    key,
    withWords.map((occurrence) => occurrence.atMs),
  );
}

/** Retracts messages that moderation removed: bursts that began with one of them, and samples. */
export function retractMessages(state: ConversationState, eventIds: readonly string[]): void {
  retractBursts(state.bursts, eventIds);
  retractSamples(state.samples, new Set(eventIds.map(hash32)));
}

/** At the end of an interval: rotates buckets each half minute, and resets the conversation after fifteen minutes of silence. */
export function advanceConversation(state: ConversationState, atMs: number): void {
  if (atMs % HALF_MINUTE_MS !== 0 || state.languages.size === 0) return;
  expireLanguages(state.languages, atMs);
  if (state.languages.size === 0) {
    Object.assign(state, createConversation(), { chats: state.chats });
    return;
  }
  rotateTerms(state.terms, atMs);
  rotateSamples(state.samples, atMs);
  expireBursts(state.bursts, atMs);
}

/** The conversation as of the open interval, which ends at `untilMs`. */
export const conversationOf = (
  state: ConversationState,
  sentiment: SentimentState,
  { sinceMs, nowMs, untilMs }: { sinceMs: number; nowMs: number; untilMs: number },
): Conversation => ({
  type: "conversation",
  atMs: nowMs,
  moods: sentimentCounts(sentiment),
  languages: languagesOf(state.languages),
  words: risingTerms(state.terms, "words", { sinceMs, untilMs }),
  emoji: risingTerms(state.terms, "emoji", { sinceMs, untilMs }),
  topics: topicsOf(state.samples, recentMessages(sentiment)),
  waves: burstsOf(state.bursts, untilMs),
});
