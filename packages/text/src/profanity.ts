import { englishProfanity } from "./generated/english-profanity.ts";
import { lazy } from "./lazy.ts";
import { denseInsults, insultPhrases } from "./lexicons/insult-phrases.ts";
import { EXPLETIVES, FACES, falseFriends, insults, MILD_TENTHS, TARGETS } from "./lexicons/insults.ts";
import { type Phrase, phraseAt, phraseTable } from "./phrase-table.ts";
import { isDense } from "./question-signs.ts";
import type { Scan } from "./scan.ts";
import { isStretched, shortened, unaccented, wordMap, wordSet } from "./word-map.ts";

/** What the lists of rude words say of a message. */
export interface Profanity {
  /** Severity of the worst, in tenths of 1 (mild) … 3 (severe); 0 without one. */
  readonly worst: number;
  readonly count: number;
  /** Somebody is spoken to or of. */
  readonly isAimed: boolean;
  /** Somebody is spoken to, face to face: "you", not "your" or "she". */
  readonly isToFace: boolean;
  /** All of it may as well be joy: "this is fucking great". */
  readonly isExclaimed: boolean;
  /** It wishes somebody dead. */
  readonly isThreat: boolean;
}

/** The rude words and phrases of a message in its language, which decides of words that are rude in some alone. */
export function profanityOf(scan: Scan, language: string): Profanity {
  const entries = tables();
  const { words } = scan;
  const isDenseInsult = isDense(scan.letters) && denseInsults.test(scan.text);
  let worst = isDenseInsult ? DENSE_TENTHS : 0;
  let count = isDenseInsult ? 1 : 0;
  let mild = 0;
  let isAimed = isDenseInsult;
  let isToFace = false;
  let isExclaimed = !isDenseInsult;
  let isThreat = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    const entry = entries.get(word) ?? (isStretched(word) ? ofShortened(entries, word) : undefined);
    if (entry === undefined) continue;
    isAimed ||= entry.isTarget;
    isToFace ||= entry.isFace;
    const phrase = phraseAt(entry.phrases, words, at);
    const tenths = Math.max(severityIn(language, entry), phrase);
    isThreat ||= phrase === THREAT_TENTHS;
    if (tenths === MILD_TENTHS) mild++;
    if (tenths <= MILD_TENTHS) continue;
    count++;
    isExclaimed &&= entry.isExpletive;
    if (tenths > worst) worst = tenths;
  }
  if (mild > 0 && isToFace) {
    worst = Math.max(worst, MILD_TENTHS);
    count += mild;
    isExclaimed = false;
  }
  return { worst, count, isAimed, isToFace, isExclaimed: isExclaimed && count > 0, isThreat };
}

/** As bad as a word that alone is an insult. */
const DENSE_TENTHS = 20;
/** What phrases that threaten have in our list, and no other phrase. */
const THREAT_TENTHS = 30;

const severityIn = (language: string, { tenths, only }: Entry): number =>
  only === undefined || only.includes(language) ? tenths : 0;

/** A stretched word is as rude as the word, but speaks to nobody and begins no phrase. */
function ofShortened(entries: ReadonlyMap<string, Entry>, word: string): Entry | undefined {
  const [two, one] = shortened(word);
  const entry = [entries.get(two), entries.get(one)].find((found) => found !== undefined && found.tenths > 0);
  return entry && { ...entry, isTarget: false, isFace: false, isExpletive: false, phrases: NO_PHRASES };
}

/** All that the lists know of a word: one look-up a word. */
interface Entry {
  readonly tenths: number;
  /** Languages in which it is rude, when it is not in all. */
  readonly only: readonly string[] | undefined;
  readonly isTarget: boolean;
  readonly isFace: boolean;
  readonly isExpletive: boolean;
  /** Those that begin with it. */
  readonly phrases: readonly Phrase[];
}

const NO_PHRASES: readonly Phrase[] = [];

const tables = lazy((): ReadonlyMap<string, Entry> => {
  const severity = wordMap(englishProfanity, insults);
  const only = languagesOfFalseFriends();
  const phrases = phraseTable(insultPhrases);
  const targets = wordSet(TARGETS);
  const faces = wordSet(FACES);
  const expletives = new Set(EXPLETIVES.split(" "));
  const words = new Set([...severity.keys(), ...phrases.keys(), ...targets, ...faces]);
  return new Map(
    [...words].map((word) => [
      word,
      {
        tenths: severity.get(word) ?? 0,
        only: only.get(word),
        isTarget: targets.has(word),
        isFace: faces.has(word),
        isExpletive: expletives.has(word),
        phrases: phrases.get(word) ?? NO_PHRASES,
      },
    ]),
  );
});

function languagesOfFalseFriends(): Map<string, string[]> {
  const only = new Map<string, string[]>();
  for (const [language, words] of Object.entries(falseFriends)) {
    for (const word of new Set(words.split(" ").flatMap((each) => [each, unaccented(each)]))) {
      only.set(word, [...(only.get(word) ?? []), language]);
    }
  }
  return only;
}
