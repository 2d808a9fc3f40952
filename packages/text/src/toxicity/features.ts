import { type FeatureBuffer, hashOf, hashPair } from "../model/feature-buffer.ts";
import { compoundScore } from "../sentiment/compound.ts";
import type { Tokens } from "../tokenizer.ts";
import type { Profanity } from "./profanity.ts";

const Kind = { word: 1, gram: 2, sign: 3, rude: 4 } as const;

/** What the model of toxicity sees of each word: itself and its runs of letters. */
export function addToxicityWord(into: FeatureBuffer, word: string): void {
  into.add(hashOf(word, Kind.word));
  into.addCharacterNgrams(word, 4, 5, Kind.gram);
}

/** What it sees beside the words: pairs of them, emoji, and what the lists say. */
export function addToxicityContext(into: FeatureBuffer, tokens: Tokens, rude: Profanity): void {
  const { words, emoji } = tokens;
  let before = START;
  for (let at = 0; at < words.length; at++) {
    const hash = hashOf(words[at] as string, Kind.word);
    into.add(hashPair(before, hash));
    before = hash;
  }
  for (let at = 0; at < emoji.length && at < 20; at++) into.add(hashOf(emoji[at] as string, Kind.sign));
  addRudeness(tokens, rude, into);
  addMood(tokens, into);
}

function addRudeness(
  { mentions, allCaps, exclamations }: Tokens,
  { worst, count, isTargeted }: Profanity,
  into: FeatureBuffer,
): void {
  const degree = worst >> 1;
  addSign(into, Sign.worst, degree);
  addSign(into, isTargeted ? Sign.worstAimed : Sign.worstSaid, degree >> 2);
  addSign(into, Sign.count, Math.min(count, 3));
  if (mentions > 0) into.add(hashPair(RUDE, Sign.mention));
  if (allCaps !== 0) into.add(hashPair(RUDE, Sign.capitals));
  if (exclamations > 1) into.add(hashPair(RUDE, Sign.exclamations));
}

/** A mood, −1 … 1, in nine steps: hate has words that no list of rude ones holds. */
function addMood(tokens: Tokens, into: FeatureBuffer): void {
  addSign(into, Sign.mood, Math.round((compoundScore(tokens, "en") + 1) * 4));
}

/** What the lists say counts as much as some runs of letters do. */
function addSign(into: FeatureBuffer, sign: number, value: number): void {
  for (let again = 0; again < 4; again++) into.add(hashPair(RUDE, sign + value * 16 + again));
}

const Sign = {
  worst: 0,
  worstAimed: 1024,
  worstSaid: 2048,
  count: 3072,
  mood: 4096,
  mention: 5120,
  capitals: 5121,
  exclamations: 5122,
} as const;
const START = hashOf("", Kind.word);
const RUDE = hashOf("", Kind.rude);
