import { commonWords } from "./keywords.ts";
import { likeliest, type SharedScript } from "./language-model.ts";
import type { Scan } from "./scan.ts";
import { Script } from "./scripts.ts";
import { isSound } from "./sounds.ts";

/** Says that a text has no language: numbers, emoji, a laugh, an emote. */
export const UNDETERMINED = "und";

/** So few letters may be initials, a sound or a name: they have a language when it is likelier than not, or a common word. */
const FEW_LETTERS = 3;
const ENOUGH = 0.5;

/**
 * The text's language (ISO 639-1), or `und`. The script decides where one language has it; where several share it, a linear
 * model over the characters of the words does. `hint`, TikTok's own guess, is noise on short text and only breaks ties.
 */
export function languageOf(scan: Scan, hint?: string): string {
  const words = wordsOfLanguage(scan);
  if (words.length === 0) return UNDETERMINED;
  const script = mainScript(scan.letters);
  const only = ONLY[script];
  if (only !== undefined) return only;
  // No other language has kana.
  if (script === Script.han && (scan.letters[Script.kana] as number) > 0) return "ja";
  if (script === Script.hangul) return /[가-힣]/.test(scan.text) ? "ko" : UNDETERMINED; // ㅋㅋㅋ is a laugh
  const shared = SHARED[script];
  if (shared === undefined) return UNDETERMINED;
  const least = script === Script.latin && isHardlyAWord(words) ? ENOUGH : 0;
  return likeliest(shared, words, hint, least) ?? UNDETERMINED;
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

function isHardlyAWord(words: readonly string[]): boolean {
  const word = words[0] as string;
  return words.length === 1 && word.length <= FEW_LETTERS && !commonWords().has(word);
}

/** Words that are no sounds; none when only single letters and emotes are left. */
function wordsOfLanguage({ words, camel }: Scan): readonly string[] {
  const found: string[] = [];
  let isSaid = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    // Emotes are written "PogChamp", "monkaS", "chjbHug": a capital inside a word.
    if ((at < 31 && camel & (1 << at)) || isSound(word)) continue;
    found.push(word);
    isSaid ||= word.length > 1 || word.charCodeAt(0) > 0x2ff;
  }
  return isSaid ? found : [];
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
