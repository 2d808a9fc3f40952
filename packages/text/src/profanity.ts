import { englishProfanity } from "./generated/english-profanity.ts";
import { lazy } from "./lazy.ts";
import { denseInsults, insultPhrases } from "./lexicons/insult-phrases.ts";
import { EXPLETIVES, FACES, falseFriends, insults, MILD_TENTHS, TARGETS } from "./lexicons/insults.ts";
import { type PhraseTable, phraseAt, phraseTable } from "./phrase-table.ts";
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
  const { targets, faces, expletives, severity, phrases } = tables();
  const { words } = scan;
  let worst = isDense(scan.letters) && denseInsults.test(scan.text) ? DENSE_TENTHS : 0;
  let count = worst > 0 ? 1 : 0;
  let isExclaimed = count === 0;
  let isAimed = count > 0;
  let isThreat = false;
  let mild = 0;
  let isToFace = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    isAimed ||= targets.has(word);
    isToFace ||= faces.has(word);
    const phrase = phraseAt(phrases, words, at);
    const tenths = Math.max(severityOf(severity, word, language), phrase);
    isThreat ||= phrase === THREAT_TENTHS;
    if (tenths === MILD_TENTHS) mild++;
    if (tenths <= MILD_TENTHS) continue;
    count++;
    isExclaimed &&= expletives.has(word);
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

function severityOf(severity: ReadonlyMap<string, Rude>, word: string, language: string): number {
  const rude = severity.get(word) ?? (isStretched(word) ? ofShortened(severity, word) : undefined);
  return rude === undefined || (rude.only !== undefined && !rude.only.includes(language)) ? 0 : rude.tenths;
}

function ofShortened(severity: ReadonlyMap<string, Rude>, word: string): Rude | undefined {
  const [two, one] = shortened(word);
  return severity.get(two) ?? severity.get(one);
}

interface Rude {
  readonly tenths: number;
  /** Languages in which it is rude, when it is not in all. */
  readonly only?: readonly string[];
}

interface Tables {
  readonly severity: ReadonlyMap<string, Rude>;
  readonly phrases: PhraseTable;
  readonly targets: ReadonlySet<string>;
  readonly faces: ReadonlySet<string>;
  readonly expletives: ReadonlySet<string>;
}

const tables = lazy(
  (): Tables => ({
    severity: severities(),
    phrases: phraseTable(insultPhrases),
    targets: wordSet(TARGETS),
    faces: wordSet(FACES),
    expletives: new Set(EXPLETIVES.split(" ")),
  }),
);

function severities(): Map<string, Rude> {
  const only = new Map<string, string[]>();
  for (const [language, words] of Object.entries(falseFriends)) {
    for (const word of new Set(words.split(" ").flatMap((each) => [each, unaccented(each)]))) {
      only.set(word, [...(only.get(word) ?? []), language]);
    }
  }
  return new Map(
    [...wordMap(englishProfanity, insults)].map(([word, tenths]) => {
      const languages = only.get(word);
      return [word, languages === undefined ? { tenths } : { tenths, only: languages }];
    }),
  );
}
