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
  if (felt === 0) return 0;
  const emphatic = felt + Math.sign(felt) * emphasisOf(scan);
  const sum = isEnglish(language) ? emphatic : beyondDoubt(emphatic, scan);
  return sum / Math.sqrt(sum * sum + NORMALISER);
}

/** From this many words on a message is a sentence, in which one weak word is no mood. */
const SENTENCE_WORDS = 5;
/** What is left of a sum at the threshold: just more than neutral. */
const LEAST_FELT = 0.2;
/** Praise that asks, points elsewhere or trails off is felt two thirds as strongly. */
const HALF_HEARTED = 0.67;

/**
 * The longer a sentence, the more it takes to be glad: a sum below 1.2 or 0.06 a word is doubt. The numbers were chosen on the
 * training rows of VADER's tweets, where they best part three moods that are equally frequent; English has a model for this. Blame
 * is not doubted: our lists know less of it than of praise, and there it changes nothing.
 */
function beyondDoubt(sum: number, scan: Scan): number {
  const { length } = scan.words;
  if (length < SENTENCE_WORDS || sum <= 0) return sum;
  const meant = isHalfHearted(scan) ? sum * HALF_HEARTED : sum;
  return Math.max(0, meant - Math.max(1.2, 0.06 * length) + LEAST_FELT);
}

const isHalfHearted = ({ questionMarks, links, marks, text }: Scan): boolean =>
  questionMarks > 0 || links > 0 || text.includes("…") || marks.some((mark) => mark.startsWith(".."));

/** VADER's: exclamation marks, and question marks from two on. */
const emphasisOf = ({ exclamations, questionMarks }: Scan): number =>
  Math.min(exclamations, 4) * 0.292 + (questionMarks < 2 ? 0 : questionMarks > 3 ? 0.96 : questionMarks * 0.18);
