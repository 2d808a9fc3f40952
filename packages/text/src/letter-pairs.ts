/** Pairs of ASCII letters in lower case, for a quick look at how a word begins before a pattern is tried. */
export class LetterPairs {
  readonly #known = new Uint8Array(32 * 32);

  /** Pairs separated by spaces; either place may be several letters in brackets: "l[ou] mw". */
  constructor(pairs: string) {
    for (const [, first, firsts, second, seconds] of pairs.matchAll(/(?:([a-z])|\[([a-z]+)\])(?:([a-z])|\[([a-z]+)\])/g)) {
      for (const one of first ?? firsts ?? "") {
        for (const other of second ?? seconds ?? "") this.#known[placeOf(one.charCodeAt(0), other.charCodeAt(0))] = 1;
      }
    }
  }

  begins(word: string): boolean {
    const first = word.charCodeAt(0);
    const second = word.charCodeAt(1);
    return isLetter(first) && isLetter(second) && this.#known[placeOf(first, second)] === 1;
  }
}

const isLetter = (code: number): boolean => code > 0x60 && code < 0x7b;
const placeOf = (first: number, second: number): number => ((first & 31) << 5) | (second & 31);
