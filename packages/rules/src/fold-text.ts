import { withEmojiForCodes } from "@frontrow/protocol/emoji-codes";

/** Accents and points that people leave out when they type; vowel signs of other scripts are letters, and stay. */
const optionalMarks = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/gu;
/** Show nothing, or join a word: "don’t" is "dont". */
const unseen = /[\p{Cf}\p{Cc}'’ʼ`]/gu;
const apostrophes = /['’ʼ`]/gu;
const notOfWords = /[^\p{L}\p{M}\p{N}]+/gu;
const ofWords = /[\p{L}\p{N}]/u;
/** Scripts that write words without blanks between them, or join particles to them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Letters that no decomposition takes apart. */
const letters: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ħ: "h", æ: "ae", œ: "oe", ς: "σ", ı: "i" };

/**
 * Text for comparing: without case, accents, width, and what is between words. Text without letters and digits, as of emoji, is its
 * signs.
 */
export function foldText(text: string): string {
  const folded = text
    .normalize("NFKD")
    .replace(optionalMarks, "")
    .toUpperCase()
    .toLowerCase()
    // Once more: the small form of "İ" has a mark.
    .replace(optionalMarks, "")
    .replace(/[øłđħæœςı]/gu, (letter) => letters[letter] ?? letter)
    .normalize("NFC");
  return ofWords.test(folded) ? folded.replace(unseen, "").replace(notOfWords, " ").trim() : signsOf(text);
}

const signsOf = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}|\ufe0e|\ufe0f/gu, "")
    .trim();

/** Whether folded words are in a text, in their order and whole: "art" is not in "party"; in scripts without blanks anywhere. */
export function hasWords(text: string, wanted: string): boolean {
  if (wanted === "" || text === "") return false;
  const said = withEmojiForCodes(text);
  if (!ofWords.test(wanted)) return signsOf(said).includes(wanted);
  // Both "dont" and "istanbul" are in "don’t leave istanbul’a".
  return isWithin(foldText(said), wanted) || isWithin(foldText(said.replace(apostrophes, " ")), wanted);
}

function isWithin(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const isWhole = isEdge(charBefore(text, at), wanted) && isEdge(wanted, text.slice(at + wanted.length));
    if (isWhole) return true;
  }
  return false;
}

/** Whether a word may end between two texts. */
function isEdge(before: string, after: string): boolean {
  const left = Array.from(before).at(-1) ?? " ";
  const right = Array.from(after.slice(0, 2))[0] ?? " ";
  return left === " " || right === " " || unspaced.test(left) || unspaced.test(right);
}

const charBefore = (text: string, at: number): string => text.slice(Math.max(0, at - 2), at);
