import { FNV_OFFSET, fnv1aStep } from "@frontrow/runtime/hash";

/**
 * Whether a row is held out: a quarter of all rows, by a hash of their text. Held-out rows train nothing and tune nothing, the
 * figures are theirs. Texts that differ only in case, space or punctuation are on one side.
 */
export const isHeldOut = (text: string): boolean => (hashOfText(text) & 3) === 3;

/** Which of so many folds a text is in, to predict some of the training rows by the rest; again, texts that differ little share one. */
export const foldOf = (text: string, folds: number): number => (hashOfText(text) >>> 8) % folds;

export const trainingRows = <R extends { readonly text: string }>(rows: readonly R[]): R[] =>
  rows.filter((row) => !isHeldOut(row.text));

export const heldOutRows = <R extends { readonly text: string }>(rows: readonly R[]): R[] =>
  rows.filter((row) => isHeldOut(row.text));

function hashOfText(text: string): number {
  let hash = FNV_OFFSET;
  for (const character of text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, " ")
    .trim()) {
    hash = fnv1aStep(hash, character.codePointAt(0) ?? 0);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
