import { seededRandom } from "@frontrow/testkit/random";
import { identifyLanguage } from "../src/language/language.ts";
import { type Tokens, tokenize } from "../src/tokenizer.ts";
import { chatPhrases } from "./chat-phrases.ts";
import { harmlessChat } from "./harmless-chat.ts";
import type { DataFolder } from "./lib/rows.ts";
import { trainingRows } from "./lib/split.ts";

export interface HarmlessRow {
  readonly text: string;
  /** Our own lines, which are harmless whatever the lists say of their words; the rest is text that nobody judged. */
  readonly isOwn: boolean;
}

/** Text as short as chat that insults nobody and sells nothing: our own lines, and pieces of text in 30 languages. */
export function harmlessRows(data: DataFolder): HarmlessRow[] {
  const own = [...harmlessChat, ...Object.values(chatPhrases).flatMap((phrases) => phrases.split("/"))];
  const texts = trainingRows([
    ...data.rows<{ text: string }>("langid-short", "lingua.jsonl"),
    ...data.rows<{ text: string }>("langid-short", "tweets.jsonl"),
  ]);
  return [
    ...own.map((text) => ({ text, isOwn: true })),
    ...texts.flatMap(({ text }) => piecesOf(text).map((piece) => ({ text: piece, isOwn: false }))),
  ];
}

const MAX_PIECE_WORDS = 8;

/** A text, and where it is longer than most of chat, it cut in pieces of one to eight words. The same text, the same pieces. */
export function piecesOf(text: string): string[] {
  const words = text.split(/\s+/);
  if (words.length <= MAX_PIECE_WORDS) return [text];
  const random = seededRandom(words.length * 31 + text.length);
  const pieces = [text];
  for (let from = 0; from < words.length; ) {
    const size = 1 + Math.floor(random() * MAX_PIECE_WORDS);
    pieces.push(words.slice(from, from + size).join(" "));
    from += size;
  }
  return pieces;
}

/** A text as the models see it. */
export function read(text: string): { readonly tokens: Tokens; readonly language: string } {
  const tokens = tokenize(text);
  return { tokens, language: tokens.words.length === 0 ? "und" : identifyLanguage(tokens) };
}
