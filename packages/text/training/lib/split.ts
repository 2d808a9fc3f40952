/**
 * Whether a row is held out: half of all rows, by a hash of their text. Held-out rows train nothing and tune nothing, the
 * figures are theirs. Texts that differ only in case, space or punctuation are on one side.
 */
export function isHeldOut(text: string): boolean {
  let hash = 0x811c9dc5;
  for (const character of text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, " ")
    .trim()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) & 1) === 1;
}

export const trainHalf = <R extends { readonly text: string }>(rows: readonly R[]): R[] =>
  rows.filter((row) => !isHeldOut(row.text));

export const heldOutHalf = <R extends { readonly text: string }>(rows: readonly R[]): R[] =>
  rows.filter((row) => isHeldOut(row.text));
