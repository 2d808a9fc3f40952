import { type FeatureBuffer, hashOf, pairHash } from "./model/feature-buffer.ts";
import type { Scan } from "./scan.ts";
import { SPAM_SIGN_COUNT, type SpamSigns } from "./spam-signs.ts";

const Kind = { word: 1, gram: 2, sign: 3, size: 4 } as const;
/** Longer messages are judged by their beginning and by enough of it. */
const MAX_WORDS = 120;
/** A sign counts as much as some words do. */
const SIGN_AGAIN = 4;

/** What the model of spam sees: words and pairs of them, runs of letters, the signs, and how long the text is. */
export function spamFeatures(scan: Scan, { signs }: SpamSigns, into: FeatureBuffer): FeatureBuffer {
  into.clear();
  const { words } = scan;
  const count = Math.min(words.length, MAX_WORDS);
  let before = START;
  for (let at = 0; at < count; at++) {
    const word = words[at] as string;
    const hash = hashOf(word, Kind.word);
    into.add(hash);
    into.add(pairHash(before, hash));
    into.addCharacterGrams(word, 4, 5, Kind.gram);
    before = hash;
  }
  for (let bit = 0; bit < SPAM_SIGN_COUNT; bit++) {
    if (signs & (1 << bit)) for (let again = 0; again < SIGN_AGAIN; again++) into.add(pairHash(SIGN, bit * 16 + again));
  }
  const size = Math.min(6, 32 - Math.clz32(words.length));
  for (let again = 0; again < 2; again++) into.add(pairHash(SIZE, size * 16 + again));
  return into;
}

const START = hashOf("", Kind.word);
const SIGN = hashOf("", Kind.sign);
const SIZE = hashOf("", Kind.size);
