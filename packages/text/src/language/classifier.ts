import { languageModels } from "../generated/language-models.ts";
import { lazy } from "../lazy.ts";
import { loadModelText } from "../model/model-format.ts";
import { WordScoreCache } from "../model/word-score-cache.ts";
import { addWordFeatures } from "./features.ts";

/** Writing systems that several languages share, each with a model that tells them apart. */
export type SharedScript = keyof typeof languageModels;

/** What a hint adds to a score: it doubles the odds of the language it names, and so decides only where words don't. */
const HINT = Math.LN2;

interface Model {
  readonly labels: readonly string[];
  readonly sums: WordScoreCache;
}

const models = lazy(() => ({
  latin: modelOf("latin"),
  cyrillic: modelOf("cyrillic"),
  arabic: modelOf("arabic"),
  han: modelOf("han"),
}));

function modelOf(script: SharedScript): Model {
  const model = loadModelText(languageModels[script]);
  return { labels: model.labels, sums: new WordScoreCache(model, addWordFeatures) };
}

/** Likeliest language of words in a shared script; none when it is less probable than `least`, 0 … 1. */
export function classify(
  script: SharedScript,
  words: readonly string[],
  hint: string | undefined,
  least: number,
): string | undefined {
  const { labels, sums } = models()[script];
  const scores = sums.scores(words);
  const hinted = hint === undefined ? -1 : labels.indexOf(hint.slice(0, 2));
  if (hinted >= 0) scores[hinted] = (scores[hinted] as number) + HINT;
  let most = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] as number) > (scores[most] as number)) most = at;
  return least > 0 && probabilityOf(scores, most) < least ? undefined : labels[most];
}

function probabilityOf(scores: Float64Array, label: number): number {
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - (scores[label] as number));
  return 1 / sum;
}
