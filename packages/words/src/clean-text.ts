/** Characters that show nothing or turn the direction of text: controls, formats, separators, lone surrogates, blank letters. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u2800\u3164\u115f\u1160\uffa0]/u;
/** Zero-width joiner: joins the parts of one emoji, or letters of some scripts; alone it is as invisible as the others. */
const JOINER = "\u200d";
const mark = /\p{M}/u;
/** Combining marks on one letter: no script needs more. */
const MAX_MARKS = 3;
/** UTF-16 units that are read at all, as hostile text may be long. */
const READ_UNITS = 2_000;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const START_ISOLATE = "\u2068";
const END_ISOLATE = "\u2069";

/**
 * Strangers' text as one line of at most `length` characters, fit to stand inside a sentence of ours; "" when nothing of it is
 * visible. Text that runs from right to left is isolated, so that it does not turn the sentence around it.
 */
export function cleanText(text: string, length: number): string {
  let line = "";
  let marks = 0;
  for (const character of text.slice(0, READ_UNITS).replace(/\s+/gu, " ")) {
    marks = mark.test(character) ? marks + 1 : 0;
    if (marks > MAX_MARKS || (invisible.test(character) && character !== JOINER)) continue;
    line += character;
  }
  const seen = shortened(line.replace(/\u200d{2,}|^[\u200d\s]+|[\u200d\s]+$/gu, ""), length);
  return rightToLeft.test(seen) ? `${START_ISOLATE}${seen}${END_ISOLATE}` : seen;
}

function shortened(line: string, length: number): string {
  const characters = [...line];
  return characters.length > length
    ? `${characters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`
    : line;
}
