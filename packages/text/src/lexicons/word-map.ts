/** A table of words as sources hold it: a value, and the words that have it, separated by spaces. */
export type WordGroups = readonly (readonly [value: number, words: string])[];

/**
 * Words → value. Each word is entered as written and without its accents, as people type both; the first to claim a
 * spelling keeps it, so put what weighs more first.
 */
export function wordMap(...tables: readonly WordGroups[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const table of tables) {
    for (const [value, words] of table) {
      for (const word of words.split(/\s+/)) {
        if (word === "") continue;
        for (const spelling of [word, unaccented(word)]) if (!map.has(spelling)) map.set(spelling, value);
      }
    }
  }
  return map;
}

export const wordSet = (words: string): Set<string> => new Set(words.split(/\s+/).flatMap((word) => [word, unaccented(word)]));

export const unaccented = (word: string): string =>
  ASCII.test(word) ? word : word.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
const ASCII = /^[\0-\x7f]*$/;

/** Runs of three and more of a letter, as in "soooo": once as two, once as one, for whatever dictionary knows either. */
export const shortened = (word: string): readonly [string, string] => [
  word.replace(/(.)\1{2,}/gu, "$1$1"),
  word.replace(/(.)\1{2,}/gu, "$1"),
];

export function isStretched(word: string): boolean {
  for (let at = 2; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code === word.charCodeAt(at - 1) && code === word.charCodeAt(at - 2)) return true;
  }
  return false;
}
