import { type FeatureBuffer, hashOf, hashPair } from "../model/feature-buffer.ts";
import { isUnsegmented } from "../scripts.ts";
import type { Tokens } from "../tokenizer.ts";
import type { QuestionCues } from "./cues.ts";

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
 * What tells a question: words, pairs of neighbours, how it begins (after greetings) and ends, the rules' cues; in scripts
 * without spaces runs of one to three characters. No marks: it is asked about texts without one.
 */
export function addQuestionFeatures(buffer: FeatureBuffer, tokens: Tokens, cues: QuestionCues): void {
  const { words, letters } = tokens;
  const { first } = cues;
  const last = Math.min(words.length, MAX_WORDS) - 1;
  if (isUnsegmented(letters)) {
    for (let at = first; at <= last; at++) buffer.addCharacterNgrams(words[at] as string, 1, 3, CHARACTERS);
  } else {
    let before = START;
    for (let at = first; at <= last; at++) {
      const word = words[at] as string;
      const hash = hashOf(word, WORD);
      buffer.add(hash);
      buffer.add(hashPair(before, hash));
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
  if (cues.opens) buffer.add(OPENS);
  if (cues.exclaims) buffer.add(EXCLAIMS);
  if (cues.inverts) buffer.add(INVERTS);
  if (cues.phrase) buffer.add(PHRASE);
  if (cues.tag) buffer.add(TAG);
  if (cues.unsegmented) buffer.add(DENSE);
  if (cues.inside) buffer.add(INSIDE);
  if (cues.addresses) buffer.add(ADDRESSES);
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
