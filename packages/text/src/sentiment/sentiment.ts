import { isEnglish } from "../lexicons/lexicons.ts";
import type { Tokens } from "../tokenizer.ts";
import { compoundScore } from "./compound.ts";
import { englishSentiment, indonesianSentiment } from "./sentence-models.ts";

/** Beyond this, either way, a message has a mood; VADER's own threshold. */
const NEUTRAL_BAND = 0.05;
/** The models learned from sentences: exclamations and emotes are the rules' alone. */
const SENTENCE_WORDS = 5;

export type SentimentLabel = "positive" | "neutral" | "negative";

export const labelOf = (sentiment: number): SentimentLabel =>
  sentiment >= NEUTRAL_BAND ? "positive" : sentiment <= -NEUTRAL_BAND ? "negative" : "neutral";

/** Mood of a message, −1 … 1: by VADER's rules and the lexicon of its language; in two languages a model judges sentences. */
export function sentimentOf(tokens: Tokens, language: string): number {
  return Math.max(-1, Math.min(1, Math.round(moodOf(tokens, language) * 1000) / 1000));
}

function moodOf(tokens: Tokens, language: string): number {
  const compound = compoundScore(tokens, language);
  const { length } = tokens.words;
  if (length >= SENTENCE_WORDS && isEnglish(language)) return englishSentiment(tokens, compound, NEUTRAL_BAND);
  if (length >= SENTENCE_WORDS && language === "id") return indonesianSentiment(tokens, compound, NEUTRAL_BAND);
  return compound;
}
