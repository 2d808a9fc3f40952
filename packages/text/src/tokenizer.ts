import { emojiOfCode } from "@frontrow/protocol/emoji-codes";
import { isMask, unmasked } from "./lexicons/masked-words.ts";
import { Script, scriptTable } from "./scripts.ts";

/** Longest part of a text that is read, so that a message takes bounded time whatever is in it. TikTok allows 150. */
const MAX_CHARS = 600;
/** Longest word: a longer one is a wall of text, and is cut so that look-ups stay cheap. */
const MAX_WORD_CHARS = 40;

/** One message tokenized, once, for all annotators. */
export interface Tokens {
  /** What was looked at: the text, capped and without combining marks. */
  readonly text: string;
  /** Words in lower case, in order; mentions, links and numbers are not words. */
  readonly words: string[];
  /** Bit per word (the first 31): written all in allCaps. */
  readonly allCaps: number;
  /** Bit per word (the first 31): a capital after a small letter, as emotes are written ("monkaS") and few words. */
  readonly camelCase: number;
  /** Indices of the words that begin a clause, behind a mark such as `.`, `,` or `:`; the first word is not among them. */
  readonly clauses: readonly number[];
  /**
   * Emoji in order, by their base code points without skin tone and joiners; a flag is one, a keycap is 🔢, one of TikTok's codes the
   * emoji that stands for it.
   */
  readonly emoji: string[];
  /** Runs of ASCII punctuation between words, such as ":)" and "?!". */
  readonly punctuation: string[];
  /** Letters of each script, by `Script`. */
  readonly letters: Uint16Array;
  readonly digits: number;
  readonly mentions: number;
  readonly links: number;
  readonly questionMarks: number;
  readonly exclamations: number;
  /** Longest run of one and the same character. */
  readonly longestRun: number;
}

// What is stacked on letters (accents, and zalgo without end) takes the script of the letter below it. An accented letter
// has a code point of its own after NFC, which is for short text only: it is slow on hostile one.
const MARK = /\p{Script=Inherited}/u;
const MARKS = /\p{Script=Inherited}+/gu;
/** What an emoticon may end in: ":D", ":p", "<3", ":S". */
const EMOTICON_TAILS = "DPpOo3SsCcX";
const NOT_ASCII_LOWER = /[^a-z0-9'_]/;

/** Tokenizes any string in one pass: a broken surrogate is a character like any other that means nothing. */
export function tokenize(input: string): Tokens {
  let text = input.length > MAX_CHARS ? input.slice(0, MAX_CHARS) : input;
  if (MARK.test(text)) text = withoutMarks(text);
  // What TikTok draws as a picture is no word.
  const hasCodes = text.includes("[");

  const scripts = scriptTable();
  const words: string[] = [];
  const clauses: number[] = [];
  const emoji: string[] = [];
  const punctuation: string[] = [];
  const letters = new Uint16Array(Script.count);
  let allCaps = 0;
  let camelCase = 0;
  let digits = 0;
  let mentions = 0;
  let links = 0;
  let questionMarks = 0;
  let exclamations = 0;
  let longestRun = 0;
  let run = 0;
  let last = -1;
  const length = text.length;

  for (let at = 0; at < length; ) {
    const start = at;
    let code = text.charCodeAt(at);
    let script = scripts[code] as number;
    if (script >= Script.latin || (code >= 0x30 && code <= 0x39)) {
      let upper = 0;
      let isCamel = false;
      let inWord = 0;
      let numbers = 0;
      for (; at < length; at++) {
        code = text.charCodeAt(at);
        script = scripts[code] as number;
        if (script >= Script.latin) {
          letters[script] = (letters[script] ?? 0) + 1;
          inWord++;
          if (code >= 0x41 && code <= 0x5a) {
            upper++;
            isCamel ||= last >= 0x61 && last <= 0x7a && at > start;
          }
        } else if (code >= 0x30 && code <= 0x39) numbers++;
        else if (!joins(text, code, at) && !masks(text, start, at)) break;
        run = code === last ? run + 1 : 1;
        last = code;
        if (run > longestRun) longestRun = run;
      }
      digits += numbers;
      if (inWord === 0) continue;
      const word = text.slice(start, Math.min(at, start + MAX_WORD_CHARS));
      if (isLink(word, text, at)) {
        links++;
        while (at < length && text.charCodeAt(at) > 0x20) at++;
        continue;
      }
      if (upper === inWord && words.length < 31) allCaps |= 1 << words.length;
      if (isCamel && words.length < 31) camelCase |= 1 << words.length;
      words.push(upper > 0 || NOT_ASCII_LOWER.test(word) ? lower(word) : word);
      if (numbers > 0 || at - start > inWord) words[words.length - 1] = unmasked(word) ?? (words[words.length - 1] as string);
      continue;
    }

    run = code === last ? run + 1 : 1;
    last = code;
    if (run > longestRun) longestRun = run;
    if (code === 0x40 && isMention(text, at)) {
      mentions++;
      at++;
      while (at < length && isHandle(text.charCodeAt(at))) at++;
      continue;
    }
    if (hasCodes && code === 0x5b) {
      const end = codeEnd(text, at);
      if (end > 0) {
        const known = emojiOfCode(text.slice(at + 1, end - 1));
        if (known !== undefined) emoji.push(baseOf(known));
        at = end;
        continue;
      }
    }
    if (code === 0x3f || code === 0xbf || code === 0xff1f || code === 0x61f) questionMarks++;
    else if (code === 0x21 || code === 0xff01) exclamations++;
    if (script === Script.emoji) {
      const point = text.codePointAt(at) ?? code;
      at += point > 0xffff ? 2 : 1;
      if (point >= 0x1f3fb && point <= 0x1f3ff) continue; // a skin tone says nothing
      if (isFlagHalf(point) && isFlagHalf(text.codePointAt(at) ?? 0)) {
        emoji.push(text.slice(at - 2, at + 2));
        at += 2;
      } else emoji.push(String.fromCodePoint(point));
      continue;
    }
    at++;
    if (code > 0x20 && code < 0x7f) {
      let parts = partsClauses(code);
      // An emoticon is a short run of marks with, at times, a letter at its end: ":)", ":D", "<3".
      while (at < length && at - start < 8 && isMark(text.charCodeAt(at))) {
        const next = text.charCodeAt(at++);
        if (next === 0x3f) questionMarks++;
        else if (next === 0x21) exclamations++;
        parts ||= partsClauses(next);
      }
      if (parts) beginClause(clauses, words.length);
      const alone = at + 1 >= length || text.charCodeAt(at + 1) <= 0x20;
      if (alone && at < length && EMOTICON_TAILS.includes(text.charAt(at))) at++;
      if (at - start > 1) punctuation.push(text.slice(start, at));
    } else if (code === 0x0a || (code > 0x7e && CLAUSE_MARKS.includes(String.fromCharCode(code))))
      beginClause(clauses, words.length);
  }
  return {
    text,
    words,
    allCaps,
    camelCase,
    clauses,
    emoji,
    punctuation,
    letters,
    digits,
    mentions,
    links,
    questionMarks,
    exclamations,
    longestRun,
  };
}

/** Composes accents first, so that only what stacks marks on a letter loses them. A key in its cap is no digit. */
const withoutMarks = (text: string): string => text.normalize("NFC").replace(KEYCAP, "🔢").replace(MARKS, "");
const KEYCAP = /[0-9#*]\ufe0f?\u20e3/g;

const isFlagHalf = (point: number): boolean => point >= 0x1f1e6 && point <= 0x1f1ff;

/** Without what is joined to it or says how it is drawn. */
const baseOf = (emoji: string): string => String.fromCodePoint(emoji.codePointAt(0) ?? 0);

const MAX_CODE_CHARS = 24;

/** Where "[code]" ends that begins at `at`; 0 when none does: one word of ASCII letters, as TikTok's codes are. */
function codeEnd(text: string, at: number): number {
  let end = at + 1;
  while (end - at <= MAX_CODE_CHARS && isAsciiLetter(text.charCodeAt(end))) end++;
  return end - at > 2 && text.charCodeAt(end) === 0x5d ? end + 1 : 0;
}

const isAsciiLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** The capital of the Turkish "i" has a dot, which lower case would leave behind as a mark of its own. */
const lower = (word: string): string =>
  NOT_ASCII.test(word) ? word.replaceAll("İ", "i").toLowerCase().replaceAll("’", "'") : word.toLowerCase();
const NOT_ASCII = /[^\0-\x7f]/;

/** ASCII marks that end a clause; a negation does not reach beyond them. */
const partsClauses = (code: number): boolean =>
  code === 0x2e || code === 0x2c || code === 0x21 || code === 0x3f || code === 0x3a || code === 0x3b;
/** The same of other scripts. */
const CLAUSE_MARKS = "…。！？；：，、،؛؟۔।";

function beginClause(clauses: number[], word: number): void {
  if (word > 0 && clauses[clauses.length - 1] !== word) clauses.push(word);
}

/** An apostrophe inside a word belongs to it, as do underscores. */
const joins = (text: string, code: number, at: number): boolean =>
  code === 0x5f || ((code === 0x27 || code === 0x2019) && scriptTable()[text.charCodeAt(at + 1)] === Script.latin);

/** Whether a mark stands for a letter of a rude word: "f*ck", "sh!t", "a$$". */
function masks(text: string, start: number, at: number): boolean {
  if (!isMask(text.charCodeAt(at)) || (text.charAt(at) === "!" && !isPrinted(text.charCodeAt(at + 1)))) return false;
  const run = MASKED_RUN.exec(text.slice(start, start + MAX_MASKED_CHARS))?.[0] ?? "";
  return at - start < run.length && unmasked(run) !== undefined;
}
const isPrinted = (code: number): boolean => code > 0x20 && code < 0x7f;
const MASKED_RUN = /^[a-z\d*!@#$]+?(?=[!?]*(?:[^a-z\d*!@#$]|$))/i;
const MAX_MASKED_CHARS = 14;

const isMark = (code: number): boolean =>
  (code > 0x20 && code < 0x30) || (code > 0x39 && code < 0x40) || (code > 0x5a && code < 0x61) || (code > 0x7a && code < 0x7f);

const isHandle = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  code === 0x5f ||
  code === 0x2e ||
  code > 0xbf;

const isMention = (text: string, at: number): boolean =>
  isHandle(text.charCodeAt(at + 1)) && (at === 0 || !isHandle(text.charCodeAt(at - 1)));

const TOP_LEVEL = /^\.(?:com|net|org|tv|gg|io|co|me|ly|xyz|shop|store|link|site|online|app|info|ru|de|br|fr|id|it|es)(?![a-z])/i;

/** `https://…`, `www.…` and bare names such as `bit.ly/x`, seen when their first word has been read. */
function isLink(word: string, text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next === 0x3a) return /^https?$/i.test(word) && text.charCodeAt(end + 1) === 0x2f;
  if (next !== 0x2e) return false;
  return word === "www" || TOP_LEVEL.test(text.slice(end, end + 8));
}
