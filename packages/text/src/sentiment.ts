import { compoundOf } from "./compound.ts";
import { englishMoodOf } from "./english-mood.ts";
import { isEnglish } from "./lexicons/lexicons.ts";
import type { Scan } from "./scan.ts";

/** Beyond this, either way, a message has a mood; VADER's own threshold. */
const NEUTRAL_BAND = 0.05;
/** The correction for English learned from whole sentences: exclamations and emotes are the rules' alone. */
const SENTENCE_WORDS = 5;

export type SentimentLabel = "positive" | "neutral" | "negative";

export const labelOf = (sentiment: number): SentimentLabel =>
  sentiment >= NEUTRAL_BAND ? "positive" : sentiment <= -NEUTRAL_BAND ? "negative" : "neutral";

/** Mood of a message, −1 … 1: by VADER's rules and the lexicon of its language; English sentences are corrected by a model. */
export function sentimentOf(scan: Scan, language: string): number {
  const compound = compoundOf(scan, language);
  const isSentence = isEnglish(language) && scan.words.length >= SENTENCE_WORDS;
  const mood = isSentence ? englishMoodOf(scan, compound, NEUTRAL_BAND) : compound;
  return Math.max(-1, Math.min(1, Math.round(mood * 1000) / 1000));
}
