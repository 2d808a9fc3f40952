import { describe, expect, it } from "vitest";
import { lexicons, sharedValence } from "../lexicons/lexicons.ts";
import { tokenize } from "../tokenizer.ts";
import { compoundScore } from "./compound.ts";

/** What every phrase is put into, none of which says anything of a mood by itself. */
const SETTINGS: Readonly<Record<string, (phrase: string) => string>> = {
  alone: (phrase) => phrase,
  capitalised: (phrase) => phrase.charAt(0).toUpperCase() + phrase.slice(1),
  "in capitals": (phrase) => phrase.toUpperCase(),
  "with a mark": (phrase) => `${phrase}!`,
  "with an emoji": (phrase) => `${phrase} 🐟`,
  "behind a sentence": (phrase) => `34 km. ${phrase}`,
  "behind a name and a comma": (phrase) => `anna, ${phrase}`,
};

/** Phrases and words with a hyphen, as the table has them: the first that claims a spelling gives its valence. */
function phrasesOf(language: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [tenths, words] of [lexicons.get(language)?.valence ?? [], ...sharedValence].flat()) {
    for (const word of words.split(/\s+/)) {
      const phrase = word.replaceAll(/[_-]/g, " ");
      if (/^\S+ \S/.test(phrase) && !found.has(phrase)) found.set(phrase, tenths);
    }
  }
  return found;
}

describe.each([...lexicons.keys()])("phrases in %s", (language) => {
  it.each(Object.entries(SETTINGS))("keep their sign %s", (_, setting) => {
    const aside = Math.sign(compoundScore(tokenize(setting("")), language));
    const turned = [...phrasesOf(language)].filter(([phrase, tenths]) => {
      const said = Math.sign(compoundScore(tokenize(setting(phrase)), language));
      return said !== (Math.sign(tenths) || aside);
    });
    expect(turned).toEqual([]);
  });

  it("are not turned round by a negation in the clause before", () => {
    const [negation] = lexicons.get(language)?.negations.trim().split(/\s+/) ?? [];
    const turned = [...phrasesOf(language)].filter(([phrase, tenths]) => {
      const said = Math.sign(compoundScore(tokenize(`${negation} 34. ${phrase}`), language));
      return said === -Math.sign(tenths) && said !== 0;
    });
    expect(turned).toEqual([]);
  });
});
