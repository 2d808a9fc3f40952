import { chatQuestions } from "./chat-questions.ts";
import type { DataFolder } from "./lib/rows.ts";
import { trainingRows } from "./lib/split.ts";

/** A text without its question mark, and whether it asks. */
export interface AskingRow {
  readonly text: string;
  readonly asks: boolean;
  readonly language: string;
  readonly source: "xquad" | "own" | "comments" | "langid";
  /** Whether somebody said so, rather than the mark that it ended in. */
  readonly isSure: boolean;
  readonly weight: number;
}

/** All rows to learn questions from, none of them held out. */
export const askingRows = (data: DataFolder): AskingRow[] => [...xquad(data), ...own(), ...comments(data), ...langid(data)];

const xquad = (data: DataFolder): AskingRow[] =>
  trainingRows(data.rows<{ lang: string; text: string; question: boolean }>("question-xquad-multilingual")).map((row) => ({
    text: row.text,
    asks: row.question,
    language: row.lang,
    source: "xquad",
    isSure: true,
    weight: 1,
  }));

function own(): AskingRow[] {
  const rowsOf = (language: string, phrases: string, asks: boolean): AskingRow[] =>
    phrases.split("/").map((text) => ({ text, asks, language, source: "own", isSure: true, weight: 2 }));
  return Object.entries(chatQuestions).flatMap(([language, { asks, states }]) => [
    ...rowsOf(language, asks, true),
    ...rowsOf(language, states, false),
  ]);
}

/** Sets of comments and chat, with their language. */
export const COMMENTS = {
  "sentiment-vader-tweets": "en",
  "sentiment-vader-amazon": "en",
  "toxicity-davidson": "en",
  "toxicity-surge": "en",
  "spam-youtube": "en",
  "livechat-twitch-replay": "en",
  "sentiment-tiktok-comments-id": "id",
} as const;

/** Sentences of informal text: those that end in a mark ask. Many that don't ask as well, so these labels are noisy. */
function comments(data: DataFolder): AskingRow[] {
  return Object.entries(COMMENTS).flatMap(([set, language]) =>
    trainingRows(data.rows<{ text: string }>(set)).flatMap(({ text }) =>
      sentencesOf(text).map((sentence) => {
        const asks = /\?[?!]*$/.test(sentence);
        const bare = sentence.replace(/[?!.]+$/, "");
        return { text: bare, asks, language, source: "comments" as const, isSure: false, weight: asks ? 3 : 1 };
      }),
    ),
  );
}

function sentencesOf(text: string): string[] {
  const plain = text.replace(/https?:\S+/g, " ").replace(/&#?\w+;/g, " ");
  const sentences = plain.match(/[^.!?\n"|]+[.!?]*/g) ?? [];
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence.length > 3 && /\p{L}{2}/u.test(sentence));
}

const MARK = /[?？؟]/;

/** Pairs of words and sentences of all languages: hardly any of them ask, and so they show what does not. */
const langid = (data: DataFolder): AskingRow[] =>
  trainingRows(data.rows<{ lang: string; kind: string; text: string }>("langid-short", "lingua.jsonl"))
    .filter(({ kind, text }) => kind !== "single-words" && (!MARK.test(text) || /[?？؟]\s*$/.test(text)))
    .map(({ lang, text }) => {
      const asks = MARK.test(text);
      const bare = text.replace(/[?？؟]\s*$/, "");
      return { text: bare, asks, language: lang, source: "langid", isSure: false, weight: asks ? 2 : 0.3 };
    });
