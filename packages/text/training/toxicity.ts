import { f1, type Pair } from "../eval/lib/scores.ts";
import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import { profanityOf } from "../src/profanity.ts";
import { isHeard } from "../src/toxicity.ts";
import { addToxicityContext, addToxicityWord } from "../src/toxicity-features.ts";
import { harmlessRows, read } from "./harmless-rows.ts";
import { bestThreshold } from "./lib/best-threshold.ts";
import { writeModel } from "./lib/generated.ts";
import { seededRandom, shuffle } from "./lib/random.ts";
import type { DataFolder } from "./lib/rows.ts";
import { trainHalf } from "./lib/split.ts";
import { crossValidatedScores, exampleOf, quantise, type TrainOptions, trainLinear } from "./lib/train-linear.ts";
import type { Trainer } from "./trainer.ts";

/** By cross-validation on the train halves, as are the weights of the sets below. */
const options: TrainOptions = { labels: ["toxic"], bits: 16, epochs: 8, rate: 0.2, l2: 1e-5, seed: 1 };

export const toxicity: Trainer = {
  name: "toxicity",
  needs: ["toxicity-surge", "toxicity-davidson", "sentiment-vader-amazon", "langid-short", "livechat-twitch-replay"],
  train(data) {
    const rows = shuffle(rowsOf(data), seededRandom(3));
    const buffer = new FeatureBuffer();
    const examples = rows.map(({ text, toxic, weight }) => {
      const { scanned, language } = read(text);
      addToxicityContext(buffer.clear(), scanned, profanityOf(scanned, language));
      for (const word of scanned.words) addToxicityWord(buffer, word);
      return exampleOf(buffer, toxic ? 1 : 0, weight);
    });
    const scores = crossValidatedScores(examples, options);
    const judge = (set: string, threshold: number): number =>
      f1(
        rows.flatMap((row, at): Pair[] => (row.set === set ? [[row.toxic, (scores[at] as number) > threshold]] : [])),
        true,
      ).f1;
    const accused = (set: string, threshold: number): number => {
      const harmless = rows.flatMap((row, at) => (row.set === set && !row.toxic ? [scores[at] as number] : []));
      return harmless.filter((score) => score > threshold).length / harmless.length;
    };
    // Five in six of the tweets are toxic, which would have a model accuse nearly anybody: accusing costs something, and in
    // chat, where nearly nobody insults, more than a point of either F1 for each point.
    const threshold = bestThreshold(
      (at) => judge("surge", at) + judge("davidson", at) - 0.3 * accused("davidson", at) - CHAT_COST * accused("chat", at),
    );
    writeModel("toxicity-model", "toxicityModel", provenance, quantise(trainLinear(examples, options), threshold));
    const shown = (set: string) => `${set} F1 ${judge(set, threshold).toFixed(3)}`;
    const chat = (accused("chat", threshold) * 100).toFixed(2);
    return `${shown("surge")}, ${shown("davidson")}, ${chat} % of harmless chat accused by cross-validation on the train halves; threshold ${threshold.toFixed(2)}`;
  },
};

interface Row {
  readonly text: string;
  readonly toxic: boolean;
  readonly set: string;
  readonly weight: number;
}

/** What a point of harmless chat accused costs, in points of F1. */
const CHAT_COST = 5;
/** Weights of what insults nobody, by cross-validation: the more of it, the fewer insults without a rude word are found. */
const HARMLESS = { own: 1, pieces: 0.3, reviews: 0.3, chat: 0.3 };

/**
 * The small set of comments counts thirty times the large one of tweets; reviews, chat, and short texts of many languages, those
 * without a rude word that are taken for English, stand for what insults nobody: a model must not fear what it does not know, nor "I love
 * you" for its "you".
 */
function rowsOf(data: DataFolder): Row[] {
  const surge = trainHalf(data.rows<{ text: string; toxic: boolean }>("toxicity-surge"));
  const davidson = trainHalf(data.rows<{ text: string; class: string }>("toxicity-davidson"));
  const reviews = data.rows<{ text: string }>("sentiment-vader-amazon");
  const chat = data.rows<{ text: string }>("livechat-twitch-replay").filter(({ text }) => isInnocent(text));
  const short = harmlessRows(data).filter(({ text, isOwn }) => (isOwn ? isAsked(text) : isInnocent(text)));
  return [
    ...surge.map(({ text, toxic }) => ({ text, toxic, set: "surge", weight: 30 })),
    ...davidson.map((row) => ({
      text: row.text,
      toxic: row.class !== "neither",
      set: "davidson",
      weight: row.class === "neither" ? 4 : 1,
    })),
    ...reviews.map(({ text }) => ({ text, toxic: false, set: "reviews", weight: HARMLESS.reviews })),
    ...chat.map(({ text }) => ({ text, toxic: false, set: "chat", weight: HARMLESS.chat })),
    ...short.map(({ text, isOwn }) => ({ text, toxic: false, set: "chat", weight: isOwn ? HARMLESS.own : HARMLESS.pieces })),
  ];
}

/** Whether the model is asked of it at all. */
function isAsked(text: string): boolean {
  const { scanned, language } = read(text);
  return isHeard(scanned, language, profanityOf(scanned, language));
}

function isInnocent(text: string): boolean {
  const { scanned, language } = read(text);
  const rude = profanityOf(scanned, language);
  return rude.worst === 0 && isHeard(scanned, language, rude);
}

const provenance = [
  "Trained on the train halves of two sets, both MIT: Surge AI's toxicity sample (github.com/surge-ai/toxicity) and Davidson",
  "et al., ICWSM-17 (github.com/t-davidson/hate-speech-and-offensive-language); and, as text that insults nobody, on VADER's",
  "review snippets (MIT) and sentences of github.com/pemistahl/lingua-rs (Apache-2.0) and tweets of",
  "github.com/nitotm/efficient-language-detector-js (Apache-2.0), a chat of github.com/bldover/twitch-chat-replay (MIT), and lines of our own. Known bias: the tweets' labels are harsher on African-American English. See NOTICE.md.",
];
