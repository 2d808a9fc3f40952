import { isLaughter } from "./laughter.ts";
import { lazy } from "./lazy.ts";
import { joined, type LexiconTable, Role, roleOf, tenthsOf } from "./lexicon-table.ts";
import { LOSS, WIN } from "./lexicons/chat.ts";
import { emoteEndings } from "./lexicons/emotes.ts";
import type { Scan } from "./scan.ts";
import { wordMap } from "./word-map.ts";

/** VADER's constants: a booster's share, that of capitals among others, and what a negation leaves of a word. */
const BOOST = 0.293;
const CAPITALS_BOOST = 0.733;
const NEGATED = -0.74;
const LAUGHTER_TENTHS = 12;

/** Of a bad word, in languages whose negations add up ("non ho mai visto…"), little is turned round: it may be another clause's. */
const BAD_NEGATED = -0.2;
/** How far behind a verb its negation may stand: "gefällt mir gar nicht". */
const TRAILS_WITHIN = 3;

/** A scan has at most 300 words; one message is read at a time, so these are filled again and again. */
const entries = new Int16Array(320);
const hashes = new Int32Array(320);

/**
 * Sum of the valences of a message's words, each in its context: VADER's rules (negation, boosters, capitals, "but", "no",
 * "never so", "least") with the words of a language.
 */
export function moodOfWords(scan: Scan, table: LexiconTable, isEnglish: boolean): number {
  const { words } = scan;
  const count = Math.min(words.length, entries.length);
  read(scan, table, count);
  const mixed = scan.capitals !== 0 && count < 31 && bits(scan.capitals) < count;
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
    if (mixed && isCapital(scan, at)) valence += Math.sign(valence) * CAPITALS_BOOST;
    sum += isEnglish ? inContext(scan, at, valence, mixed) : inConcord(scan, at, count, valence, mixed);
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

/** What each word is, then what two or three of them are together. */
function read(scan: Scan, table: LexiconTable, count: number): void {
  for (let at = 0; at < count; at++) {
    entries[at] = entryAt(scan, at, table);
    hashes[at] = table.hash;
    if (at > 0) readPhrase(table, at);
  }
}

function readPhrase(table: LexiconTable, at: number): void {
  const two = table.ofPhrase(hashes[at - 1] as number, hashes[at] as number);
  const three = at > 1 ? table.ofPhrase(joined(hashes[at - 2] as number, hashes[at - 1] as number), hashes[at] as number) : 0;
  if (two === Role.nothing && three === Role.nothing) return;
  entries[at] = three || two;
  entries[at - 1] = 0;
  if (three !== 0) entries[at - 2] = 0;
}

function entryAt(scan: Scan, at: number, table: LexiconTable): number {
  const word = scan.words[at] as string;
  const winOrLoss = winOrLossAt(scan, at);
  const entry = table.ofWord(word);
  if (winOrLoss !== 0) return valenceEntry(winOrLoss);
  if (entry !== 0 || word.length < 3) return entry;
  if (isLaughter(word)) return valenceEntry(LAUGHTER_TENTHS);
  const { hash } = table;
  const found = table.ofVariants(word) || valenceOfEmote(scan, at);
  table.hash = hash;
  return found;
}

const valenceEntry = (tenths: number): number => (Role.valence << 8) | (tenths + 128);

/** "W" and "L" alone or nearly so, and in capitals beside others. */
function winOrLossAt(scan: Scan, at: number): number {
  const word = scan.words[at];
  if (word !== "w" && word !== "l") return 0;
  if (scan.words.length > 4 || (scan.words.length > 1 && !isCapital(scan, at))) return 0;
  return word === "w" ? WIN : LOSS;
}

/** A channel's own emote by its ending, as in "somebodyHYPE"; 0 when it is none. */
function valenceOfEmote(scan: Scan, at: number): number {
  if (at > 30 || !(scan.camel & (1 << at))) return 0;
  const word = scan.words[at] as string;
  for (let size = Math.min(9, word.length - 2); size > 1; size--) {
    const tenths = endings().get(word.slice(-size));
    if (tenths !== undefined) return valenceEntry(tenths);
  }
  return 0;
}
const endings = lazy(() => wordMap(emoteEndings));

/** Boosters, dampers and negations among the three words before: each negation turns round what another has turned. */
function inContext(scan: Scan, at: number, valence: number, mixed: boolean): number {
  const { words } = scan;
  let result = valence;
  for (let before = at - 1; before >= 0 && before >= at - 3; before--) {
    const role = roleOf(entries[before] as number);
    const boost = boostBy(scan, role, at, before, mixed);
    if (boost !== 0) result += Math.sign(valence) * boost;
    else if (isNegation(words, before, role)) {
      if (before < at - 1 && isNeverSo(words, before)) result *= 1.25;
      else if (words[before] !== "without" || words[before + 1] !== "doubt") result *= NEGATED;
    }
  }
  if (at > 0 && words[at - 1] === "least" && words[at - 2] !== "at" && words[at - 2] !== "very") result *= NEGATED;
  return result;
}

/** The same where two negations are one, and where one may stand behind its verb. */
function inConcord(scan: Scan, at: number, count: number, valence: number, mixed: boolean): number {
  let result = valence;
  let isDenied = false;
  for (let before = at - 1; before >= 0 && before >= at - 3; before--) {
    const role = roleOf(entries[before] as number);
    result += Math.sign(valence) * boostBy(scan, role, at, before, mixed);
    isDenied ||= role === Role.negation || role === Role.trailing;
  }
  for (let behind = at + 1; behind < count && behind <= at + TRAILS_WITHIN && !isDenied; behind++) {
    const role = roleOf(entries[behind] as number);
    if (role === Role.valence || role === Role.but) break;
    isDenied = role === Role.trailing;
  }
  return isDenied ? result * (valence > 0 ? NEGATED : BAD_NEGATED) : result;
}

/** What a booster or damper before a word adds, less the further it is; 0 for any other word. */
function boostBy(scan: Scan, role: number, at: number, before: number, mixed: boolean): number {
  if (role !== Role.booster && role !== Role.damper) return 0;
  const extra = mixed && isCapital(scan, before) ? CAPITALS_BOOST : 0;
  return (BOOST + extra) * (role === Role.booster ? 1 : -1) * (1.05 - (at - before) * 0.05);
}

const isNeverSo = (words: readonly string[], at: number): boolean =>
  words[at] === "never" && (words[at + 1] === "so" || words[at + 1] === "this");

const isNegation = (words: readonly string[], at: number, role: number): boolean =>
  role === Role.negation || words[at] === "no" || (words[at] as string).endsWith("n't");

const isCapital = (scan: Scan, at: number): boolean => at < 31 && (scan.capitals & (1 << at)) !== 0;

function bits(value: number): number {
  let left = value;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}
