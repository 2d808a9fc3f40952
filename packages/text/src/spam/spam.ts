import { spamModel } from "../generated/spam-model.ts";
import { UNDETERMINED } from "../language/language.ts";
import { isSystemLine } from "../language/system-line.ts";
import { lazy } from "../lazy.ts";
import { FeatureBuffer } from "../model/feature-buffer.ts";
import { sigmoid } from "../model/linear-model.ts";
import { loadModelText } from "../model/model-format.ts";
import { WordScoreCache } from "../model/word-score-cache.ts";
import { Script } from "../scripts.ts";
import type { Tokens } from "../tokenizer.ts";
import { type SpamCues, spamCuesOf } from "./cues.ts";
import { addSpamContext, addSpamWord } from "./features.ts";

/** The model learned from comments; of less than this many words it knows nothing. */
const MIN_WORDS = 3;

/**
 * How likely a message is advertising or flooding, 0 … 1, from its text alone; from 0.5 it is taken for that. Live chat's
 * main spam is the same text again and again, which takes state to see: that is the fold's work. Training puts another model in
 * the place of ours.
 */
export function spamOf(tokens: Tokens, language: string, byModel = spamByModel): number {
  if (language === UNDETERMINED && isSystemLine(tokens)) return 0;
  const found = spamCuesOf(tokens);
  const said = isModelApplicable(tokens, language, found)
    ? Math.max(found.unlearned, byModel(tokens, found))
    : found.unlearned + found.advertising;
  return Math.round(Math.min(1, said) * 100) / 100;
}

/** The model learned English: of other text it is asked only where an appeal or a link says that it may be English after all. */
export const isModelApplicable = ({ words, letters }: Tokens, language: string, { advertising }: SpamCues): boolean =>
  words.length >= MIN_WORDS && (language === "en" || (advertising >= TELLING && (letters[Script.latin] as number) > 0));

/** Weight of the cues from which advertising is likely. */
const TELLING = 0.5;

const buffer = new FeatureBuffer();
const model = lazy(() => new WordScoreCache(loadModelText(spamModel), addSpamWord));

function spamByModel(tokens: Tokens, found: SpamCues): number {
  addSpamContext(buffer.clear(), tokens, found);
  return sigmoid(model().scores(tokens.words, buffer)[0] as number);
}
