import { tableOf } from "./lexicons/lexicons.ts";
import { moodOfPictures } from "./picture-mood.ts";
import type { Scan } from "./scan.ts";
import { moodOfWords } from "./word-mood.ts";

/** Beyond this, either way, a message has a mood; VADER's own threshold. */
const NEUTRAL_BAND = 0.05;
/** VADER's: how fast a sum of valences comes near ±1. */
const NORMALISER = 15;

export type SentimentLabel = "positive" | "neutral" | "negative";

export const labelOf = (sentiment: number): SentimentLabel =>
  sentiment >= NEUTRAL_BAND ? "positive" : sentiment <= -NEUTRAL_BAND ? "negative" : "neutral";

/** Mood of a message, −1 … 1: its words by VADER's rules and the lexicon of its language, then emoji and emoticons. */
export function sentimentOf(scan: Scan, language: string): number {
  const sum = moodOfWords(scan, tableOf(language)) + moodOfPictures(scan);
  if (sum === 0) return 0;
  return rounded(compound(sum + Math.sign(sum) * emphasis(scan)));
}

const compound = (sum: number): number => sum / Math.sqrt(sum * sum + NORMALISER);

/** VADER's: exclamation marks, and question marks from two on. */
const emphasis = ({ exclamations, questionMarks }: Scan): number =>
  Math.min(exclamations, 4) * 0.292 + (questionMarks < 2 ? 0 : questionMarks > 3 ? 0.96 : questionMarks * 0.18);

const rounded = (value: number): number => Math.max(-1, Math.min(1, Math.round(value * 1000) / 1000));
