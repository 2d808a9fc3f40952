import { type FeatureBuffer, hashOf, pairHash } from "./model/feature-buffer.ts";
import type { Scan } from "./scan.ts";
import { SPAM_SIGN_COUNT, type SpamSigns } from "./spam-signs.ts";

const Kind = { word: 1, gram: 2, sign: 3, size: 4 } as const;
/** A sign counts as much as some words do. */
const SIGN_AGAIN = 4;

/** What the model of spam sees of each word: itself and its runs of letters. */
export function addSpamWord(into: FeatureBuffer, word: string): void {
  into.add(hashOf(word, Kind.word));
  into.addCharacterGrams(word, 4, 5, Kind.gram);
}

/** What it sees beside the words: pairs of them, the signs, and how long the text is. */
export function addSpamContext(into: FeatureBuffer, { words }: Scan, { signs }: SpamSigns): void {
  let before = START;
  for (let at = 0; at < words.length; at++) {
    const hash = hashOf(words[at] as string, Kind.word);
    into.add(pairHash(before, hash));
    before = hash;
  }
  for (let bit = 0; bit < SPAM_SIGN_COUNT; bit++) {
    if (signs & (1 << bit)) for (let again = 0; again < SIGN_AGAIN; again++) into.add(pairHash(SIGN, bit * 16 + again));
  }
  const size = Math.min(6, 32 - Math.clz32(words.length));
  for (let again = 0; again < 2; again++) into.add(pairHash(SIZE, size * 16 + again));
}

const START = hashOf("", Kind.word);
const SIGN = hashOf("", Kind.sign);
const SIZE = hashOf("", Kind.size);
