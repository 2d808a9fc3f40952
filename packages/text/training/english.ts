import { accuracy, macroF1, mean, type Pair, pearson } from "../eval/lib/scores.ts";
import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import { compoundScore } from "../src/sentiment/compound.ts";
import { englishFeatures } from "../src/sentiment/english-features.ts";
import { tokenize } from "../src/tokenizer.ts";
import { crossValidated } from "./lib/cross-validation.ts";
import { base64Of, writeSource } from "./lib/generated.ts";
import type { DataFolder } from "./lib/rows.ts";
import { trainingRows } from "./lib/split.ts";
import { quantise, type Trained } from "./lib/train-linear.ts";
import { predict, type RegressionOptions, type Sample, trainRegression } from "./lib/train-regression.ts";
import type { Trainer } from "./trainer.ts";

/** By cross-validation, as is the weight of the reviews. */
const options: RegressionOptions = { bits: 14, epochs: 10, rate: 0.02, l2: 0.01, seed: 1 };
const REVIEW = 0.2;

/** What the rules get wrong in English: the difference between people's mean judgement and a line through the rules' own. */
export const english: Trainer = {
  name: "english",
  needs: ["sentiment-vader-tweets", "sentiment-vader-amazon"],
  train(data) {
    const { tweets, reviews } = judgedTexts(data);
    const { line, trained, bounds } = learn(tweets, reviews);
    const constants = Object.entries({ ...line, ...bounds }).map(([name, value]) => `${name}: ${value.toFixed(4)}`);
    writeSource(
      "english-mood",
      provenance,
      [`export const englishMood = {\n  ${constants.join(",\n  ")},\n  model:\n    "${base64Of(quantise(trained))}",\n};`].join(
        "\n",
      ),
    );
    const said = crossValidated(tweets, (seen) => {
      const learned = learn(seen, reviews);
      return (tweet) => {
        const value = judgementOf(learned, tweet);
        return { value, mood: moodOf(value, learned.bounds), isGlad: value > learned.bounds.zero };
      };
    });
    const pairs = tweets.map(({ judged }, at) => [judged, said[at] as (typeof said)[number]] as const);
    const r = pearson(pairs.map(([judged, { value }]) => [judged, value]));
    const three = macroF1(pairs.map(([judged, { mood }]): Pair => [moodOf(judged, PEOPLE), mood]));
    const two = macroF1(
      pairs.filter(([judged]) => moodOf(judged, PEOPLE) !== 0).map(([judged, { isGlad }]): Pair => [judged > 0, isGlad]),
    );
    return `r ${r.toFixed(3)}, macro-F1 of three classes ${three.toFixed(3)}, of two ${two.toFixed(3)} by cross-validation; ${constants.join(", ")}`;
  },
};

interface Judged {
  readonly text: string;
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
/** Neutral is from `low` to `high`; what has to be one of two is praise above `zero`. */
interface Bounds {
  readonly low: number;
  readonly zero: number;
  readonly high: number;
}
interface Learned {
  readonly line: Line;
  readonly trained: Trained;
  readonly bounds: Bounds;
}

/** People's means beyond ±0.2 of 4 are a mood. */
const PEOPLE = { low: -0.05, high: 0.05 };

const moodOf = (value: number, { low, high }: Pick<Bounds, "low" | "high">): number => (value > high ? 1 : value < low ? -1 : 0);

function judgedTexts(data: DataFolder): { tweets: Judged[]; reviews: Judged[] } {
  const buffer = new FeatureBuffer();
  const judged =
    (isReview: boolean) =>
    (row: { text: string; mean: number }): Judged => {
      const tokens = tokenize(row.text);
      const compound = compoundScore(tokens, "en");
      englishFeatures(tokens, compound, buffer);
      return { text: row.text, compound, hashes: buffer.hashes.slice(0, buffer.length), judged: row.mean / 4, isReview };
    };
  const rows = trainingRows(data.rows<{ text: string; mean: number }>("sentiment-vader-tweets"));
  const reviews = data.rows<{ text: string; mean: number }>("sentiment-vader-amazon");
  return { tweets: rows.map(judged(false)), reviews: reviews.map(judged(true)) };
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

/** The whole recipe: line, model and bounds, these by cross-validation. */
function learn(tweets: readonly Judged[], reviews: readonly Judged[]): Learned {
  const said = crossValidated(tweets, (seen) => {
    const learned = fit(seen, reviews);
    return (tweet) => judgementOf(learned, tweet);
  });
  return { ...fit(tweets, reviews), bounds: bestBounds(tweets, said) };
}

function fit(tweets: readonly Judged[], reviews: readonly Judged[]): Omit<Learned, "bounds"> {
  const line = lineThrough(tweets);
  const samples = [...tweets, ...reviews].map((text) => sampleOf(text, line));
  return { line, trained: trainRegression(samples, options) };
}

const judgementOf = ({ line, trained }: Omit<Learned, "bounds">, { compound, hashes }: Judged): number =>
  line.slope * compound + line.intercept + predict(trained, hashes);

/** Where the best macro-F1 is, of three classes and of the two that are none of neutral. */
function bestBounds(tweets: readonly Judged[], said: readonly number[]): Bounds {
  const moods = tweets.map(({ judged }) => moodOf(judged, PEOPLE));
  const ofThree = (low: number, high: number): number => {
    const pairs = moods.map((mood, at): Pair => [mood, moodOf(said[at] as number, { low, high })]);
    return MACRO * macroF1(pairs) + (1 - MACRO) * accuracy(pairs);
  };
  const ofTwo = (zero: number): number =>
    macroF1(moods.flatMap((mood, at): Pair[] => (mood === 0 ? [] : [[mood > 0, (said[at] as number) > zero]])));
  const grid = new Map(STEPS.map((low) => [low, new Map(STEPS.map((high) => [high, high > low ? ofThree(low, high) : 0]))]));
  const band = bestOf(
    STEPS.flatMap((low) => STEPS.filter((high) => high > low + STEP).map((high) => ({ low, high }))),
    ({ low, high }) => mean(near(low).flatMap((l) => near(high).map((h) => grid.get(l)?.get(h) ?? 0))),
  );
  const twos = new Map(STEPS.map((zero) => [zero, ofTwo(zero)]));
  const inside = STEPS.filter((zero) => zero > band.low && zero < band.high);
  const zero = bestOf(inside, (at) => mean(near(at).map((each) => twos.get(each) ?? 0)));
  return { ...band, zero };
}
const MACRO = 0.8;

const STEP = 0.02;
const STEPS = Array.from({ length: 31 }, (_, step) => Math.round((step - 15) * STEP * 100) / 100);

/** A value and its neighbours: what a few rows make of one alone is chance. */
const near = (value: number): number[] => [-STEP, 0, STEP].map((by) => Math.round((value + by) * 100) / 100);

function bestOf<T>(choices: readonly T[], worth: (choice: T) => number): T {
  const worths = choices.map(worth);
  return choices[worths.indexOf(Math.max(...worths))] as T;
}

const provenance = [
  "Trained on the training rows of VADER's tweets and on its review snippets (github.com/cjhutto/vaderSentiment, MIT; Hutto &",
  "Gilbert, ICWSM-14). See NOTICE.md.",
];
