import { type FeatureBuffer, hashOf } from "../model/feature-buffer.ts";

/** What tells a language: runs of one to four characters inside each word, and the word itself. */
export function addLanguageFeatures(buffer: FeatureBuffer, words: readonly string[]): void {
  for (const word of words) addWordFeatures(buffer, word);
}

export function addWordFeatures(buffer: FeatureBuffer, word: string): void {
  buffer.addCharacterNgrams(word, 1, 4, 0);
  buffer.add(hashOf(word, 1));
}
