import { languageModels } from "./generated/language-models.ts";
import { addWordFeatures } from "./language-features.ts";
import { lazy } from "./lazy.ts";
import { loadModelText } from "./model/model-format.ts";
import { WordSums } from "./model/word-sums.ts";

/** Writing systems that several languages share, each with a model that tells them apart. */
export type SharedScript = keyof typeof languageModels;

/** What a hint adds to a score: it doubles the odds of the language it names, and so decides only where words don't. */
const HINT = Math.LN2;

interface Model {
  readonly labels: readonly string[];
  readonly sums: WordSums;
}

const models = lazy(() => ({
  latin: modelOf("latin"),
  cyrillic: modelOf("cyrillic"),
  arabic: modelOf("arabic"),
  han: modelOf("han"),
}));

function modelOf(script: SharedScript): Model {
  const model = loadModelText(languageModels[script]);
  return { labels: model.labels, sums: new WordSums(model, addWordFeatures) };
}

/** Likeliest language of words in a shared script and its probability, 0 … 1. */
export function likeliest(script: SharedScript, words: readonly string[], hint: string | undefined): Likely {
  const { labels, sums } = models()[script];
  return best(labels, sums.scores(words), hint?.slice(0, 2));
}

export interface Likely {
  readonly language: string;
  readonly probability: number;
}

function best(labels: readonly string[], scores: Float64Array, hint: string | undefined): Likely {
  let most = 0;
  for (let at = 0; at < scores.length; at++) {
    if (labels[at] === hint) scores[at] = (scores[at] as number) + HINT;
    if ((scores[at] as number) > (scores[most] as number)) most = at;
  }
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - (scores[most] as number));
  return { language: labels[most] as string, probability: 1 / sum };
}
