import { macroF1, type Pair } from "../eval/lib/scores.ts";
import { compoundOf } from "../src/compound.ts";
import { indonesianFeatures } from "../src/indonesian-features.ts";
import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import { LinearModel } from "../src/model/linear-model.ts";
import { scan } from "../src/scan.ts";
import { writeModel } from "./lib/generated.ts";
import { seededRandom, shuffle } from "./lib/random.ts";
import { trainHalf } from "./lib/split.ts";
import { type Example, quantise, type TrainOptions, trainLinear } from "./lib/train-linear.ts";
import type { Trainer } from "./trainer.ts";

const labels = ["positive", "neutral", "negative"] as const;
/** By cross-validation on the train half. */
const options: TrainOptions = { labels, bits: 13, epochs: 20, rate: 0.2, l2: 1e-3, seed: 1 };
const FOLDS = 8;

/** Moods of comments, each of the three labels with the same weight however rare. */
export const indonesian: Trainer = {
  name: "indonesian",
  needs: ["sentiment-tiktok-comments-id"],
  train(data) {
    const all = data.rows<{ text: string; label: (typeof labels)[number] }>("sentiment-tiktok-comments-id");
    const rows = shuffle(trainHalf(all), seededRandom(4));
    const share = labels.map((label) => rows.filter((row) => row.label === label).length / rows.length);
    const buffer = new FeatureBuffer();
    const examples = rows.map(({ text, label }): Example => {
      const scanned = scan(text);
      indonesianFeatures(scanned, compoundOf(scanned, "id"), buffer);
      const index = labels.indexOf(label);
      return { hashes: buffer.hashes.slice(0, buffer.length), label: index, weight: 1 / (3 * (share[index] ?? 1)) };
    });
    writeModel("indonesian-mood", "indonesianMood", provenance, quantise(trainLinear(examples, options)));
    return `macro-F1 ${macroF1(crossValidated(examples)).toFixed(3)} by cross-validation on the train half`;
  },
};

function crossValidated(examples: readonly Example[]): Pair[] {
  const buffer = new FeatureBuffer();
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const seen = examples.filter((__, at) => at % FOLDS !== fold);
    const model = new LinearModel(quantise(trainLinear(seen, options)));
    const unseen = examples.filter((__, at) => at % FOLDS === fold);
    return unseen.map(({ hashes, label }): Pair => {
      buffer.clear();
      for (const hash of hashes) buffer.add(hash);
      const scores = model.scores(buffer);
      return [label, scores.indexOf(Math.max(...scores))];
    });
  });
}

const provenance = [
  "Trained on the train half of TikTok comments, all about one piece of news",
  "(github.com/YehezkielG/sentiment-spline-truncated-bencana-banjir, MIT). See NOTICE.md.",
];
