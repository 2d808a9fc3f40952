import { f1 } from "../eval/lib/scores.ts";
import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import { isHeard } from "../src/spam.ts";
import { addSpamContext, addSpamWord } from "../src/spam-features.ts";
import { spamSignsOf } from "../src/spam-signs.ts";
import { harmlessRows, read } from "./harmless-rows.ts";
import { bestThreshold } from "./lib/best-threshold.ts";
import { writeModel } from "./lib/generated.ts";
import { seededRandom, shuffle } from "./lib/random.ts";
import type { DataFolder } from "./lib/rows.ts";
import { trainHalf } from "./lib/split.ts";
import { crossValidatedScores, exampleOf, quantise, type TrainOptions, trainLinear } from "./lib/train-linear.ts";
import type { Trainer } from "./trainer.ts";

/** By cross-validation on the train half. */
const options: TrainOptions = { labels: ["spam"], bits: 14, epochs: 12, rate: 0.2, l2: 1e-3, seed: 1 };
/** What a message that is harmless weighs beside a comment that a person has judged, by cross-validation. */
const HARMLESS = { own: 0.5, thought: 0.1 };
/** What a point of harmless chat accused costs, in points of F1. */
const CHAT_COST = 3;

export const spam: Trainer = {
  name: "spam",
  needs: ["spam-youtube", "livechat-twitch-replay", "sentiment-vader-tweets", "langid-short"],
  train(data) {
    const rows = shuffle(rowsOf(data), seededRandom(2));
    const buffer = new FeatureBuffer();
    const examples = rows.map(({ text, spam: isSpam, weight }) => {
      const { scanned } = read(text);
      addSpamContext(buffer.clear(), scanned, spamSignsOf(scanned));
      for (const word of scanned.words) addSpamWord(buffer, word);
      return exampleOf(buffer, isSpam ? 1 : 0, weight);
    });
    const scores = crossValidatedScores(examples, options, 10);
    const judged = rows.flatMap((row, at) => (row.isJudged ? [[row.spam, scores[at] as number] as const] : []));
    const harmless = rows.flatMap((row, at) => (row.isJudged ? [] : [scores[at] as number]));
    const accused = (threshold: number): number => harmless.filter((score) => score > threshold).length / harmless.length;
    const reached = (threshold: number): number =>
      f1(
        judged.map(([truth, score]) => [truth, score > threshold]),
        true,
      ).f1;
    const threshold = bestThreshold((at) => reached(at) - CHAT_COST * accused(at));
    writeModel("spam-model", "spamModel", provenance, quantise(trainLinear(examples, options), threshold));
    const chat = (accused(threshold) * 100).toFixed(2);
    return `F1 ${reached(threshold).toFixed(3)}, ${chat} % of harmless chat accused by cross-validation on the train half; threshold ${threshold.toFixed(2)}`;
  },
};

interface Row {
  readonly text: string;
  readonly spam: boolean;
  readonly weight: number;
  /** A person has said what it is. */
  readonly isJudged: boolean;
}

/** Comments that were judged; chat, tweets and short texts without any sign of spam, and our own lines with what signs they have. */
function rowsOf(data: DataFolder): Row[] {
  const harmless = [
    ...data.rows<{ text: string }>("livechat-twitch-replay").map(({ text }) => ({ text, isOwn: false })),
    ...trainHalf(data.rows<{ text: string }>("sentiment-vader-tweets")).map(({ text }) => ({ text, isOwn: false })),
    ...harmlessRows(data),
  ].filter(({ text, isOwn }) => {
    const { scanned, language } = read(text);
    const found = spamSignsOf(scanned);
    return isHeard(scanned, language, found) && found.unlearned + found.advertising === 0 && (isOwn || found.signs === 0);
  });
  return [
    ...trainHalf(data.rows<{ text: string; spam: boolean }>("spam-youtube")).map((row) => ({
      ...row,
      weight: 1,
      isJudged: true,
    })),
    ...harmless.map(({ text, isOwn }) => ({
      text,
      spam: false,
      weight: isOwn ? HARMLESS.own : HARMLESS.thought,
      isJudged: false,
    })),
  ];
}

const provenance = [
  "Trained on the train half of the YouTube Spam Collection (Alberto, Lochter & Almeida 2015; UCI, CC BY 4.0); and, as text",
  "that sells nothing, on a chat of github.com/bldover/twitch-chat-replay (MIT), VADER's tweets (MIT), sentences of",
  "github.com/pemistahl/lingua-rs and tweets of github.com/nitotm/efficient-language-detector-js (Apache-2.0), and lines of our own.",
  "See NOTICE.md.",
];
