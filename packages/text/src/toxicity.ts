import { toxicityModel } from "./generated/toxicity-model.ts";
import { lazy } from "./lazy.ts";
import { isEnglish } from "./lexicons/lexicons.ts";
import { FeatureBuffer } from "./model/feature-buffer.ts";
import { sigmoid } from "./model/linear-model.ts";
import { loadModelText } from "./model/model-format.ts";
import { profanityOf } from "./profanity.ts";
import type { Scan } from "./scan.ts";
import { Script } from "./scripts.ts";
import { toxicityFeatures } from "./toxicity-features.ts";

/** Aimed at somebody, a rude word is an insult; alone it may be joy ("this is fucking great"). */
const AIMED = 0.25;
/** What the model says of less than this many words is worth nothing: it learned from sentences. */
const MIN_WORDS = 2;

/**
 * How hurtful a message is, 0 … 1; from 0.5 it is taken for an insult. English by a model, other languages by the worst word of
 * our lists, more if it is aimed at somebody. Threats count in any.
 */
export function toxicityOf(scan: Scan, language: string): number {
  if (scan.words.length === 0) return 0;
  const byWords = isEnglish(language) && scan.words.length >= MIN_WORDS ? 0 : toxicityByWords(scan);
  const byModel = (scan.letters[Script.latin] ?? 0) > 0 && scan.words.length >= MIN_WORDS ? toxicityByModel(scan) : 0;
  return Math.round(Math.max(byModel, byWords, THREATS.test(scan.text) ? THREAT : 0) * 100) / 100;
}

const buffer = new FeatureBuffer();
const model = lazy(() => loadModelText(toxicityModel));

const toxicityByModel = (scan: Scan): number => sigmoid(model().score(toxicityFeatures(scan, buffer)));

function toxicityByWords({ words }: Scan): number {
  const { worst, isAimed } = profanityOf(words);
  if (worst === 0) return 0;
  // Severity runs from 1 (mild) to 3 (severe).
  return Math.min(1, 0.2 + ((worst - 10) / 20) * 0.7 + (isAimed ? AIMED : 0));
}

const THREAT = 0.9;
const THREATS =
  /\b(?:kill (?:yo)?urself|kys|go die|hope you die|neck yourself|m[aá]tate|se mata|bring dich um|cr[eè]ve|ammazzati)\b/i;
