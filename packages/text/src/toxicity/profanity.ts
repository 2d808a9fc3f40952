import { englishProfanity } from "../generated/english-profanity.ts";
import { lazy } from "../lazy.ts";
import { insultPhrases, unsegmentedInsults } from "../lexicons/insult-phrases.ts";
import { EXPLETIVES, FACES, falseFriends, insults, MILD_TENTHS, TARGETS } from "../lexicons/insults.ts";
import { type Phrase, phraseAt, phraseTable } from "../lexicons/phrase-table.ts";
import { isStretched, shortened, unaccented, wordMap, wordSet } from "../lexicons/word-map.ts";
import { isUnsegmented } from "../scripts.ts";
import type { Tokens } from "../tokenizer.ts";

/** What the lists of rude words say of a message. */
export interface Profanity {
  /** Severity of the worst, in tenths of 1 (mild) … 3 (severe); 0 without one. */
  readonly worst: number;
  readonly count: number;
  /** Somebody is spoken to or of. */
  readonly isTargeted: boolean;
  /** Somebody is spoken to, face to face: "you", not "your" or "she". */
  readonly isSecondPerson: boolean;
  /** All of it may as well be joy: "this is fucking great". */
  readonly isExpletiveOnly: boolean;
  /** It wishes somebody dead. */
  readonly isThreat: boolean;
}

/** The rude words and phrases of a message in its language, which decides of words that are rude in some alone. */
export function profanityOf(tokens: Tokens, language: string): Profanity {
  const entries = tables();
  const { words } = tokens;
  const isUnsegmentedInsult = isUnsegmented(tokens.letters) && unsegmentedInsults.test(tokens.text);
  let worst = isUnsegmentedInsult ? UNSEGMENTED_TENTHS : 0;
  let count = isUnsegmentedInsult ? 1 : 0;
  let mild = 0;
  let isTargeted = isUnsegmentedInsult;
  let isSecondPerson = false;
  let isExpletiveOnly = !isUnsegmentedInsult;
  let isThreat = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    const entry = entries.get(word) ?? (isStretched(word) ? ofShortened(entries, word) : undefined);
    if (entry === undefined) continue;
    isTargeted ||= entry.isTarget;
    isSecondPerson ||= entry.isFace;
    const phrase = phraseAt(entry.phrases, words, at);
    const tenths = Math.max(severityIn(language, entry), phrase);
    isThreat ||= phrase === THREAT_TENTHS;
    if (tenths === MILD_TENTHS) mild++;
    if (tenths <= MILD_TENTHS) continue;
    count++;
    isExpletiveOnly &&= entry.isExpletive;
    if (tenths > worst) worst = tenths;
  }
  if (mild > 0 && isSecondPerson) {
    worst = Math.max(worst, MILD_TENTHS);
    count += mild;
    isExpletiveOnly = false;
  }
  return { worst, count, isTargeted, isSecondPerson, isExpletiveOnly: isExpletiveOnly && count > 0, isThreat };
}

/** As bad as a word that alone is an insult. */
const UNSEGMENTED_TENTHS = 20;
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
