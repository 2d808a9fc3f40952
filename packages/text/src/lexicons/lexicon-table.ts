import { FNV_OFFSET, fnv1aStep } from "@frontrow/runtime/hash";
import type { Lexicon } from "./lexicon.ts";
import type { UnsegmentedLexicon } from "./unsegmented.ts";
import { isStretched, shortened, unaccented, type WordGroups } from "./word-map.ts";

/**
 * What a word is to a mood. An entry is a role and, for `valence`, a number; no entry is `nothing`. `inPhrase` is said of words that a
 * phrase has used up: the entry of its last word speaks for all of them.
 */
export const Role = { nothing: 0, valence: 1, negation: 2, trailing: 3, booster: 4, damper: 5, but: 6, inPhrase: 7 } as const;

/** Entry ↔ role and valence in tenths (−128 … 127). */
export const roleOf = (entry: number): number => entry >> 8;
export const tenthsOf = (entry: number): number => (entry & 255) - 128;
const entryOf = (role: number, tenths: number): number => (role << 8) | (tenths + 128);

const SEED = FNV_OFFSET | 0;
const STEM = 0x5bd1e995;
/** The longest of our words in scripts without spaces. */
const MAX_UNSEGMENTED_CHARS = 14;

/**
 * Words, stems and phrases → entry, by 32-bit hash in an open table: a look-up walks the word once, probes each of its
 * beginnings for a stem, and allocates nothing. With 20,000 entries a wrong hit is one in 200,000 look-ups.
 */
export class LexiconTable {
  readonly #keys: Int32Array;
  readonly #entries: Uint16Array;
  readonly #mask: number;
  /** Hash of the word that was looked up last; phrases are made of these. */
  hash = 0;
  /** Characters of what `ofLongestAt` found last. */
  length = 0;

  constructor(found: ReadonlyMap<number, number>) {
    const size = 1 << Math.ceil(Math.log2(found.size * 2 + 2));
    this.#keys = new Int32Array(size);
    this.#entries = new Uint16Array(size);
    this.#mask = size - 1;
    for (const [key, entry] of found) {
      const at = this.#slotOf(key);
      this.#keys[at] = key;
      this.#entries[at] = entry;
    }
  }

  /** The word's entry or that of its longest stem; sets `hash`. */
  ofWord(word: string): number {
    let hash = SEED;
    let stem: number = Role.nothing;
    const length = word.length;
    for (let at = 0; at < length; at++) {
      hash = step(hash, word.charCodeAt(at));
      if (at > 0) stem = this.#at(hash ^ STEM) || stem;
    }
    this.hash = hash;
    return this.#at(hash) || stem;
  }

  /** The entry of a word that is unknown as it stands: stretched ("looove") or, in Arabic, with what is written to its front. */
  ofVariants(word: string): number {
    // Indonesian writes a doubled word with a digit: "sehat2".
    if (word.endsWith("2") && word.length > 3) {
      const single = word.slice(0, -1);
      return this.ofWord(single) || this.ofWord(single.replace(DOUBLED_VOWEL, "$1"));
    }
    if (isStretched(word)) {
      const [two, one] = shortened(word);
      return this.ofWord(two) || this.ofWord(one) || this.#withoutClitics(one);
    }
    return this.#withoutClitics(word);
  }

  #withoutClitics(word: string): number {
    const first = word.charCodeAt(0);
    if (first < 0x620 || first > 0x6ff) return 0;
    const bare = word.replace(CLITICS, "");
    const found = bare.length > 1 && bare !== word ? this.ofWord(bare) : 0;
    if (found !== 0) return found;
    const verb = word.replace(PERSONS, "");
    return verb.length > 2 && verb !== word ? this.ofWord(verb) : 0;
  }

  /**
   * The entry of the longest word that begins at a place of a text without spaces; sets `length` to how long that is, 0 without one.
   */
  ofLongestAt(text: string, at: number): number {
    let hash = SEED;
    let found: number = Role.nothing;
    this.length = 0;
    const end = Math.min(text.length, at + MAX_UNSEGMENTED_CHARS);
    for (let next = at; next < end; next++) {
      hash = step(hash, text.charCodeAt(next));
      const entry = this.#at(hash);
      if (entry === Role.nothing) continue;
      found = entry;
      this.length = next + 1 - at;
    }
    return found;
  }

  /** The entry of a phrase, by what `phraseHash` makes of the hashes of its words. */
  ofHash(hash: number): number {
    return this.#at(hash);
  }

  #at(key: number): number {
    return this.#entries[this.#slotOf(key)] as number;
  }

  #slotOf(key: number): number {
    let at = (key ^ (key >>> 15)) & this.#mask;
    while (this.#entries[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & this.#mask;
    return at;
  }
}

const DOUBLED_VOWEL = /([aeiou])\1/g;

/** And, so; for, by, like; then the article: or one of the former alone. */
const CLITICS = /^(?:[وف]?[لبك]?ال|[وف]?لل|[وفلبك])/;
/** And, so; will or is, as standard Arabic and dialects have it; then who does it: what is left begins as a noun of the root does. */
const PERSONS = /^[وف]?[سهحب]?[يتن]/;

/** Hash of a phrase of which the first words have hash `first`. */
export const phraseHash = (first: number, second: number): number => fnv1aStep(first, fnv1aStep(second, 0)) + 1;

/** A table of words of a script without spaces, which are looked for anywhere in a text; `_` stands for a space. */
export function unsegmentedTable({ valence, negations, trailing }: UnsegmentedLexicon): LexiconTable {
  const found = new Map<number, number>();
  const add = (words: string, entry: number): void => {
    for (const word of words.split(/\s+/)) {
      let hash = SEED;
      for (const character of word.replaceAll("_", " ")) hash = step(hash, character.charCodeAt(0));
      if (word !== "" && !found.has(hash)) found.set(hash, entry);
    }
  };
  add(negations, entryOf(Role.negation, 0));
  add(trailing, entryOf(Role.trailing, 0));
  for (const [tenths, words] of valence) add(words, entryOf(Role.valence, tenths));
  return new LexiconTable(found);
}

/** One table of a language's own words and, where those are silent, what is understood everywhere. */
export function lexiconTable(lexicon: Lexicon, shared: readonly WordGroups[]): LexiconTable {
  const found = new Map<number, number>();
  const entries = entriesOf(lexicon, shared);
  // As written first, for a spelling that two words share belongs to the one that has it by right: "schon" is not "schön".
  for (const [words, entry] of entries) claim(found, words, entry);
  for (const [words, entry] of entries) {
    for (const word of words.match(ACCENTED) ?? []) claim(found, otherSpellings(word), entry);
  }
  return new LexiconTable(found);
}

function entriesOf(lexicon: Lexicon, shared: readonly WordGroups[]): [words: string, entry: number][] {
  return [
    [lexicon.negations, entryOf(Role.negation, 0)],
    [lexicon.trailing ?? "", entryOf(Role.trailing, 0)],
    [lexicon.boosters, entryOf(Role.booster, 0)],
    [lexicon.dampers, entryOf(Role.damper, 0)],
    [lexicon.but, entryOf(Role.but, 0)],
    ...[lexicon.valence, ...shared].flat().map(([tenths, words]): [string, number] => [words, entryOf(Role.valence, tenths)]),
  ];
}

/** Enters words under their hashes, those that nobody has claimed before; in one walk, as there are tens of thousands. */
function claim(found: Map<number, number>, words: string, entry: number): void {
  let phrase = 0;
  let isPhrase = false;
  let hash = SEED;
  let isStem = false;
  let letters = 0;
  for (let at = 0; at <= words.length; at++) {
    const code = at < words.length ? words.charCodeAt(at) : SPACE;
    if (code === STAR) isStem = true;
    else if (code === UNDERSCORE || (code === HYPHEN && letters > 0)) {
      phrase = isPhrase ? phraseHash(phrase, hash) : hash;
      isPhrase = true;
      hash = SEED;
    } else if (code > SPACE) {
      hash = step(hash, code);
      letters++;
    } else if (letters > 0) {
      const key = isPhrase ? phraseHash(phrase, hash) : isStem ? hash ^ STEM : hash;
      if (!found.has(key)) found.set(key, entry);
      isPhrase = false;
      isStem = false;
      hash = SEED;
      letters = 0;
    }
  }
}
const SPACE = 0x20;
const STAR = 0x2a;
const UNDERSCORE = 0x5f;
/** Texts are split at hyphens, so that a word with one is a phrase. */
const HYPHEN = 0x2d;

/** Without accents, but for what is so short that it becomes another word: "sûr" is no "sur", nor "coñ…" the "con" of "contigo". */
function otherSpellings(word: string): string {
  const letters = word.endsWith("*") ? word.length - 2 : word.length;
  return letters < MIN_UNACCENTED
    ? ""
    : [unaccented(word), dotted(unaccented(word)), dotted(word), digraphs(word), word.replaceAll("ß", "ss")].join(" ");
}
/** Turkish without its dotless letter, which capitals in lower case have lost as well; Vietnamese without its barred one. */
const dotted = (word: string): string => word.replaceAll("ı", "i").replaceAll("đ", "d");
const MIN_UNACCENTED = 4;
const ACCENTED = /\S*[\u00c0-\u024f]\S*/g;

/** German without its letters: "schoen". */
const digraphs = (word: string): string =>
  word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss");

const step = (hash: number, code: number): number => {
  const letter = code >= 0x622 && code <= 0x671 ? arabicLetter(code) : code;
  return letter === TATWEEL ? hash : fnv1aStep(hash, letter);
};

const TATWEEL = 0x640;

/** Arabic as it is typed: any alef for any other, ya for its dotless form, ha for taa marbuta. */
function arabicLetter(code: number): number {
  switch (code) {
    case 0x622:
    case 0x623:
    case 0x625:
    case 0x671:
      return 0x627;
    case 0x649:
    case 0x626:
      return 0x64a;
    case 0x629:
      return 0x647;
    case 0x624:
      return 0x648;
    default:
      return code;
  }
}
