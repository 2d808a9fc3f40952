import { f1 } from "../eval/lib/scores.ts";
import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import { scan } from "../src/scan.ts";
import { spamFeatures } from "../src/spam-features.ts";
import { spamSignsOf } from "../src/spam-signs.ts";
import { chatPhrases } from "./chat-phrases.ts";
import { bestThreshold } from "./lib/best-threshold.ts";
import { writeModel } from "./lib/generated.ts";
import { seededRandom, shuffle } from "./lib/random.ts";
import type { DataFolder } from "./lib/rows.ts";
import { trainHalf } from "./lib/split.ts";
import { crossValidatedScores, exampleOf, quantise, type TrainOptions, trainLinear } from "./lib/train-linear.ts";
import type { Trainer } from "./trainer.ts";

/** By cross-validation on the train half. */
const options: TrainOptions = { labels: ["spam"], bits: 14, epochs: 12, rate: 0.2, l2: 1e-3, seed: 1 };
/** What a message that is thought harmless weighs beside a comment that a person has judged. */
const HARMLESS = 0.1;

export const spam: Trainer = {
  name: "spam",
  needs: ["spam-youtube", "livechat-twitch-replay", "sentiment-vader-tweets"],
  train(data) {
    const rows = shuffle(rowsOf(data), seededRandom(2));
    const buffer = new FeatureBuffer();
    const examples = rows.map(({ text, spam: isSpam, weight }) => {
      const scanned = scan(text);
      return exampleOf(spamFeatures(scanned, spamSignsOf(scanned), buffer), isSpam ? 1 : 0, weight);
    });
    const scores = crossValidatedScores(examples, options, 10);
    const judged = rows.flatMap((row, at) => (row.weight === 1 ? [[row.spam, scores[at] as number] as const] : []));
    const reached = (threshold: number): number =>
      f1(
        judged.map(([truth, score]) => [truth, score > threshold]),
        true,
      ).f1;
    const threshold = bestThreshold(reached);
    writeModel("spam-model", "spamModel", provenance, quantise(trainLinear(examples, options), threshold));
    return `F1 ${reached(threshold).toFixed(3)} by cross-validation on the train half; threshold ${threshold.toFixed(2)}`;
  },
};

interface Row {
  readonly text: string;
  readonly spam: boolean;
  readonly weight: number;
}

/** Comments that were judged; chat and tweets without any sign of spam, so that what is short or unknown is none. */
function rowsOf(data: DataFolder): Row[] {
  const harmless = [
    ...data.rows<{ text: string }>("livechat-twitch-replay"),
    ...trainHalf(data.rows<{ text: string }>("sentiment-vader-tweets")),
    ...Object.values(chatPhrases).flatMap((phrases) => phrases.split("/").map((text) => ({ text }))),
  ].filter(({ text }) => {
    const scanned = scan(text);
    return scanned.words.length > 0 && spamSignsOf(scanned).signs === 0;
  });
  return [
    ...trainHalf(data.rows<{ text: string; spam: boolean }>("spam-youtube")).map((row) => ({ ...row, weight: 1 })),
    ...harmless.map(({ text }) => ({ text, spam: false, weight: HARMLESS })),
  ];
}

const provenance = [
  "Trained on the train half of the YouTube Spam Collection (Alberto, Lochter & Almeida 2015; UCI, CC BY 4.0); and, as text",
  "that sells nothing, on a chat of github.com/bldover/twitch-chat-replay (MIT), VADER's tweets (MIT) and phrases of our own.",
  "See NOTICE.md.",
];
