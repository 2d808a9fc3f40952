import { compoundOf } from "./compound.ts";
import { type FeatureBuffer, hashOf, pairHash } from "./model/feature-buffer.ts";
import type { Profanity } from "./profanity.ts";
import type { Scan } from "./scan.ts";

const Kind = { word: 1, gram: 2, sign: 3, rude: 4 } as const;

/** What the model of toxicity sees of each word: itself and its runs of letters. */
export function addToxicityWord(into: FeatureBuffer, word: string): void {
  into.add(hashOf(word, Kind.word));
  into.addCharacterGrams(word, 3, 5, Kind.gram);
}

/** What it sees beside the words: pairs of them, emoji, and what the lists say. */
export function addToxicityContext(into: FeatureBuffer, scan: Scan, rude: Profanity): void {
  const { words, emoji } = scan;
  let before = START;
  for (let at = 0; at < words.length; at++) {
    const hash = hashOf(words[at] as string, Kind.word);
    into.add(pairHash(before, hash));
    before = hash;
  }
  for (let at = 0; at < emoji.length && at < 20; at++) into.add(hashOf(emoji[at] as string, Kind.sign));
  addRudeness(scan, rude, into);
  addMood(scan, into);
}

function addRudeness({ mentions, capitals, exclamations }: Scan, rude: Profanity, into: FeatureBuffer): void {
  const { worst, count, isAimed } = rude;
  const degree = worst === 0 ? 0 : worst < 16 ? 1 : worst < 22 ? 2 : 3;
  for (let again = 0; again < RUDE_AGAIN; again++) {
    into.add(pairHash(RUDE, degree * 16 + again));
    into.add(pairHash(RUDE, 64 + degree * 64 + (isAimed ? 16 : 0) + again));
    into.add(pairHash(RUDE, 512 + Math.min(count, 3) * 16 + again));
  }
  if (mentions > 0) into.add(pairHash(RUDE, 1024));
  if (capitals !== 0) into.add(pairHash(RUDE, 1025));
  if (exclamations > 1) into.add(pairHash(RUDE, 1026));
}
/** A mood, −1 … 1, in five steps: hate has words that no list of rude ones holds. */
function addMood(scan: Scan, into: FeatureBuffer): void {
  const mood = compoundOf(scan, "en");
  const step = Math.round((mood + 1) * MOOD_STEPS);
  for (let again = 0; again < RUDE_AGAIN; again++) into.add(pairHash(RUDE, 2048 + step * 16 + again));
}
const MOOD_STEPS = 2;

/** The lists' word counts as much as some runs of letters do. */
const RUDE_AGAIN = 4;
const START = hashOf("", Kind.word);
const RUDE = hashOf("", Kind.rude);
