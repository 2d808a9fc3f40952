import { isLaughter } from "../laughter.ts";
import { LetterPairs } from "../letter-pairs.ts";
import { Listed, listsOf } from "./listed-words.ts";

/**
 * Whether a word, in lower case, belongs to no language: a laugh ("hahaha", "kkkk", "ахаха", "www"), a cry ("aaaah"), an
 * emote's name, keys struck at random, an account's name ("maria_88"), or what chat says everywhere ("gg", "tap", "ok").
 */
export function isNonLexical(word: string, lists = listsOf(word)): boolean {
  return (
    (lists & Listed.everywhere) !== 0 ||
    isOfLaughingLetters(word) ||
    isLaughter(word) ||
    (word.length > 2 && MAY_BEGIN.begins(word) && PATTERNS.test(word)) ||
    isAccountName(word)
  );
}

// Two letters that people laugh with; "mama", "coco" and "papa" have two letters as well, and are words.
const LAUGHS = new Set("ah eh hi hu aj ej ij kw rs dx lo ах ех их αχ हा".split(" "));
const WORDS_ALL_THE_SAME = new Set("aja ijji".split(" "));

/** One letter again and again, or two letters of a laugh in any order: "haahaha", "wkwkkwk". */
function isOfLaughingLetters(word: string): boolean {
  const { length } = word;
  const first = word.charCodeAt(0);
  let second = -1;
  for (let at = 1; at < length; at++) {
    const code = word.charCodeAt(at);
    if (code === first || code === second) continue;
    if (second !== -1) return false;
    second = code;
  }
  // A letter doubled may be a word in Han or Hangul, and a single letter is for others to judge.
  if (second === -1) return length > 2 || (length === 2 && first < 0x80);
  if (length < 3 || WORDS_ALL_THE_SAME.has(word)) return false;
  return LAUGHS.has(first < second ? String.fromCharCode(first, second) : String.fromCharCode(second, first));
}

/** Has an underscore, two digits, or one at its end that is none of those that words are shortened with ("hati2", "gr8"). */
function isAccountName(word: string): boolean {
  if (word.charCodeAt(0) > 0x24f) return false;
  let digits = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code === 0x5f) return true;
    if (code < 0x3a && code > 0x2f) digits++;
  }
  return digits > 0 && (digits > 1 || ONE_DIGIT.test(word)) && !NUMBER.test(word);
}
const ONE_DIGIT = /^(?:[a-z]{4,}[013-79]|[a-z]?\d[a-z]?)$/;
/** "2nd", "10k", "1990s". */
const NUMBER = /^\d+[a-zº]{1,3}$/;

// Keys of the left hand as bored fingers strike them, taps, families of emotes.
const PATTERNS =
  /^(?:[asdfghjkl]*asd[asdfghjkl]*|[sdfghjkl]{4,}|qwe(?:rty?)?|zxcv?b?|(?:tap){1,20}|(?:lma|ahaha|bahaha|muaha|jaja|jsjs|ajaj|hehe|kwkw)[a-z]*|(?:wide|sad)?pe(?:epo|pe)[a-z]+|monka[a-z]+|feels[a-z]+man|pog(?:gers|gies|champ|[a-z]?)|omega[a-z]{3}|kappa[a-z]*|l[uo]l+[a-z]?|xd+|gachi[a-z]+)$/;

/** What these begin with: most words need no pattern. Bored fingers stay on one row. */
const MAY_BEGIN = new LetterPairs(
  "[asdfghjkl][asdfghjkl] qw zx ta lm ah ba mu ja js aj he kw wi sa pe mo fe po om ka l[uol] xd ga",
);
