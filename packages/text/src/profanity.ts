import { englishProfanity } from "./generated/english-profanity.ts";
import { lazy } from "./lazy.ts";
import { insults, TARGETS } from "./lexicons/insults.ts";
import { lookUp, wordMap, wordSet } from "./word-map.ts";

/** Severity of the worst rude word, in tenths of 1 (mild) … 3 (severe), and whether somebody is spoken to; 0 without one. */
export interface Profanity {
  readonly worst: number;
  readonly count: number;
  readonly isAimed: boolean;
}

export function profanityOf(words: readonly string[]): Profanity {
  const { severity, targets } = tables();
  let worst = 0;
  let count = 0;
  let isAimed = false;
  for (const word of words) {
    const tenths = lookUp(severity, word);
    if (tenths !== undefined) count++;
    if (tenths !== undefined && tenths > worst) worst = tenths;
    isAimed ||= targets.has(word);
  }
  return { worst, count, isAimed };
}

const tables = lazy(() => ({ severity: wordMap(englishProfanity, insults), targets: wordSet(TARGETS) }));
