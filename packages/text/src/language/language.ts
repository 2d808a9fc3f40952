import { commonWords } from "../keywords.ts";
import { Script } from "../scripts.ts";
import type { Tokens } from "../tokenizer.ts";
import { classify, type SharedScript } from "./classifier.ts";
import { isEverydayEnglish } from "./everyday-english.ts";
import { Listed, listsOf } from "./listed-words.ts";
import { isName } from "./names.ts";
import { isNonLexical } from "./non-lexical.ts";
import { isSystemLine } from "./system-line.ts";

/** Says that a text has no language: numbers, emoji, a laugh, an emote. */
export const UNDETERMINED = "und";

/** So few letters may be initials, an interjection or a name: they have a language when it is likelier than not, or a common word. */
const FEW_LETTERS = 3;
const ENOUGH = 0.5;

/**
 * The text's language (ISO 639-1), or `und`. The script decides where one language has it; where several share it, a linear
 * model over the characters of the words does. `hint`, TikTok's own guess, is noise on short text and only breaks ties.
 */
export function identifyLanguage(tokens: Tokens, hint?: string): string {
  const { words, anyLists } = lexicalWords(tokens);
  if (words.length === 0 || (anyLists & Listed.systemVerb && isSystemLine(tokens))) return UNDETERMINED;
  const script = mainScript(tokens.letters);
  const only = ONLY[script];
  if (only !== undefined) return only;
  // No other language has kana.
  if (script === Script.han && (tokens.letters[Script.kana] as number) > 0) return "ja";
  if (script === Script.hangul) return /[가-힣]/.test(tokens.text) ? "ko" : UNDETERMINED; // ㅋㅋㅋ is a laugh
  const shared = SHARED[script];
  if (shared === undefined) return UNDETERMINED;
  if (script === Script.latin && anyLists & ANY_HINDI && isRomanisedHindi(words)) return "hi";
  const least = script === Script.latin && isHardlyAWord(words) ? ENOUGH : 0;
  const found = classify(shared, words, hint, least) ?? UNDETERMINED;
  return script === Script.latin && found !== "en" && isEverydayEnglish(words) ? "en" : found;
}

const ONLY: Readonly<Record<number, string>> = {
  [Script.greek]: "el",
  [Script.hebrew]: "he",
  [Script.devanagari]: "hi",
  [Script.bengali]: "bn",
  [Script.tamil]: "ta",
  [Script.thai]: "th",
  [Script.kana]: "ja",
};

const SHARED: Readonly<Record<number, SharedScript>> = {
  [Script.latin]: "latin",
  [Script.cyrillic]: "cyrillic",
  [Script.arabic]: "arabic",
  [Script.han]: "han",
};

/** Hindi as it is mostly typed, which no set of ours teaches the model: two of its words, and one in five; or one that no other language has. */
function isRomanisedHindi(words: readonly string[]): boolean {
  let found = 0;
  for (const word of words) {
    const lists = listsOf(word);
    if (lists & Listed.hindiAlone) found += words.length <= FEW_WORDS ? 2 : 1;
    else if (lists & Listed.smallHindi) found++;
  }
  return found > 1 && found * 5 >= words.length;
}
const FEW_WORDS = 5;
const ANY_HINDI = Listed.smallHindi | Listed.hindiAlone;

function isHardlyAWord(words: readonly string[]): boolean {
  const word = words[0] as string;
  return words.length === 1 && word.length <= FEW_LETTERS && !commonWords().has(word);
}

/** Words that belong to a language, none when only single letters, emotes and names are left; and the lists that any word of the text is in. */
function lexicalWords({ words, camelCase }: Tokens): { readonly words: readonly string[]; readonly anyLists: number } {
  const found: string[] = [];
  let isSaid = false;
  let anyLists = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    const lists = listsOf(word);
    anyLists |= lists;
    // Emotes are written "PogChamp", "monkaS", "chjbHug": a capital inside a word.
    if ((at < 31 && camelCase & (1 << at)) || isNonLexical(word, lists)) continue;
    found.push(word);
    isSaid ||= (word.length > 1 || word.charCodeAt(0) > 0x2ff) && !isName(word);
  }
  return { words: isSaid ? found : [], anyLists };
}

/** The script that most letters have. */
function mainScript(letters: Uint16Array): number {
  let script: number = Script.other;
  let most = 0;
  for (let at: number = Script.latin; at < Script.count; at++) {
    const count = letters[at] as number;
    if (count <= most) continue;
    most = count;
    script = at;
  }
  return script;
}
