import { englishValence } from "./generated/english-valence.ts";
import { lazy } from "./lazy.ts";
import type { Scan } from "./scan.ts";
import {
  chatValence,
  emojiValence,
  emoticonValence,
  frenchValence,
  germanValence,
  indonesianValence,
  italianValence,
  LOSS,
  portugueseValence,
  spanishValence,
  WIN,
} from "./valence.ts";
import { lookUp, type WordGroups, wordMap, wordSet } from "./word-map.ts";

/** Beyond this, either way, a message has a mood; VADER's own threshold. */
const NEUTRAL_BAND = 0.05;
/** VADER's: how fast a sum of valences comes near ±1. */
const NORMALISER = 15;
const BOOST = 0.293;
const CAPITALS_BOOST = 0.733;
/** What a negation leaves of a word, turned round: "not good" is bad, but less so than good is good. */
const NEGATED = -0.74;

export type SentimentLabel = "positive" | "neutral" | "negative";

export const labelOf = (sentiment: number): SentimentLabel =>
  sentiment >= NEUTRAL_BAND ? "positive" : sentiment <= -NEUTRAL_BAND ? "negative" : "neutral";

/**
 * Mood of a message, −1 … 1: VADER's rules in one pass over the words (negation, boosters, capitals, "but", exclamation
 * marks), our own words for other languages and for chat, and emoji, which carry most of it there.
 */
export function sentimentOf(scan: Scan, language: string): number {
  const { words } = scan;
  const lexicon = tables();
  const own = lexicon.byLanguage.get(language);
  // A text in another language must not be read by English words that look the same ("die", "a", "war").
  const english = own === undefined || language === "en";
  const mixed = scan.capitals !== 0 && words.length < 31 && bits(scan.capitals) < words.length;

  let sum = 0;
  let beforeBut = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (lexicon.but.has(word)) {
      beforeBut = sum;
      continue;
    }
    let valence = winOrLoss(scan, at) ?? lookUp(lexicon.chat, word) ?? (own && lookUp(own, word));
    if (valence === undefined && english) valence = lookUp(lexicon.english, word);
    if (valence === undefined) continue;
    valence /= 10;
    if (mixed && at < 31 && scan.capitals & (1 << at)) valence += Math.sign(valence) * CAPITALS_BOOST;
    sum += inContext(lexicon, words, at, valence);
  }
  // What follows "but" is what was meant.
  if (beforeBut !== 0) sum = beforeBut * 0.5 + (sum - beforeBut) * 1.5;

  sum += pictures(lexicon, scan);
  if (sum === 0) return 0;
  sum += Math.sign(sum) * Math.min(scan.exclamations, 4) * 0.292;
  return Math.max(-1, Math.min(1, Math.round((sum / Math.sqrt(sum * sum + NORMALISER)) * 1000) / 1000));
}

/** Boosters, dampers and negations among the three words before the one at `at`. */
function inContext(lexicon: Tables, words: readonly string[], at: number, valence: number): number {
  let result = valence;
  let negations = 0;
  for (let back = 1; back <= 3 && at - back >= 0; back++) {
    const word = words[at - back] as string;
    const boost = lexicon.boosters.get(word);
    if (boost !== undefined) result += Math.sign(valence) * (boost > 0 ? BOOST : -BOOST) * (1.05 - back * 0.05);
    else if (lexicon.negations.has(word) || word.endsWith("n't")) negations++;
  }
  // French and German negate behind the word as well: "j'aime pas", "gefällt mir nicht".
  if (negations === 0 && at + 1 < words.length && lexicon.trailing.has(words[at + 1] as string)) negations = 1;
  return negations % 2 === 1 ? result * NEGATED : result;
}

function winOrLoss(scan: Scan, at: number): number | undefined {
  const word = scan.words[at];
  if (word !== "w" && word !== "l") return undefined;
  if (scan.words.length > 4 || (scan.words.length > 1 && !(scan.capitals & (1 << at)))) return undefined;
  return word === "w" ? WIN : LOSS;
}

/** Emoji and emoticons; the same one again adds ever less, as ten hearts are not ten times one. */
function pictures(lexicon: Tables, { emoji, marks }: Scan): number {
  let sum = 0;
  let repeats = 0;
  let before = "";
  for (let at = 0; at < emoji.length; at++) {
    const one = emoji[at] as string;
    repeats = one === before ? repeats + 1 : 0;
    before = one;
    if (repeats < 3) sum += ((lexicon.emoji.get(one) ?? 0) / 10) * (1 - repeats * 0.3);
  }
  for (const mark of marks) sum += (lexicon.emoticons.get(mark) ?? 0) / 10;
  return sum;
}

function bits(value: number): number {
  let left = value;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}

interface Tables {
  readonly chat: ReadonlyMap<string, number>;
  readonly english: ReadonlyMap<string, number>;
  readonly byLanguage: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly emoji: ReadonlyMap<string, number>;
  readonly emoticons: ReadonlyMap<string, number>;
  readonly boosters: ReadonlyMap<string, number>;
  readonly negations: ReadonlySet<string>;
  readonly trailing: ReadonlySet<string>;
  readonly but: ReadonlySet<string>;
}
const boosters: WordGroups = [
  [
    1,
    "absolutely amazingly awfully completely deeply extremely fully fucking hella highly hugely incredibly insanely literally really super so very such totally truly unbelievably most more too mad",
  ],
  [
    1,
    "muy tan tanto re súper demasiado muito mais demais tão très trop tellement vraiment sehr so total richtig echt voll molto tanto troppo davvero banget sekali sangat",
  ],
  [
    -1,
    "almost barely hardly kinda sorta slightly somewhat marginally occasionally partly less little poco pouco peu etwas bisschen agak",
  ],
];

// Built at the first message, not at import: a few milliseconds.
const tables = lazy<Tables>(() => ({
  chat: wordMap(chatValence),
  english: wordMap(englishValence),
  byLanguage: new Map([
    ["en", wordMap(englishValence)],
    ["es", wordMap(spanishValence)],
    ["pt", wordMap(portugueseValence)],
    ["fr", wordMap(frenchValence)],
    ["de", wordMap(germanValence)],
    ["it", wordMap(italianValence)],
    ["id", wordMap(indonesianValence)],
  ]),
  emoji: wordMap(emojiValence),
  emoticons: wordMap(emoticonValence),
  boosters: wordMap(boosters),
  negations: wordSet(
    "not no never none nobody nothing neither nor nowhere without cant cannot dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt shouldnt aint hardly nunca jamás sin nada não nem sem jamais pas ni sans aucun nicht kein keine keinen nie ohne non mai senza nessuno tidak nggak gak ga ngga bukan jangan belum kurang tanpa",
  ),
  trailing: wordSet("pas nicht plus jamais"),
  but: wordSet("but however pero mas mais aber sondern ma però tapi tetapi"),
}));
