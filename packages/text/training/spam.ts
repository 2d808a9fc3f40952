import { f1 } from "../eval/lib/scores.ts";
import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import { HINTS, spamCuesOf } from "../src/spam/cues.ts";
import { addSpamContext, addSpamWord } from "../src/spam/features.ts";
import { isModelApplicable, spamOf } from "../src/spam/spam.ts";
import { harmlessRows, read } from "./harmless-rows.ts";
import { accusedShare, crossValidatedFinds, type DetectorRow, type Found, ofSets, trainDetector } from "./lib/detector.ts";
import { writeModel } from "./lib/generated.ts";
import type { DataFolder } from "./lib/rows.ts";
import { trainingRows } from "./lib/split.ts";
import { exampleOf, quantise, type TrainOptions } from "./lib/train-linear.ts";
import type { Trainer } from "./trainer.ts";

/** By cross-validation, as are the weights and the cost below. */
const options: TrainOptions = { labels: ["spam"], bits: 14, epochs: 12, rate: 0.2, damping: 1e-3, l2: 3e-3, seed: 1 };
/** What a message that is harmless weighs beside a comment that a person has judged. */
const WEIGHT = { own: 0.5, thought: 0.03 };

export const spam: Trainer = {
  name: "spam",
  needs: ["spam-youtube", "livechat-twitch-replay", "sentiment-vader-tweets", "langid-short"],
  train(data) {
    const rows = rowsOf(data);
    const { trained, threshold } = trainDetector(rows, options, worth);
    writeModel("spam-model", "spamModel", provenance, quantise(trained, threshold));
    const found = crossValidatedFinds(rows, options, worth);
    const chat = (accusedShare(ofSets(found, "chat")) * 100).toFixed(2);
    return `F1 ${f1Of(found).toFixed(3)}, ${chat} % of harmless chat accused by cross-validation; threshold ${threshold.toFixed(2)}`;
  },
};

const f1Of = (found: Found): number =>
  f1(
    ofSets(found, "comments").map(([{ label }, isFound]) => [label === 1, isFound]),
    true,
  ).f1;

/** A point of harmless chat accused costs as much as a point of F1 gains. */
const worth = (found: Found): number => f1Of(found) - accusedShare(ofSets(found, "chat"));

/**
 * Comments that were judged; chat, tweets and short texts with hints of spam at most, for without these a model takes every "check" and "please" for
 * an appeal; and our own lines with what cues they have.
 */
function rowsOf(data: DataFolder): DetectorRow[] {
  const harmless = [
    ...data.rows<{ text: string }>("livechat-twitch-replay").map(({ text }) => ({ text, isOwn: false })),
    ...trainingRows(data.rows<{ text: string }>("sentiment-vader-tweets")).map(({ text }) => ({ text, isOwn: false })),
    ...harmlessRows(data),
  ].filter(({ text, isOwn }) => {
    const { tokens, language } = read(text);
    const found = spamCuesOf(tokens);
    return (
      isModelApplicable(tokens, language, found) &&
      found.unlearned + found.advertising === 0 &&
      (isOwn || (found.cues & ~HINTS) === 0)
    );
  });
  const judged = trainingRows(data.rows<{ text: string; spam: boolean }>("spam-youtube"));
  return [
    ...judged.map((row) => rowOf("comments", row.text, row.spam ? 1 : 0, 1)),
    ...harmless.map(({ text, isOwn }) => rowOf("chat", text, 0, isOwn ? WEIGHT.own : WEIGHT.thought)),
  ];
}

const buffer = new FeatureBuffer();

function rowOf(set: string, text: string, label: 0 | 1, weight: number): DetectorRow {
  const { tokens, language } = read(text);
  addSpamContext(buffer.clear(), tokens, spamCuesOf(tokens));
  for (const word of tokens.words) addSpamWord(buffer, word);
  const isSpam = (byModel: number): boolean => spamOf(tokens, language, () => byModel) >= 0.5;
  return { ...exampleOf(buffer, label, weight), text, set, label, ifNo: isSpam(0), ifYes: isSpam(1) };
}

const provenance = [
  "Trained on the training rows of the YouTube Spam Collection (Alberto, Lochter & Almeida 2015; UCI, CC BY 4.0); and, as text",
  "that sells nothing, on a chat of github.com/bldover/twitch-chat-replay (MIT), VADER's tweets (MIT), sentences of",
  "github.com/pemistahl/lingua-rs and tweets of github.com/nitotm/efficient-language-detector-js (Apache-2.0), and lines of our own.",
  "See NOTICE.md.",
];
