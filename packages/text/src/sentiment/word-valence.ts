import { isLaughter } from "../laughter.ts";
import { lazy } from "../lazy.ts";
import { LOSS, WIN } from "../lexicons/chat.ts";
import { emoteSuffixes } from "../lexicons/emotes.ts";
import { type LexiconTable, phraseHash, Role, roleOf, tenthsOf } from "../lexicons/lexicon-table.ts";
import { wordMap } from "../lexicons/word-map.ts";
import type { Tokens } from "../tokenizer.ts";

/** VADER's constants: a booster's share, that of capitals among others, and what a negation leaves of a word. */
const BOOST = 0.293;
const CAPITALS_BOOST = 0.733;
export const NEGATED = -0.74;
const LAUGHTER_TENTHS = 12;

/** What a negation leaves of a negative word in languages with negative concord ("non ho mai visto…"): it may belong to another clause. */
const NEGATIVE_NEGATED = -0.2;
/** Words before a valence in which a negation or booster acts on it; VADER's. */
const NEGATION_WINDOW = 3;
/** Words behind a verb in which its negation may stand: "gefällt mir gar nicht". */
const TRAILING_WINDOW = 3;
const MAX_PHRASE_WORDS = 4;

/** A text has at most 300 words; one message is read at a time, so these are filled again and again. */
const entries = new Int16Array(320);
/** First word of the clause that a word is in: what negates or boosts it stands there. */
const clauseStarts = new Int16Array(320);
/** Hashes of the one, two, three and four words that end at a word. */
const hashes = Array.from({ length: MAX_PHRASE_WORDS }, () => new Int32Array(320));

/**
 * Sum of the valences of a message's words, each in its context: VADER's rules (negation, boosters, capitals, "but", "no",
 * "never so", "least") with the words of a language.
 */
export function valenceOfWords(tokens: Tokens, table: LexiconTable, isEnglish: boolean): number {
  const { words } = tokens;
  const count = Math.min(words.length, entries.length);
  lookUp(tokens, table, count);
  const isMixedCase = tokens.allCaps !== 0 && count < 31 && popCount(tokens.allCaps) < count;
  let sum = 0;
  let beforeBut = 0;
  for (let at = 0; at < count; at++) {
    const entry = entries[at] as number;
    const role = roleOf(entry);
    if (role === Role.but) beforeBut = sum;
    if (role !== Role.valence) continue;
    let valence = tenthsOf(entry) / 10;
    if (valence === 0) continue;
    if (words[at] === "no" && at + 1 < count && roleOf(entries[at + 1] as number) === Role.valence) continue;
    if (isMixedCase && isCapital(tokens, at)) valence += Math.sign(valence) * CAPITALS_BOOST;
    sum += isEnglish
      ? withNegationWindow(tokens, at, valence, isMixedCase)
      : withNegativeConcord(tokens, at, count, valence, isMixedCase);
  }
  if (sum === 0) return -0.3 * Math.min(2, negationsAmong(count));
  // What follows "but" is what was meant.
  const meant = beforeBut === 0 ? sum : beforeBut * 0.5 + (sum - beforeBut) * 1.5;
  return isEnglish || meant < 0 || negationsAmong(count) === 0 ? meant : Math.max(0, meant - DENIAL);
}

/** To deny is no praise: VADER's tweets with a negation are judged lower, also where it denies something else than the praise. */
const DENIAL = 0.6;

function negationsAmong(count: number): number {
  let negations = 0;
  for (let at = 0; at < count; at++) {
    const role = roleOf(entries[at] as number);
    if (role === Role.negation || role === Role.trailing) negations++;
  }
  return negations;
}

/** What each word is, then what two to four of them are together. */
function lookUp(tokens: Tokens, table: LexiconTable, count: number): void {
  const { clauses } = tokens;
  let start = 0;
  let next = 0;
  for (let at = 0; at < count; at++) {
    if (clauses[next] === at) {
      start = at;
      next++;
    }
    clauseStarts[at] = start;
    entries[at] = entryAt(tokens, at, table);
    hashesOf(1)[at] = table.hash;
    lookUpPhrase(table, at, start);
  }
}

/** The longest phrase that ends at a word stands for all of its words. No phrase goes on beyond its clause. */
function lookUpPhrase(table: LexiconTable, at: number, start: number): void {
  const hash = hashesOf(1)[at] as number;
  for (let size = 2; size <= MAX_PHRASE_WORDS && at - size + 1 >= start; size++) {
    const phrase = phraseHash(hashesOf(size - 1)[at - 1] as number, hash);
    hashesOf(size)[at] = phrase;
    const entry = table.ofHash(phrase);
    if (entry === Role.nothing) continue;
    entries[at] = entry;
    for (let before = at - size + 1; before < at; before++) entries[before] = Role.inPhrase << 8;
  }
}

const hashesOf = (size: number): Int32Array => hashes[size - 1] as Int32Array;

function entryAt(tokens: Tokens, at: number, table: LexiconTable): number {
  const word = tokens.words[at] as string;
  const winOrLoss = winOrLossAt(tokens, at);
  const entry = table.ofWord(word);
  if (winOrLoss !== 0) return valenceEntry(winOrLoss);
  if (entry !== 0 || word.length < 3) return entry;
  if (isLaughter(word)) return valenceEntry(LAUGHTER_TENTHS);
  const { hash } = table;
  const found = table.ofVariants(word) || valenceOfEmote(tokens, at);
  table.hash = hash;
  return found;
}

const valenceEntry = (tenths: number): number => (Role.valence << 8) | (tenths + 128);

/** "W" and "L" alone or nearly so, and in capitals beside others. */
function winOrLossAt(tokens: Tokens, at: number): number {
  const word = tokens.words[at];
  if (word !== "w" && word !== "l") return 0;
  if (tokens.words.length > 4 || (tokens.words.length > 1 && !isCapital(tokens, at))) return 0;
  return word === "w" ? WIN : LOSS;
}

/** A channel's own emote by its ending, as in "somebodyHYPE"; 0 when it is none. */
function valenceOfEmote(tokens: Tokens, at: number): number {
  if (at > 30 || !(tokens.camelCase & (1 << at))) return 0;
  const word = tokens.words[at] as string;
  for (let size = Math.min(9, word.length - 2); size > 1; size--) {
    const tenths = endings().get(word.slice(-size));
    if (tenths !== undefined) return valenceEntry(tenths);
  }
  return 0;
}
const endings = lazy(() => wordMap(emoteSuffixes));

/** Boosters, dampers and negations among the three words before: each negation turns round what another has turned. */
function withNegationWindow(tokens: Tokens, at: number, valence: number, isMixedCase: boolean): number {
  const { words } = tokens;
  const canBeNegated = !isLaughter(words[at] as string);
  let result = valence;
  let distance = 0;
  for (let before = at - 1; before >= (clauseStarts[at] as number); before--) {
    if (isSingleLetter(words[before] as string)) continue;
    if (++distance > NEGATION_WINDOW) break;
    const role = roleOf(entries[before] as number);
    const boost = boostBy(tokens, role, before, distance, isMixedCase);
    if (boost !== 0) result += Math.sign(valence) * boost;
    else if (canBeNegated && isNegation(words, before, role, distance)) {
      if (isNeverSo(words, before, at)) result *= 1.25;
      else if (words[before] !== "without" || words[before + 1] !== "doubt") result *= NEGATED;
    }
  }
  if (at > 0 && words[at - 1] === "least" && words[at - 2] !== "at" && words[at - 2] !== "very") result *= NEGATED;
  return result;
}

/** The same under negative concord: two negations are one, and one may stand behind its verb. */
function withNegativeConcord(tokens: Tokens, at: number, count: number, valence: number, isMixedCase: boolean): number {
  const { words } = tokens;
  const start = clauseStarts[at] as number;
  let result = valence;
  let isDenied = false;
  let distance = 0;
  for (let before = at - 1; before >= start; before--) {
    if (isSingleLetter(words[before] as string)) continue;
    if (++distance > NEGATION_WINDOW) break;
    const role = roleOf(entries[before] as number);
    result += Math.sign(valence) * boostBy(tokens, role, before, distance, isMixedCase);
    isDenied ||= role === Role.negation || role === Role.trailing;
  }
  for (
    let behind = at + 1;
    behind < count && clauseStarts[behind] === start && behind <= at + TRAILING_WINDOW && !isDenied;
    behind++
  ) {
    const role = roleOf(entries[behind] as number);
    if (role === Role.valence || role === Role.but) break;
    isDenied = role === Role.trailing;
  }
  return isDenied && !isLaughter(words[at] as string) ? result * (valence > 0 ? NEGATED : NEGATIVE_NEGATED) : result;
}

/** What a booster or damper before a word adds, less the further it is; 0 for any other word. */
function boostBy(tokens: Tokens, role: number, before: number, distance: number, isMixedCase: boolean): number {
  if (role !== Role.booster && role !== Role.damper) return 0;
  const extra = isMixedCase && isCapital(tokens, before) ? CAPITALS_BOOST : 0;
  return (BOOST + extra) * (role === Role.booster ? 1 : -1) * (1.05 - distance * 0.05);
}

/** "never so good", "never been happier": it was less before. */
function isNeverSo(words: readonly string[], never: number, at: number): boolean {
  if (words[never] !== "never" || never === at - 1) return false;
  const next = words[never + 1] as string;
  if (next === "so" || next === "this") return true;
  return COMPARATIVE.test(words[at] as string) || INTENSIFIERS.has(words[at - 1] as string);
}
const COMPARATIVE = /^(?:better|worse|prouder|safer|nicer|cuter|cooler|[a-z]+ier)$/;
const INTENSIFIERS = new Set(["so", "this", "more"]);

/** "no" is said of the next word alone; what a phrase has used up denies nothing. */
const isNegation = (words: readonly string[], at: number, role: number, distance: number): boolean =>
  role === Role.negation ||
  (role !== Role.inPhrase && (words[at] === "no" ? distance === 1 : (words[at] as string).endsWith("n't")));

/** Initials and shortened words ("u", "r", "a") stand between a negation and its word without parting them. */
const isSingleLetter = (word: string): boolean => word.length === 1 && word.charCodeAt(0) < 0x250;

const isCapital = (tokens: Tokens, at: number): boolean => at < 31 && (tokens.allCaps & (1 << at)) !== 0;

function popCount(value: number): number {
  let left = value;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}
