/** A piece of a text, which was looked for or not. */
export interface MarkedPiece {
  readonly text: string;
  readonly isFound: boolean;
}

/** A text in pieces, so that what was looked for can be marked in it: each word where another begins with it, in any case. */
export function markedWords(text: string, words: string): readonly MarkedPiece[] {
  const wanted = words.trim().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [{ text, isFound: false }];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.map((word) => literal(word)).join("|")})`, "giu");
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > at) pieces.push({ text: text.slice(at, index), isFound: false });
    pieces.push({ text: found, isFound: true });
    at = index + found.length;
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), isFound: false });
  return pieces;
}

/** A word as a pattern that finds it as it is written. */
const literal = (word: string): string => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
