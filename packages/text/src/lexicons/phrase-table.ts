import { unaccented, type WordGroups } from "./word-map.ts";

/** Phrases of two words and more by the first of them. */
type PhraseTable = ReadonlyMap<string, readonly Phrase[]>;

export interface Phrase {
  readonly rest: readonly string[];
  readonly value: number;
}

/** Phrases, their words joined by "_", as written and without accents. */
export function phraseTable(groups: WordGroups): PhraseTable {
  const table = new Map<string, Phrase[]>();
  for (const [value, phrases] of groups) {
    for (const phrase of phrases.split(/\s+/)) {
      for (const spelling of new Set([phrase, unaccented(phrase)])) {
        const [first = "", ...rest] = spelling.split("_");
        const known = table.get(first);
        if (known) known.push({ rest, value });
        else table.set(first, [{ rest, value }]);
      }
    }
  }
  return table;
}

/** The highest value of those phrases that stand there, of all that begin with the word at `at`; 0 without one. */
export function phraseAt(phrases: readonly Phrase[], words: readonly string[], at: number): number {
  let value = 0;
  for (const phrase of phrases) {
    if (phrase.value > value && phrase.rest.every((word, after) => words[at + 1 + after] === word)) value = phrase.value;
  }
  return value;
}
