import { compoundOf } from "./compound.ts";
import { englishMoodOf } from "./english-mood.ts";
import { indonesianMoodOf } from "./indonesian-mood.ts";
import { isEnglish } from "./lexicons/lexicons.ts";
import type { Scan } from "./scan.ts";

/** Beyond this, either way, a message has a mood; VADER's own threshold. */
const NEUTRAL_BAND = 0.05;
/** The models learned from sentences: exclamations and emotes are the rules' alone. */
const SENTENCE_WORDS = 5;

export type SentimentLabel = "positive" | "neutral" | "negative";

export const labelOf = (sentiment: number): SentimentLabel =>
  sentiment >= NEUTRAL_BAND ? "positive" : sentiment <= -NEUTRAL_BAND ? "negative" : "neutral";

/** Mood of a message, −1 … 1: by VADER's rules and the lexicon of its language; in two languages a model judges sentences. */
export function sentimentOf(scan: Scan, language: string): number {
  return Math.max(-1, Math.min(1, Math.round(moodOf(scan, language) * 1000) / 1000));
}

function moodOf(scan: Scan, language: string): number {
  const compound = compoundOf(scan, language);
  const { length } = scan.words;
  if (length >= SENTENCE_WORDS && isEnglish(language)) return englishMoodOf(scan, compound, NEUTRAL_BAND);
  if (length >= SENTENCE_WORDS && language === "id") return indonesianMoodOf(scan, compound, NEUTRAL_BAND);
  return compound;
}
