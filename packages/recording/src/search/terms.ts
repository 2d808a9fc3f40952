/**
 * Words as search compares them: the same letters whatever their case, width or accents, and emoji, each a word. What scripts write without
 * blanks (Han, kana, Thai …) is a run of which any part can be searched: where a word ends is not known there, and what a segmenter makes
 * of a query need not be what it makes of the same letters in a sentence.
 */
export interface Run {
  readonly text: string;
  /** Of a script without blanks between words. */
  readonly isUnspaced: boolean;
}

const UNSPACED = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]`;
const LETTERS = String.raw`[\p{L}\p{N}\p{M}]`;
const RUNS = new RegExp(
  String.raw`(?<unspaced>[${UNSPACED}&&${LETTERS}]+)|[${LETTERS}--${UNSPACED}]+|\p{Extended_Pictographic}|\p{RI}{2}`,
  "gv",
);
const ASCII = /^[\0-\x7f]*$/;
const ASCII_WORDS = /[a-z\d]+/g;
/** Accents, the vowel signs of Arabic and what stretches its words, and what chooses how an emoji looks. */
const LEFT_OUT = /[\u0300-\u036f]|[\u064b-\u0652]|\u0640|\u20e3|\ufe0e|\ufe0f/g;
/** Longer words are told apart by their beginnings. */
const MAX_WORD = 40;

/** The runs of a text, in their order. */
export function runsOf(text: string): Run[] {
  // Most chat: a tenth of the time.
  if (ASCII.test(text)) return (text.toLowerCase().match(ASCII_WORDS) ?? []).map(spaced);
  const folded = text.normalize("NFKD").toLowerCase().replaceAll(LEFT_OUT, "").replaceAll("ς", "σ").normalize("NFC");
  return [...folded.matchAll(RUNS)].map(([run, unspaced]) =>
    unspaced === undefined ? spaced(run) : { text: unspaced, isUnspaced: true },
  );
}

const spaced = (word: string): Run => ({
  text: word.length > MAX_WORD ? [...word].slice(0, MAX_WORD).join("") : word,
  isUnspaced: false,
});

/** Under what a run is indexed: itself, or each letter of it with the one that follows. */
export function termsOf({ text, isUnspaced }: Run): string[] {
  if (!isUnspaced) return [text];
  const letters = [...text];
  return letters.map((letter, n) => letter + (letters[n + 1] ?? ""));
}

/** What all messages that have a run are indexed under: terms that begin with these. */
export function prefixesOf(run: Run): string[] {
  const terms = termsOf(run);
  return run.isUnspaced && terms.length > 1 ? terms.slice(0, -1) : terms;
}

/** Whether a text has all that a query asks for: words by their beginnings, in any order. */
export function matches(text: string, query: readonly Run[]): boolean {
  const runs = runsOf(text);
  return query.every((wanted) =>
    runs.some((run) => {
      if (run.isUnspaced !== wanted.isUnspaced) return false;
      return wanted.isUnspaced ? run.text.includes(wanted.text) : run.text.startsWith(wanted.text);
    }),
  );
}
