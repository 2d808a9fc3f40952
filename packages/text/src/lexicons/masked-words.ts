/** Rude words that people write with marks or digits for letters, so that filters miss them. */
const STEMS =
  "fuck shit bitch cunt dick cock pussy ass whore slut nigga nigger bastard idiot stupid moron asshole puta mierda porra merde putain connard pute kontol anjing bangsat".split(
    " ",
  );

const LETTERS: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const HAS_MASK = /[*!@#$\d]/;
/** What may stand behind such a word and belong to it. */
const ENDING = /^(?:s|es|ed|er|ers|in|ing|y|ty|head|hole|o|a)?$/;

/** The word that is meant by "f*ck" or "sh1t", in lower case; none when no rude word is. */
export function unmasked(written: string): string | undefined {
  if (!HAS_MASK.test(written)) return undefined;
  const word = written.toLowerCase();
  for (const stem of STEMS) {
    if (word.charAt(0) !== stem.charAt(0) || !isMaskOf(word, stem)) continue;
    const ending = word.slice(stem.length);
    if (ENDING.test(ending)) return stem + ending;
  }
  return undefined;
}

export const isMask = (code: number): boolean =>
  code < 0x41 && (code === 0x2a || code === 0x21 || (code > 0x22 && code < 0x25) || code === 0x40);

/** "f**k" has a star a letter, "sh1t" a digit that looks like it; a digit alone that looks like another letter is none. */
function isMaskOf(word: string, stem: string): boolean {
  if (word.length < stem.length) return false;
  for (let at = 1; at < stem.length; at++) {
    const written = word.charAt(at);
    if (written !== stem.charAt(at) && !isMask(word.charCodeAt(at)) && LETTERS[written] !== stem.charAt(at)) return false;
  }
  return true;
}
