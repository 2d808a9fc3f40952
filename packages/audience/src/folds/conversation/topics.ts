import type { Conversation } from "@frontrow/protocol/insight";
import { type SamplesState, sampled } from "./samples.ts";

type Topic = Conversation["topics"][number];
type Kept = ReturnType<typeof sampled>;

const LEAST_MESSAGES = 3;
/** Words that are looked at, the most frequent. */
const MAX_WORDS = 30;
const WORDS_A_TOPIC = 4;
const SHOWN = 5;
/** A word belongs to another's topic when it comes with it in at least two messages, and in this share of its own. */
const LEAST_TOGETHER = 2;
const TOGETHER_SHARE = 0.3;

/** A message by its frequent words, as places in their list. */
interface Message {
  readonly words: readonly number[];
  /** How many messages it stands for. */
  readonly stands: number;
  readonly mood: number;
}
/** The frequent words, the most frequent first, and in how many messages each is. */
interface Frequent {
  readonly words: readonly string[];
  readonly counts: readonly number[];
}

/**
 * What the sampled messages are about: each topic is a frequent word and those that mostly come with it; its messages are
 * those with any of them. Of `chats` messages in all they are the share. The largest first.
 */
export function topicsOf(samples: SamplesState, chats: number): Topic[] {
  const kept = sampled(samples);
  const frequent = frequentIn(kept);
  const messages = read(kept, frequent);
  return groupsOf(frequent, together(messages, frequent.words.length))
    .map((group) => topicOf(group, frequent, messages, chats))
    .sort((a, b) => b.chats - a.chats || ((a.words[0] as string) < (b.words[0] as string) ? -1 : 1))
    .slice(0, SHOWN);
}

function frequentIn(kept: Kept): Frequent {
  const counts = new Map<string, number>();
  for (const { said } of kept) for (const word of said.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const often = [...counts]
    .filter(([, count]) => count >= LEAST_MESSAGES)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, MAX_WORDS);
  return { words: often.map(([word]) => word), counts: often.map(([, count]) => count) };
}

function read(kept: Kept, frequent: Frequent): Message[] {
  const places = new Map(frequent.words.map((word, place) => [word, place]));
  const messages: Message[] = [];
  for (const { said, stands } of kept) {
    const words: number[] = [];
    for (const word of said.words) {
      const place = places.get(word);
      if (place !== undefined) words.push(place);
    }
    if (words.length > 0) messages.push({ words, stands, mood: said.mood });
  }
  return messages;
}

/** In how many messages two words come together: a table, row after row. */
function together(messages: readonly Message[], size: number): Uint16Array {
  const table = new Uint16Array(size * size);
  for (const { words } of messages) {
    for (const one of words) for (const other of words) table[one * size + other] = (table[one * size + other] as number) + 1;
  }
  return table;
}

function groupsOf({ words, counts }: Frequent, table: Uint16Array): number[][] {
  const left = new Set(words.keys());
  const groups: number[][] = [];
  for (const word of words.keys()) {
    if (!left.delete(word)) continue;
    const both = (other: number): number => table[word * words.length + other] as number;
    const companions = [...left]
      .filter((other) => both(other) >= Math.max(LEAST_TOGETHER, TOGETHER_SHARE * (counts[other] as number)))
      .sort((a, b) => both(b) - both(a) || a - b)
      .slice(0, WORDS_A_TOPIC - 1);
    if (companions.length === 0) continue;
    for (const other of companions) left.delete(other);
    groups.push([word, ...companions]);
  }
  return groups;
}

function topicOf(group: readonly number[], { words }: Frequent, messages: readonly Message[], all: number): Topic {
  let chats = 0;
  let moods = 0;
  for (const message of messages) {
    if (!message.words.some((word) => group.includes(word))) continue;
    chats += message.stands;
    moods += message.stands * message.mood;
  }
  return {
    words: group.map((word) => words[word] as string),
    chats: Math.round(chats),
    share: Math.min(1, Math.round((chats / Math.max(1, all)) * 1_000) / 1_000),
    sentiment: Math.max(-1, Math.min(1, Math.round(moods / chats) / 1_000 || 0)),
  };
}
