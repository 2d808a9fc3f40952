import { type FeatureBuffer, hashOf, hashPair } from "../model/feature-buffer.ts";
import type { Tokens } from "../tokenizer.ts";

const Kind = { word: 1, gram: 2, sign: 3, mood: 4 } as const;
/** Longer messages are judged by their beginning and by enough of it. */
const MAX_WORDS = 120;

/** What the model of mood in Indonesian sees: words, runs of letters (spelling is free, affixes are many), emoji, the rules' mood. */
export function indonesianFeatures({ words, emoji }: Tokens, compound: number, into: FeatureBuffer): FeatureBuffer {
  into.clear();
  for (let at = 0; at < words.length && at < MAX_WORDS; at++) {
    const word = words[at] as string;
    into.add(hashOf(word, Kind.word));
    into.addCharacterNgrams(word, 3, 4, Kind.gram);
  }
  for (let at = 0; at < emoji.length && at < 20; at++) into.add(hashOf(emoji[at] as string, Kind.sign));
  const mood = Math.round((compound + 1) * 2);
  for (let again = 0; again < 3; again++) into.add(hashPair(MOOD, mood * 8 + again));
  return into;
}

const MOOD = hashOf("", Kind.mood);
