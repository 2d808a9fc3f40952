import { englishValence } from "./generated/english-valence.ts";
import { lazy } from "./lazy.ts";
import { stopWords } from "./stop-words.ts";
import { frenchValence, germanValence, indonesianValence, italianValence, portugueseValence, spanishValence } from "./valence.ts";
import { unaccented, type WordGroups } from "./word-map.ts";

const UNDETERMINED = "und";
/** Least evidence for a language: one common word of it that few others share. */
const ENOUGH = 0.5;
/** How much TikTok's own guess weighs: less than one good word. */
const HINT_WEIGHT = 0.35;
const MAX_WORDS = 60;

// Letters that few languages have, with the languages that do.
const LETTERS: Readonly<Record<string, string>> = {
  ñ: "es",
  "¿": "es",
  ã: "pt vi",
  õ: "pt vi hu",
  ç: "pt fr tr",
  ß: "de",
  ä: "de sv",
  ö: "de sv tr hu",
  ü: "de tr hu",
  å: "sv",
  è: "fr it",
  ê: "fr pt vi",
  à: "fr it pt vi",
  ù: "fr it vi",
  ò: "it vi",
  ì: "it vi",
  ô: "fr pt vi",
  î: "fr ro",
  û: "fr",
  œ: "fr",
  ë: "nl fr",
  ğ: "tr",
  ı: "tr",
  ş: "tr",
  ț: "ro",
  ţ: "ro",
  ș: "ro",
  ă: "ro vi",
  ł: "pl",
  ą: "pl",
  ę: "pl",
  ś: "pl",
  ż: "pl",
  ź: "pl",
  ć: "pl",
  ń: "pl",
  ř: "cs",
  ě: "cs",
  ů: "cs",
  š: "cs",
  č: "cs",
  ž: "cs",
  ő: "hu",
  ű: "hu",
  đ: "vi",
  ơ: "vi",
  ư: "vi",
};
const LETTER_WEIGHT = 0.6;

// Endings that are common in one of the languages and rare in the others.
const ENDINGS: Readonly<Record<string, string>> = {
  en: "ing tion ness ould ight ally",
  es: "ción ando iendo aron ito ita dad",
  pt: "ção ções ando inho inha ões dade",
  fr: "eux euse tion ment ette eau aient",
  de: "ung keit lich isch chen heit",
  it: "zione mente ando ato ella etti ità",
  id: "kan nya lah",
  nl: "heid lijk tje ijk",
  tl: "ngo yan",
};
const ENDING_WEIGHT = 0.3;

// Words with a mood tell the language too, where no common word does: "so cute", "hermosa". A short word may be anybody's.
const MOODS: Readonly<Record<string, WordGroups>> = {
  es: spanishValence,
  pt: portugueseValence,
  fr: frenchValence,
  de: germanValence,
  it: italianValence,
  id: indonesianValence,
  en: englishValence,
};
const MOOD_WEIGHT = 0.6;
const MOOD_MIN_CHARS = 4;
const UNACCENTED_WEIGHT = 0.4;

// Laughter and chat sounds are of no language, though some look like words of one.
const SOUND = /^(?:(?:ha)+h?|(?:je|ja|he|hi|hu|ah|rs|wk|ks)+\w?|k{2,}|w+|l+|x+d+|lo+l+|lmf?ao+|gg+|o+h+|a+h+|u+h+|m+|z+)$/;

interface Profile {
  readonly languages: readonly string[];
  /** Word → index and weight of each language that has it, flat. */
  readonly words: ReadonlyMap<string, readonly number[]>;
  readonly letters: ReadonlyMap<number, readonly number[]>;
  readonly endings: ReadonlyMap<string, number>;
}
const profile = lazy(makeProfile);

/** The likeliest language of Latin-script words, or `und` where they give no evidence. */
export function latinLanguageOf(words: readonly string[], hint?: string): string {
  const { languages, words: known, letters, endings } = profile();
  const scores = new Float64Array(languages.length);
  let evidence = false;
  let content = 0;
  const add = (pairs: readonly number[]): void => {
    evidence = true;
    for (let at = 0; at < pairs.length; at += 2) {
      const index = pairs[at] as number;
      scores[index] = (scores[index] as number) + (pairs[at + 1] as number);
    }
  };
  for (let at = 0; at < words.length && at < MAX_WORDS; at++) {
    const word = words[at] as string;
    const pairs = known.get(word);
    if (pairs) add(pairs);
    if (word.length > 2 && !SOUND.test(word)) content++;
    for (let char = 0; char < word.length; char++) {
      const code = word.charCodeAt(char);
      if (code > 0x7f) {
        const of = letters.get(code);
        if (of) add(of);
      }
    }
    if (!pairs && word.length > 4) {
      const index = endings.get(word.slice(-3)) ?? endings.get(word.slice(-4)) ?? endings.get(word.slice(-5));
      if (index !== undefined) scores[index] = (scores[index] as number) + ENDING_WEIGHT;
    }
  }
  const hinted = hint === undefined ? -1 : languages.indexOf(hint.slice(0, 2));
  if (hinted >= 0 && (evidence || content > 0)) scores[hinted] = (scores[hinted] as number) + HINT_WEIGHT;

  let best = -1;
  let score = 0;
  for (let at = 0; at < scores.length; at++) {
    if ((scores[at] as number) > score) {
      score = scores[at] as number;
      best = at;
    }
  }
  const enough = evidence ? score >= Math.min(ENOUGH, 0.25 * Math.max(1, words.length)) : score >= HINT_WEIGHT && content > 1;
  return best >= 0 && enough ? (languages[best] as string) : UNDETERMINED;
}

function makeProfile(): Profile {
  const languages = Object.keys(stopWords);
  const words = new Map<string, readonly number[]>();
  const add = (owners: ReadonlyMap<string, number[]>, weightOf: (word: string) => number): void => {
    for (const [word, list] of owners) if (!words.has(word)) words.set(word, shared(list, weightOf(word)));
  };
  const common = (language: string): string[] => (stopWords[language] ?? "").split(" ");
  // A word of many languages says little, a single letter less; one without its accents may be another language's word.
  add(ownersOf(languages, common), (word) => (word.length === 1 ? 0.15 : word.length === 2 ? 0.7 : 1));
  add(
    ownersOf(languages, (language) => common(language).map(unaccented)),
    () => UNACCENTED_WEIGHT,
  );
  add(ownersOf(languages, moodWords), () => MOOD_WEIGHT);
  const letters = new Map<number, readonly number[]>();
  for (const [letter, of] of Object.entries(LETTERS)) {
    const list = of.split(" ").map((language) => languages.indexOf(language));
    letters.set(letter.charCodeAt(0), shared(list, LETTER_WEIGHT));
  }
  const endings = new Map<string, number>();
  for (const [language, list] of Object.entries(ENDINGS)) {
    for (const ending of list.split(" ")) endings.set(ending, languages.indexOf(language));
  }
  return { languages, words, letters, endings };
}

const shared = (languages: readonly number[], weight: number): number[] =>
  languages.flatMap((index) => [index, weight / languages.length]);

const moodWords = (language: string): string[] =>
  (MOODS[language] ?? []).flatMap(([, list]) => list.split(" ")).filter((word) => word.length >= MOOD_MIN_CHARS);

/** Which languages, by index, have a word. */
function ownersOf(languages: readonly string[], wordsOf: (language: string) => string[]): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  languages.forEach((language, index) => {
    for (const word of new Set(wordsOf(language))) {
      const list = owners.get(word);
      if (list) list.push(index);
      else owners.set(word, [index]);
    }
  });
  return owners;
}
