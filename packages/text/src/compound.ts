import { tableOf } from "./lexicons/lexicons.ts";
import { moodOfPictures } from "./picture-mood.ts";
import type { Scan } from "./scan.ts";
import { moodOfWords } from "./word-mood.ts";

/** VADER's: how fast a sum of valences comes near ±1. */
const NORMALISER = 15;

/** Mood by the rules alone, −1 … 1: words by the lexicon of their language, emoji and emoticons, emphasis. */
export function compoundOf(scan: Scan, language: string): number {
  const sum = moodOfWords(scan, tableOf(language)) + moodOfPictures(scan);
  if (sum === 0) return 0;
  const emphatic = sum + Math.sign(sum) * emphasisOf(scan);
  return emphatic / Math.sqrt(emphatic * emphatic + NORMALISER);
}

/** VADER's: exclamation marks, and question marks from two on. */
const emphasisOf = ({ exclamations, questionMarks }: Scan): number =>
  Math.min(exclamations, 4) * 0.292 + (questionMarks < 2 ? 0 : questionMarks > 3 ? 0.96 : questionMarks * 0.18);
