import { latinLanguageOf } from "./latin-language.ts";
import type { Scan } from "./scan.ts";
import { Script } from "./scripts.ts";

/** Says that a text has no language: numbers, emoji, a laugh, a name. */
export const UNDETERMINED = "und";

/**
 * The text's language (ISO 639-1), or `und`. The script decides where it can; Latin, Cyrillic and Arabic are shared and
 * looked into. `hint`, TikTok's own guess, is noise on short text and only breaks ties.
 */
export function languageOf(scan: Scan, hint?: string): string {
  const { letters } = scan;
  let script: number = Script.other;
  let most = 0;
  for (let at: number = Script.latin; at < Script.count; at++) {
    const count = letters[at] ?? 0;
    if (count > most) {
      most = count;
      script = at;
    }
  }
  // Japanese is written in Han and kana together, and no other language has kana.
  if ((letters[Script.kana] ?? 0) > 0 && (script === Script.han || script === Script.kana)) return "ja";
  switch (script) {
    case Script.latin:
      return latinLanguageOf(scan.words, hint);
    case Script.greek:
      return "el";
    case Script.cyrillic:
      return /[іїєґ]/i.test(scan.text) ? "uk" : "ru";
    case Script.hebrew:
      return "he";
    case Script.arabic:
      return /[ٹڈڑںےۓ]/.test(scan.text) ? "ur" : /[پچژگکی]/.test(scan.text) ? "fa" : "ar";
    case Script.devanagari:
      return "hi";
    case Script.bengali:
      return "bn";
    case Script.tamil:
      return "ta";
    case Script.thai:
      return "th";
    case Script.hangul:
      return /[가-힣]/.test(scan.text) ? "ko" : UNDETERMINED; // ㅋㅋㅋ is a laugh
    case Script.han:
      return "zh";
    default:
      return UNDETERMINED;
  }
}
