import { type FeatureBuffer, hashOf, pairHash } from "./model/feature-buffer.ts";
import { isDense, type QuestionSigns } from "./question-signs.ts";
import type { Scan } from "./scan.ts";

const MAX_WORDS = 60;
const WORD = 0;
const FIRST = 1;
const SECOND = 2;
const LAST = 3;
const CHARACTERS = 4;
const SIGN = 5;
const BEGINNING = 6;
const ENDING = 7;

/**
 * What tells a question: words, pairs of neighbours, how it begins (after greetings) and ends, the rules' signs; in scripts
 * without spaces runs of one to three characters. No marks: it is asked about texts without one.
 */
export function addQuestionFeatures(buffer: FeatureBuffer, scan: Scan, signs: QuestionSigns): void {
  const { words, letters } = scan;
  const { first } = signs;
  const last = Math.min(words.length, MAX_WORDS) - 1;
  if (isDense(letters)) {
    for (let at = first; at <= last; at++) buffer.addCharacterGrams(words[at] as string, 1, 3, CHARACTERS);
  } else {
    let before = START;
    for (let at = first; at <= last; at++) {
      const word = words[at] as string;
      const hash = hashOf(word, WORD);
      buffer.add(hash);
      buffer.add(pairHash(before, hash));
      before = hash;
      if (word.length > 3) {
        buffer.add(hashOf(word, BEGINNING, 0, 3));
        buffer.add(hashOf(word, ENDING, word.length - 3));
      }
    }
    buffer.add(hashOf(words[last] ?? "", LAST));
    if (first < last) buffer.add(hashOf(words[first + 1] as string, SECOND));
  }
  buffer.add(hashOf(words[first] ?? "", FIRST));
  if (signs.opens) buffer.add(OPENS);
  if (signs.exclaims) buffer.add(EXCLAIMS);
  if (signs.inverts) buffer.add(INVERTS);
  if (signs.phrase) buffer.add(PHRASE);
  if (signs.tag) buffer.add(TAG);
  if (signs.dense) buffer.add(DENSE);
  if (signs.inside) buffer.add(INSIDE);
  if (signs.addresses) buffer.add(ADDRESSES);
}

const INSIDE = hashOf("inside", SIGN);
const START = hashOf("start", SIGN);
const OPENS = hashOf("opens", SIGN);
const EXCLAIMS = hashOf("exclaims", SIGN);
const INVERTS = hashOf("inverts", SIGN);
const PHRASE = hashOf("phrase", SIGN);
const TAG = hashOf("tag", SIGN);
const DENSE = hashOf("dense", SIGN);
const ADDRESSES = hashOf("addresses", SIGN);
