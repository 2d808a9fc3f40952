import type { ChatEvent } from "@frontrow/protocol/event";
import type { Conversation } from "@frontrow/protocol/insight";
import { hashOf } from "../../hash.ts";
import { type ChatState, moodsOf, recentChats } from "../chat.ts";
import { countLanguage, forgetLanguages, type LanguagesState, languagesOf, PAGE_MS } from "./languages.ts";
import { readMessage } from "./message.ts";
import { type SamplesState, sample, turnSamples, unsample, withdrawSamples } from "./samples.ts";
import { topicsOf } from "./topics.ts";
import { countTerms, createTrends, risingOf, type TrendsState, turnPage, uncountTerms } from "./trends.ts";
import { createWaves, forgetWaves, joinWave, noteSending, type WavesState, wavesOf, withdrawWaves } from "./waves.ts";

const NO_WORDS: readonly string[] = [];

/** What the chat of the last minutes is about. What came late is in none of it. */
export interface ConversationState {
  /** Messages so far. */
  chats: number;
  languages: LanguagesState;
  trends: TrendsState;
  samples: SamplesState;
  waves: WavesState;
}

export const createConversation = (): ConversationState => ({
  chats: 0,
  languages: new Map(),
  trends: createTrends(),
  samples: [],
  waves: createWaves(),
});

export function foldConversation(state: ConversationState, chat: ChatEvent): void {
  if (chat.late) return;
  state.chats++;
  const { atMs } = chat;
  countLanguage(state.languages, chat.language, atMs);
  const { key, emoji } = readMessage(chat.text);
  const person = hashOf(chat.user?.id ?? chat.id);
  if (key !== 0 && joinWave(state.waves, key, atMs, person)) return;

  const counted = countTerms(state.trends, atMs, person, { words: chat.keywords ?? NO_WORDS, emoji });
  if (counted.words.length > 0) {
    sample(state.samples, atMs, { rank: hashOf(chat.id), key, words: counted.words, mood: Math.round(chat.sentiment * 1_000) });
  }
  if (key === 0) return;
  const sendings = noteSending(state.waves, key, chat.text, { eventId: chat.id, atMs, person, counted });
  if (!sendings) return;
  // A campaign is no trend and no topic: what was counted before it was one is taken back.
  for (const sending of sendings) uncountTerms(state.trends, sending.atMs, sending.counted);
  const withWords = sendings.filter((sending) => sending.counted.words.length > 0);
  unsample(
    state.samples,
    key,
    withWords.map((sending) => sending.atMs),
  );
}

/** Moderation took these messages off the screen: no wave began with them, and no topic is of them. */
export function withdrawMessages(state: ConversationState, eventIds: readonly string[]): void {
  withdrawWaves(state.waves, eventIds);
  withdrawSamples(state.samples, new Set(eventIds.map(hashOf)));
}

/** At each beat: half minutes end, and after fifteen minutes of silence there is no conversation. */
export function beatConversation(state: ConversationState, atMs: number): void {
  if (atMs % PAGE_MS !== 0 || state.languages.size === 0) return;
  forgetLanguages(state.languages, atMs);
  if (state.languages.size === 0) {
    Object.assign(state, createConversation(), { chats: state.chats });
    return;
  }
  turnPage(state.trends, atMs);
  turnSamples(state.samples, atMs);
  forgetWaves(state.waves, atMs);
}

/** The conversation as of the beat that is open, which ends at `untilMs`. */
export const conversationOf = (
  state: ConversationState,
  chat: ChatState,
  { sinceMs, nowMs, untilMs }: { sinceMs: number; nowMs: number; untilMs: number },
): Conversation => ({
  type: "conversation",
  atMs: nowMs,
  moods: moodsOf(chat),
  languages: languagesOf(state.languages),
  words: risingOf(state.trends, "words", { sinceMs, untilMs }),
  emoji: risingOf(state.trends, "emoji", { sinceMs, untilMs }),
  topics: topicsOf(state.samples, recentChats(chat)),
  waves: wavesOf(state.waves, untilMs),
});
