import { isEnglish, tableOf } from "./lexicons/lexicons.ts";
import { moodOfPictures } from "./picture-mood.ts";
import type { Scan } from "./scan.ts";
import { moodOfWords } from "./word-mood.ts";

/** VADER's: how fast a sum of valences comes near ±1. */
const NORMALISER = 15;

/** Mood by the rules alone, −1 … 1: words by the lexicon of their language, emoji and emoticons, emphasis. */
export function compoundOf(scan: Scan, language: string): number {
  // The models of mood and of toxicity ask for the same message one after the other.
  if (scan !== last.scan || language !== last.language) last = { scan, language, compound: compute(scan, language) };
  return last.compound;
}

let last: { readonly scan?: Scan; readonly language: string; readonly compound: number } = { language: "", compound: 0 };

function compute(scan: Scan, language: string): number {
  const felt = moodOfWords(scan, tableOf(language), isEnglish(language)) + moodOfPictures(scan);
  const sum = isEnglish(language) ? felt : beyondDoubt(felt, scan);
  if (sum === 0) return 0;
  const emphatic = sum + Math.sign(sum) * emphasisOf(scan);
  return emphatic / Math.sqrt(emphatic * emphatic + NORMALISER);
}

/** From this many words on a message is a sentence, in which one weak word is no mood. */
const SENTENCE_WORDS = 5;
/** What is left of a sum at the threshold: just more than neutral. */
const LEAST_FELT = 0.2;
/** In the train half of VADER's tweets, praise that asks or that points elsewhere was felt two thirds as strongly. */
const ASKED_OR_LINKED = 0.67;

/**
 * The longer a sentence, the more it takes to be glad: a sum below 1 or 0.06 a word is doubt. The threshold was chosen on the
 * train half of VADER's tweets, where it best parts three moods that are equally frequent; English has a model for this. It is
 * not asked of blame, of which our lists know less than of praise: on tweets of four languages they find it half as often.
 */
function beyondDoubt(sum: number, { words, questionMarks, links }: Scan): number {
  if (words.length < SENTENCE_WORDS || sum <= 0) return sum;
  const felt = questionMarks > 0 || links > 0 ? sum * ASKED_OR_LINKED : sum;
  return Math.max(0, felt - Math.max(1, 0.06 * words.length) + LEAST_FELT);
}

/** VADER's: exclamation marks, and question marks from two on. */
const emphasisOf = ({ exclamations, questionMarks }: Scan): number =>
  Math.min(exclamations, 4) * 0.292 + (questionMarks < 2 ? 0 : questionMarks > 3 ? 0.96 : questionMarks * 0.18);
