import { spamModel } from "./generated/spam-model.ts";
import { lazy } from "./lazy.ts";
import { FeatureBuffer } from "./model/feature-buffer.ts";
import { sigmoid } from "./model/linear-model.ts";
import { loadModelText } from "./model/model-format.ts";
import type { Scan } from "./scan.ts";
import { Script } from "./scripts.ts";
import { spamFeatures } from "./spam-features.ts";
import { spamSignsOf } from "./spam-signs.ts";

/** The model learned from comments; of less than this many words it knows nothing. */
const MIN_WORDS = 3;

/**
 * How likely a message is advertising or flooding, 0 … 1, from its text alone; from 0.5 it is taken for that. Live chat's
 * main spam is the same text again and again, which takes state to see: that is the fold's work.
 */
export function spamOf(scan: Scan): number {
  const found = spamSignsOf(scan);
  const knows = scan.words.length >= MIN_WORDS && (scan.letters[Script.latin] ?? 0) > 0;
  const said = knows
    ? Math.max(found.unlearned, sigmoid(model().score(spamFeatures(scan, found, buffer))))
    : found.unlearned + found.advertising;
  return Math.round(Math.min(1, said) * 100) / 100;
}

const buffer = new FeatureBuffer();
const model = lazy(() => loadModelText(spamModel));
