import { withEmojiForCodes } from "@frontrow/protocol/emoji-codes";

/** Characters that show nothing or turn the direction of text: controls, formats, separators, lone surrogates, blank letters. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u2800\u3164\u115f\u1160\uffa0\u2065\ufff0-\ufff8\u{1d159}]/u;
/** Zero-width joiner: joins the parts of one emoji, or letters of some scripts; alone it is as invisible as the others. */
const JOINER = "\u200d";
const mark = /\p{M}/u;
/** Combining marks on one letter: no script needs more. */
const MAX_MARKS = 3;
const tooManyMarks = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, "gu");
const nothingButMarks = /^[\p{M}\p{Z}\u200d]*$/u;
const plain = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;
/** UTF-16 units that are read at all, as hostile text may be long. */
const READ_UNITS = 2_000;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const START_ISOLATE = "\u2068";
const END_ISOLATE = "\u2069";

/**
 * Strangers' text as one line of at most `length` characters, fit to stand inside a sentence of ours; "" when nothing of it is
 * visible. TikTok's emoji codes are emoji. Text that runs from right to left is isolated, so that it does not turn the sentence around it.
 */
export function cleanText(text: string, length: number): string {
  const line = cleanLine(withEmojiForCodes(text));
  const end = characterEnd(line, length - 1);
  const seen = characterEnd(line, length) < line.length ? `${line.slice(0, end).trimEnd()}…` : line;
  return rightToLeft.test(seen) ? `${START_ISOLATE}${seen}${END_ISOLATE}` : seen;
}

/** Strangers' text as one line without what is invisible, turns text around or reaches into other lines; "" when nothing is left. */
export function cleanLine(text: string): string {
  if (plain.test(text)) return text;
  let line = "";
  let marks = 0;
  for (const character of text.slice(0, READ_UNITS).replace(/\s+/gu, " ")) {
    marks = mark.test(character) ? marks + 1 : 0;
    if (marks > MAX_MARKS || (invisible.test(character) && character !== JOINER)) continue;
    line += character;
  }
  return nothingButMarks.test(line) ? "" : line.replace(/\u200d{2,}|^[\u200d\s]+|[\u200d\s]+$/gu, "");
}

/** Text as it is, but for the marks on one letter that reach into the lines above and below. */
export const withoutStackedMarks = (text: string): string => text.replace(tooManyMarks, "$1");

let made: Intl.Segmenter | undefined;
const segments = (text: string): Intl.Segments => {
  made ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return made.segment(text);
};

/**
 * Where the first `count` characters of `text` end, in UTF-16 units: a character as people see it, which an emoji of several
 * parts, or a letter with its marks, is one of.
 */
export function characterEnd(text: string, count: number): number {
  if (text.length <= count) return text.length;
  if (plain.test(text)) return count;
  let seen = 0;
  for (const { index } of segments(text)) {
    if (seen === count) return index;
    seen += 1;
  }
  return text.length;
}

/** Where the character of `text` begins that its UTF-16 unit `at` is a part of. */
export function characterBegin(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return plain.test(text) ? at : (segments(text).containing(at)?.index ?? 0);
}
