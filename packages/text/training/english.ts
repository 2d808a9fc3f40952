import { accuracy, macroF1, mean, type Pair, pearson } from "../eval/lib/scores.ts";
import { compoundOf } from "../src/compound.ts";
import { englishFeatures } from "../src/english-features.ts";
import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import { scan } from "../src/scan.ts";
import { base64Of, writeSource } from "./lib/generated.ts";
import { seededRandom, shuffle } from "./lib/random.ts";
import type { DataFolder } from "./lib/rows.ts";
import { trainHalf } from "./lib/split.ts";
import { quantise } from "./lib/train-linear.ts";
import { predict, type RegressionOptions, type Sample, trainRegression } from "./lib/train-regression.ts";
import type { Trainer } from "./trainer.ts";

/** By cross-validation on the train half of the tweets, as is the weight of the reviews. */
const options: RegressionOptions = { bits: 14, epochs: 10, rate: 0.02, l2: 0.01, seed: 1 };
const REVIEW = 0.2;
const FOLDS = 5;

/** What the rules get wrong in English: the difference between people's mean judgement and a line through the rules' own. */
export const english: Trainer = {
  name: "english",
  needs: ["sentiment-vader-tweets", "sentiment-vader-amazon"],
  train(data) {
    const { tweets, reviews } = judgedTexts(data);
    const line = lineThrough(tweets);
    const said = crossValidated(tweets, reviews, line);
    const { low, high, score } = bestBand(tweets, said);
    const trained = trainRegression(
      [...tweets, ...reviews].map((text) => sampleOf(text, line)),
      options,
    );
    const { slope, intercept } = line;
    const constants = Object.entries({ slope, intercept, low, high }).map(([name, value]) => `${name}: ${value.toFixed(4)}`);
    writeSource(
      "english-mood",
      provenance,
      [`export const englishMood = {\n  ${constants.join(",\n  ")},\n  model:\n    "${base64Of(quantise(trained))}",\n};`].join(
        "\n",
      ),
    );
    const r = pearson(tweets.map(({ judged }, at) => [judged, said[at] as number]));
    return `r ${r.toFixed(3)}, mean of macro-F1 and accuracy ${score.toFixed(3)} by cross-validation on the train half; neutral from ${low} to ${high}`;
  },
};

interface Judged {
  readonly compound: number;
  readonly hashes: Int32Array;
  /** People's mean, −1 … 1. */
  readonly judged: number;
  readonly isReview: boolean;
}
interface Line {
  readonly slope: number;
  readonly intercept: number;
}

function judgedTexts(data: DataFolder): { tweets: Judged[]; reviews: Judged[] } {
  const buffer = new FeatureBuffer();
  const judged =
    (isReview: boolean) =>
    (row: { text: string; mean: number }): Judged => {
      const scanned = scan(row.text);
      const compound = compoundOf(scanned, "en");
      englishFeatures(scanned, compound, buffer);
      return { compound, hashes: buffer.hashes.slice(0, buffer.length), judged: row.mean / 4, isReview };
    };
  const rows = trainHalf(data.rows<{ text: string; mean: number }>("sentiment-vader-tweets"));
  const reviews = data.rows<{ text: string; mean: number }>("sentiment-vader-amazon");
  return { tweets: shuffle(rows, seededRandom(5)).map(judged(false)), reviews: reviews.map(judged(true)) };
}

/** Least squares of what people said on what the rules say. */
function lineThrough(texts: readonly Judged[]): Line {
  const x = mean(texts.map(({ compound }) => compound));
  const y = mean(texts.map(({ judged }) => judged));
  const both = mean(texts.map(({ compound, judged }) => (compound - x) * (judged - y)));
  const slope = both / mean(texts.map(({ compound }) => (compound - x) ** 2));
  return { slope, intercept: y - slope * x };
}

const sampleOf = ({ hashes, judged, compound, isReview }: Judged, { slope, intercept }: Line): Sample => ({
  hashes,
  target: judged - slope * compound - intercept,
  weight: isReview ? REVIEW : 1,
  isForeign: isReview,
});

/** What is said of each tweet by a model that did not see it. */
function crossValidated(tweets: readonly Judged[], reviews: readonly Judged[], line: Line): number[] {
  const said = new Array<number>(tweets.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = [...tweets.filter((_, at) => at % FOLDS !== fold), ...reviews];
    const trained = trainRegression(
      seen.map((text) => sampleOf(text, line)),
      options,
    );
    tweets.forEach(({ hashes, compound }, at) => {
      if (at % FOLDS === fold) said[at] = line.slope * compound + line.intercept + predict(trained, hashes);
    });
  }
  return said;
}

/**
 * Where neutral begins and ends: the best mean of macro-F1 and accuracy, smoothed over neighbours. One tweet in twelve is
 * neutral; macro-F1 alone gives up many right answers for a few of those.
 */
function bestBand(tweets: readonly Judged[], said: readonly number[]): { low: number; high: number; score: number } {
  const scoreAt = (low: number, high: number): number => {
    const pairs = tweets.map(({ judged }, at): Pair => [classOf(judged, -0.05, 0.05), classOf(said[at] as number, low, high)]);
    return (macroF1(pairs) + accuracy(pairs)) / 2;
  };
  const steps = Array.from({ length: 31 }, (_, step) => Math.round((step - 15) * 2) / 100);
  const grid = new Map(steps.map((low) => [low, new Map(steps.map((high) => [high, scoreAt(low, high)]))]));
  const near = (value: number) => [-0.02, 0, 0.02].map((by) => Math.round((value + by) * 100) / 100);
  let best = { low: 0, high: 0, score: 0 };
  for (const low of steps.slice(1, -1)) {
    for (const high of steps.slice(1, -1)) {
      if (high <= low) continue;
      const score = mean(near(low).flatMap((l) => near(high).map((h) => grid.get(l)?.get(h) ?? 0)));
      if (score > best.score) best = { low, high, score };
    }
  }
  return best;
}

const classOf = (value: number, low: number, high: number): number => (value > high ? 1 : value < low ? -1 : 0);

const provenance = [
  "Trained on the train half of VADER's tweets and on its review snippets (github.com/cjhutto/vaderSentiment, MIT; Hutto &",
  "Gilbert, ICWSM-14). See NOTICE.md.",
];
