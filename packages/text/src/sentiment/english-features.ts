import { type FeatureBuffer, hashOf, hashPair } from "../model/feature-buffer.ts";
import type { Tokens } from "../tokenizer.ts";

const Kind = { word: 1, gram: 2, sign: 3, mood: 4 } as const;
/** Longer messages are judged by their beginning and by enough of it. */
const MAX_WORDS = 120;

/** What corrects the rules in English: words, pairs of them, beginnings of words, and what sort of message it is at that mood. */
export function englishFeatures(tokens: Tokens, compound: number, into: FeatureBuffer): FeatureBuffer {
  into.clear();
  const { words } = tokens;
  const count = Math.min(words.length, MAX_WORDS);
  let before = START;
  for (let at = 0; at < count; at++) {
    const word = words[at] as string;
    const hash = hashOf(word, Kind.word);
    into.add(hash);
    into.add(hashPair(before, hash));
    if (word.length > 4) into.add(hashOf(word.slice(0, 5), Kind.gram));
    before = hash;
  }
  const mood = Math.round((compound + 1) * 3);
  const add = (sign: number): void => {
    for (let again = 0; again < 3; again++) into.add(hashPair(MOOD, sign * 128 + mood * 8 + again));
  };
  add(0);
  if (tokens.links > 0) add(1);
  if (tokens.mentions > 0) add(2);
  if (tokens.exclamations > 0) add(3);
  if (tokens.questionMarks > 0) add(4);
  add(8 + Math.min(6, 32 - Math.clz32(words.length)));
  const finely = Math.round((compound + 1) * 8);
  for (let again = 0; again < 3; again++) into.add(hashPair(MOOD, FINELY + finely * 8 + again));
  return into;
}

const START = hashOf("", Kind.word);
/** Beyond all of the signs above. */
const FINELY = 4096;
const MOOD = hashOf("", Kind.mood);
