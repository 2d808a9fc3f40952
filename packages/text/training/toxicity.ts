import { f1 } from "../eval/lib/scores.ts";
import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import { addToxicityContext, addToxicityWord } from "../src/toxicity/features.ts";
import { profanityOf } from "../src/toxicity/profanity.ts";
import { isModelApplicable, toxicityOf } from "../src/toxicity/toxicity.ts";
import { DIALECT } from "./dialect.ts";
import { harmlessRows, read } from "./harmless-rows.ts";
import { accusedShare, crossValidatedFinds, type DetectorRow, type Found, ofSets, trainDetector } from "./lib/detector.ts";
import { writeModel } from "./lib/generated.ts";
import type { DataFolder } from "./lib/rows.ts";
import { trainingRows } from "./lib/split.ts";
import { exampleOf, quantise, type TrainOptions } from "./lib/train-linear.ts";
import type { Trainer } from "./trainer.ts";

/** By cross-validation, as are the weights and costs below. */
const options: TrainOptions = { labels: ["toxic"], bits: 16, epochs: 8, rate: 0.2, damping: 0.1, l2: 1e-3, seed: 1 };

export const toxicity: Trainer = {
  name: "toxicity",
  needs: ["toxicity-surge", "toxicity-davidson", "sentiment-vader-amazon", "langid-short", "livechat-twitch-replay"],
  train(data) {
    const rows = rowsOf(data);
    const { trained, threshold } = trainDetector(rows, options, worth);
    writeModel("toxicity-model", "toxicityModel", provenance, quantise(trained, threshold));
    const found = crossValidatedFinds(rows, options, worth);
    const shown = ["surge", "davidson"].map((set) => `${set} F1 ${f1Of(ofSets(found, set)).toFixed(3)}`).join(", ");
    const harmless = `${(accusedShare(ofSets(found, "davidson")) * 100).toFixed(1)} % of harmless tweets`;
    const chat = `${(accusedShare(ofSets(found, "chat")) * 100).toFixed(2)} % of harmless chat`;
    return `${shown}, ${harmless} and ${chat} accused by cross-validation; threshold ${threshold.toFixed(2)}`;
  },
};

const f1Of = (found: Found): number =>
  f1(
    found.map(([{ label }, isFound]) => [label === 1, isFound]),
    true,
  ).f1;

/**
 * Five in six of the tweets are toxic, which would have a model accuse nearly anybody: accusing costs something, and in chat,
 * where nearly nobody insults, as much as either F1 gains.
 */
const worth = (found: Found): number =>
  f1Of(ofSets(found, "surge")) +
  f1Of(ofSets(found, "davidson")) -
  0.3 * accusedShare(ofSets(found, "davidson")) -
  accusedShare(ofSets(found, "chat"));

/**
 * What a row weighs beside an insulting tweet: the small set counts twenty times the large one; harmless tweets in a dialect
 * that the labels are harsh on count three times the others, which halves the difference in how often they are accused.
 */
const WEIGHT = { surge: 20, harmlessTweet: 6, harmlessInDialect: 18, own: 2, harmless: 0.6 };

/**
 * Reviews, chat, and short texts of many languages, those without a rude word that are taken for English, stand for what
 * insults nobody: a model must not fear what it does not know, nor "I love you" for its "you".
 */
function rowsOf(data: DataFolder): DetectorRow[] {
  const surge = trainingRows(data.rows<{ text: string; toxic: boolean }>("toxicity-surge"));
  const davidson = trainingRows(data.rows<{ text: string; class: string }>("toxicity-davidson"));
  const reviews = data.rows<{ text: string }>("sentiment-vader-amazon");
  const chat = data.rows<{ text: string }>("livechat-twitch-replay").filter(({ text }) => isInnocent(text));
  const short = harmlessRows(data).filter(({ text, isOwn }) => (isOwn ? isAsked(text) : isInnocent(text)));
  const harmlessOf = (set: string, texts: readonly { text: string; isOwn?: boolean }[]): DetectorRow[] =>
    texts.map(({ text, isOwn = false }) => rowOf(set, text, 0, isOwn ? WEIGHT.own : WEIGHT.harmless));
  return [
    ...surge.map(({ text, toxic }) => rowOf("surge", text, toxic ? 1 : 0, WEIGHT.surge)),
    ...davidson.map(({ text, class: said }) => {
      const harmless = DIALECT.test(text) ? WEIGHT.harmlessInDialect : WEIGHT.harmlessTweet;
      return said === "neither" ? rowOf("davidson", text, 0, harmless) : rowOf("davidson", text, 1, 1);
    }),
    ...harmlessOf("reviews", reviews),
    ...harmlessOf("chat", [...chat, ...short]),
  ];
}

const buffer = new FeatureBuffer();

function rowOf(set: string, text: string, label: 0 | 1, weight: number): DetectorRow {
  const { tokens, language } = read(text);
  addToxicityContext(buffer.clear(), tokens, profanityOf(tokens, language));
  for (const word of tokens.words) addToxicityWord(buffer, word);
  const isToxic = (byModel: number): boolean => toxicityOf(tokens, language, () => byModel) >= 0.5;
  return { ...exampleOf(buffer, label, weight), text, set, label, ifNo: isToxic(0), ifYes: isToxic(1) };
}

/** Whether the model is asked of it at all. */
function isAsked(text: string): boolean {
  const { tokens, language } = read(text);
  return isModelApplicable(tokens, language, profanityOf(tokens, language));
}

function isInnocent(text: string): boolean {
  const { tokens, language } = read(text);
  const rude = profanityOf(tokens, language);
  return rude.worst === 0 && isModelApplicable(tokens, language, rude);
}

const provenance = [
  "Trained on the training rows of two sets, both MIT: Surge AI's toxicity sample (github.com/surge-ai/toxicity) and Davidson",
  "et al., ICWSM-17 (github.com/t-davidson/hate-speech-and-offensive-language); and, as text that insults nobody, on VADER's",
  "review snippets (MIT) and sentences of github.com/pemistahl/lingua-rs (Apache-2.0) and tweets of",
  "github.com/nitotm/efficient-language-detector-js (Apache-2.0), a chat of github.com/bldover/twitch-chat-replay (MIT), and lines of our own. Known bias: the tweets' labels are harsher on African-American English. See NOTICE.md.",
];
