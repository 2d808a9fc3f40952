import { isEnglish, tableOf, unsegmentedTableOf } from "../lexicons/lexicons.ts";
import type { Tokens } from "../tokenizer.ts";
import { valenceOfEmoji } from "./emoji-valence.ts";
import { valenceOfUnsegmented } from "./unsegmented-valence.ts";
import { valenceOfWords } from "./word-valence.ts";

/** VADER's: how fast a sum of valences comes near ±1. */
const NORMALISER = 15;

/** Mood by the rules alone, −1 … 1: words by the lexicon of their language, emoji and emoticons, emphasis. */
export function compoundScore(tokens: Tokens, language: string): number {
  // The models of mood and of toxicity ask for the same message one after the other.
  if (tokens !== last.tokens || language !== last.language) last = { tokens, language, compound: compute(tokens, language) };
  return last.compound;
}

let last: { readonly tokens?: Tokens; readonly language: string; readonly compound: number } = { language: "", compound: 0 };

function compute(tokens: Tokens, language: string): number {
  const unsegmented = unsegmentedTableOf(language);
  const felt =
    valenceOfWords(tokens, tableOf(language), isEnglish(language)) +
    (unsegmented ? valenceOfUnsegmented(tokens.text, unsegmented) : 0) +
    valenceOfEmoji(tokens);
  if (felt === 0) return 0;
  const emphatic = felt + Math.sign(felt) * emphasisOf(tokens);
  const sum = isEnglish(language) ? emphatic : discountWeakPraise(emphatic, tokens);
  return sum / Math.sqrt(sum * sum + NORMALISER);
}

/** From this many words on a message is a sentence, in which one weak word is no mood. */
const SENTENCE_WORDS = 5;
/** What is left of a sum at the threshold: just more than neutral. */
const LEAST_FELT = 0.2;
/** Praise that asks, points elsewhere or trails off is felt two thirds as strongly. */
const HEDGED = 0.67;

/**
 * The longer a sentence, the more it takes to be glad: a sum below 1.2 or 0.06 a word is doubt. The numbers were chosen on the
 * training rows of VADER's tweets, where they best part three moods that are equally frequent; English has a model for this. Blame
 * is not doubted: our lists know less of it than of praise, and there it changes nothing.
 */
function discountWeakPraise(sum: number, tokens: Tokens): number {
  const { length } = tokens.words;
  if (length < SENTENCE_WORDS || sum <= 0) return sum;
  const meant = isHedged(tokens) ? sum * HEDGED : sum;
  return Math.max(0, meant - Math.max(1.2, 0.06 * length) + LEAST_FELT);
}

const isHedged = ({ questionMarks, links, punctuation, text }: Tokens): boolean =>
  questionMarks > 0 || links > 0 || text.includes("…") || punctuation.some((mark) => mark.startsWith(".."));

/** VADER's: exclamation marks, and question marks from two on. */
const emphasisOf = ({ exclamations, questionMarks }: Tokens): number =>
  Math.min(exclamations, 4) * 0.292 + (questionMarks < 2 ? 0 : questionMarks > 3 ? 0.96 : questionMarks * 0.18);
