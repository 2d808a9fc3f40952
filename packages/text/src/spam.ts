import { spamModel } from "./generated/spam-model.ts";
import { lazy } from "./lazy.ts";
import { FeatureBuffer } from "./model/feature-buffer.ts";
import { sigmoid } from "./model/linear-model.ts";
import { loadModelText } from "./model/model-format.ts";
import { WordSums } from "./model/word-sums.ts";
import type { Scan } from "./scan.ts";
import { Script } from "./scripts.ts";
import { addSpamContext, addSpamWord } from "./spam-features.ts";
import { type SpamSigns, spamSignsOf } from "./spam-signs.ts";

/** The model learned from comments; of less than this many words it knows nothing. */
const MIN_WORDS = 3;

/**
 * How likely a message is advertising or flooding, 0 … 1, from its text alone; from 0.5 it is taken for that. Live chat's
 * main spam is the same text again and again, which takes state to see: that is the fold's work. Training puts another model in
 * the place of ours.
 */
export function spamOf(scan: Scan, language: string, byModel = spamByModel): number {
  const found = spamSignsOf(scan);
  const said = isHeard(scan, language, found)
    ? Math.max(found.unlearned, byModel(scan, found))
    : found.unlearned + found.advertising;
  return Math.round(Math.min(1, said) * 100) / 100;
}

/** The model learned English: of other text it is asked only where an appeal or a link says that it may be English after all. */
export const isHeard = ({ words, letters }: Scan, language: string, { advertising }: SpamSigns): boolean =>
  words.length >= MIN_WORDS && (language === "en" || (advertising >= TELLING && (letters[Script.latin] as number) > 0));

/** Weight of the signs from which advertising is likely. */
const TELLING = 0.5;

const buffer = new FeatureBuffer();
const model = lazy(() => new WordSums(loadModelText(spamModel), addSpamWord));

function spamByModel(scan: Scan, found: SpamSigns): number {
  addSpamContext(buffer.clear(), scan, found);
  return sigmoid(model().scores(scan.words, buffer)[0] as number);
}
