import type { Conversation } from "@frontrow/protocol/insight";
import { type SamplesState, sampledMessages } from "./samples.ts";

type Topic = Conversation["topics"][number];
type Kept = ReturnType<typeof sampledMessages>;

const LEAST_MESSAGES = 3;
/** Most frequent words that are considered. */
const MAX_WORDS = 30;
const WORDS_A_TOPIC = 4;
const SHOWN = 5;
/** A word joins another's topic when both are in at least two messages, and in this share of its own. */
const LEAST_TOGETHER = 2;
const TOGETHER_SHARE = 0.3;

/** A message, by the indices of its frequent words. */
interface Message {
  readonly words: readonly number[];
  /** Number of messages that it represents. */
  readonly weight: number;
  readonly sentiment: number;
}
/** Frequent words, the most frequent first, each with the number of messages it is in. */
interface Frequent {
  readonly words: readonly string[];
  readonly counts: readonly number[];
}

/**
 * Topics of the sampled messages, the largest first: each is a frequent word with those that co-occur with it, and its messages are
 * those with any of its words. Shares are of all `chats` messages.
 */
export function topicsOf(samples: SamplesState, chats: number): Topic[] {
  const kept = sampledMessages(samples);
  const frequent = frequentIn(kept);
  const messages = withFrequentWords(kept, frequent);
  return groupsOf(frequent, coOccurrences(messages, frequent.words.length))
    .map((group) => topicOf(group, frequent, messages, chats))
    .sort((a, b) => b.chats - a.chats || ((a.words[0] as string) < (b.words[0] as string) ? -1 : 1))
    .slice(0, SHOWN);
}

function frequentIn(kept: Kept): Frequent {
  const counts = new Map<string, number>();
  for (const { message } of kept) for (const word of message.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const frequent = [...counts]
    .filter(([, count]) => count >= LEAST_MESSAGES)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, MAX_WORDS);
  return { words: frequent.map(([word]) => word), counts: frequent.map(([, count]) => count) };
}

function withFrequentWords(kept: Kept, frequent: Frequent): Message[] {
  const places = new Map(frequent.words.map((word, place) => [word, place]));
  const messages: Message[] = [];
  for (const { message, weight } of kept) {
    const words: number[] = [];
    for (const word of message.words) {
      const place = places.get(word);
      if (place !== undefined) words.push(place);
    }
    if (words.length > 0) messages.push({ words, weight, sentiment: message.sentiment });
  }
  return messages;
}

/** Co-occurrence matrix: the number of messages with both words, row by row. */
function coOccurrences(messages: readonly Message[], size: number): Uint16Array {
  const table = new Uint16Array(size * size);
  for (const { words } of messages) {
    for (const one of words) for (const other of words) table[one * size + other] = (table[one * size + other] as number) + 1;
  }
  return table;
}

function groupsOf({ words, counts }: Frequent, table: Uint16Array): number[][] {
  const ungrouped = new Set(words.keys());
  const groups: number[][] = [];
  for (const word of words.keys()) {
    if (!ungrouped.delete(word)) continue;
    const both = (other: number): number => table[word * words.length + other] as number;
    const companions = [...ungrouped]
      .filter((other) => both(other) >= Math.max(LEAST_TOGETHER, TOGETHER_SHARE * (counts[other] as number)))
      .sort((a, b) => both(b) - both(a) || a - b)
      .slice(0, WORDS_A_TOPIC - 1);
    if (companions.length === 0) continue;
    for (const other of companions) ungrouped.delete(other);
    groups.push([word, ...companions]);
  }
  return groups;
}

function topicOf(group: readonly number[], { words }: Frequent, messages: readonly Message[], all: number): Topic {
  let chats = 0;
  let sentiments = 0;
  for (const message of messages) {
    if (!message.words.some((word) => group.includes(word))) continue;
    chats += message.weight;
    sentiments += message.weight * message.sentiment;
  }
  return {
    words: group.map((word) => words[word] as string),
    chats: Math.round(chats),
    share: Math.min(1, Math.round((chats / Math.max(1, all)) * 1_000) / 1_000),
    sentiment: Math.max(-1, Math.min(1, Math.round(sentiments / chats) / 1_000 || 0)),
  };
}
