import { type FeatureBuffer, hashOf, hashPair } from "../model/feature-buffer.ts";
import type { Tokens } from "../tokenizer.ts";
import { SPAM_CUE_COUNT, type SpamCues } from "./cues.ts";

const Kind = { word: 1, gram: 2, sign: 3, size: 4 } as const;
/** A cue counts as much as some words do. */
const CUE_REPEATS = 4;

/** What the model of spam sees of each word: itself and its runs of letters. */
export function addSpamWord(into: FeatureBuffer, word: string): void {
  into.add(hashOf(word, Kind.word));
  into.addCharacterNgrams(word, 4, 5, Kind.gram);
}

/** What it sees beside the words: pairs of them, the cues, and how long the text is. */
export function addSpamContext(into: FeatureBuffer, { words }: Tokens, { cues }: SpamCues): void {
  let before = START;
  for (let at = 0; at < words.length; at++) {
    const hash = hashOf(words[at] as string, Kind.word);
    into.add(hashPair(before, hash));
    before = hash;
  }
  for (let bit = 0; bit < SPAM_CUE_COUNT; bit++) {
    if (cues & (1 << bit)) for (let again = 0; again < CUE_REPEATS; again++) into.add(hashPair(SIGN, bit * 16 + again));
  }
  const size = Math.min(6, 32 - Math.clz32(words.length));
  for (let again = 0; again < 2; again++) into.add(hashPair(SIZE, size * 16 + again));
}

const START = hashOf("", Kind.word);
const SIGN = hashOf("", Kind.sign);
const SIZE = hashOf("", Kind.size);
