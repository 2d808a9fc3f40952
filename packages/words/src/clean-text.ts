/** What shows as nothing or turns the direction of text: controls, formats, separators, halves of pairs, blank letters. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u2800\u3164\u115f\u1160\uffa0]/u;
/** Parts of one emoji, or letters of some scripts, are joined by it; alone it is as unseen as the others. */
const JOINER = "\u200d";
const mark = /\p{M}/u;
/** No script needs more marks on one letter. */
const MOST_MARKS = 3;
/** Hostile text is long: no more of it is looked at than this. */
const READ_UNITS = 2_000;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const START_ISOLATE = "\u2068";
const END_ISOLATE = "\u2069";

/**
 * Other people's text as one line of at most `length` characters, fit to stand inside a sentence of ours; "" when nothing of it
 * can be seen. Text that runs from right to left is isolated, so that it does not turn the sentence around it.
 */
export function cleanText(text: string, length: number): string {
  let line = "";
  let marks = 0;
  for (const character of text.slice(0, READ_UNITS).replace(/\s+/gu, " ")) {
    marks = mark.test(character) ? marks + 1 : 0;
    if (marks > MOST_MARKS || (unseen.test(character) && character !== JOINER)) continue;
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
