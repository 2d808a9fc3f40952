import { macroF1 } from "../eval/lib/scores.ts";
import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import { compoundScore } from "../src/sentiment/compound.ts";
import { indonesianFeatures } from "../src/sentiment/indonesian-features.ts";
import { tokenize } from "../src/tokenizer.ts";
import { crossValidated } from "./lib/cross-validation.ts";
import { writeModel } from "./lib/generated.ts";
import { trainingRows } from "./lib/split.ts";
import { exampleOf, labelOf, quantise, type TrainOptions, trainLinear } from "./lib/train-linear.ts";
import type { Trainer } from "./trainer.ts";

const labels = ["positive", "neutral", "negative"] as const;
/** By cross-validation. */
const options: TrainOptions = { labels, bits: 13, epochs: 20, rate: 0.2, damping: 1e-3, l2: 1e-3, seed: 1 };

/** Moods of comments, each of the three labels with the same weight however rare. */
export const indonesian: Trainer = {
  name: "indonesian",
  needs: ["sentiment-tiktok-comments-id"],
  train(data) {
    const rows = trainingRows(data.rows<{ text: string; label: (typeof labels)[number] }>("sentiment-tiktok-comments-id"));
    const share = labels.map((label) => rows.filter((row) => row.label === label).length / rows.length);
    const buffer = new FeatureBuffer();
    const examples = rows.map(({ text, label }) => {
      const tokens = tokenize(text);
      const index = labels.indexOf(label);
      indonesianFeatures(tokens, compoundScore(tokens, "id"), buffer);
      return { text, ...exampleOf(buffer, index, 1 / (3 * (share[index] ?? 1))) };
    });
    writeModel("indonesian-mood", "indonesianMood", provenance, quantise(trainLinear(examples, options)));
    const said = crossValidated(examples, (seen) => {
      const trained = trainLinear(seen, options);
      return (row) => labelOf(trained, row);
    });
    return `macro-F1 ${macroF1(examples.map(({ label }, at) => [label, said[at]])).toFixed(3)} by cross-validation`;
  },
};

const provenance = [
  "Trained on the training rows of TikTok comments, all about one piece of news",
  "(github.com/YehezkielG/sentiment-spline-truncated-bencana-banjir, MIT). See NOTICE.md.",
];
