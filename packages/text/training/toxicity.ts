import { f1, type Pair } from "../eval/lib/scores.ts";
import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import { profanityOf } from "../src/profanity.ts";
import { scan } from "../src/scan.ts";
import { toxicityFeatures } from "../src/toxicity-features.ts";
import { chatPhrases } from "./chat-phrases.ts";
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
    const examples = rows.map(({ text, toxic, weight }) =>
      exampleOf(toxicityFeatures(scan(text), buffer), toxic ? 1 : 0, weight),
    );
    const scores = crossValidatedScores(examples, options);
    const judge = (set: string, threshold: number): number =>
      f1(
        rows.flatMap((row, at): Pair[] => (row.set === set ? [[row.toxic, (scores[at] as number) > threshold]] : [])),
        true,
      ).f1;
    const accused = (threshold: number): number => {
      const harmless = rows.flatMap((row, at) => (row.set === "davidson" && !row.toxic ? [scores[at] as number] : []));
      return harmless.filter((score) => score > threshold).length / harmless.length;
    };
    // Five in six of the tweets are toxic, which would have a model accuse nearly anybody: accusing costs something.
    const threshold = bestThreshold((at) => judge("surge", at) + judge("davidson", at) - 0.3 * accused(at));
    writeModel("toxicity-model", "toxicityModel", provenance, quantise(trainLinear(examples, options), threshold));
    const shown = (set: string) => `${set} F1 ${judge(set, threshold).toFixed(3)}`;
    return `${shown("surge")}, ${shown("davidson")} by cross-validation on the train halves; threshold ${threshold.toFixed(2)}`;
  },
};

interface Row {
  readonly text: string;
  readonly toxic: boolean;
  readonly set: string;
  readonly weight: number;
}

/**
 * The small set of comments counts thirty times the large one of tweets; reviews,
 * sentences of many languages and chat, those without a rude word, stand for what insults nobody: a model that knows no Spanish
 * must not fear it, nor "I love you" for its "you".
 */
function rowsOf(data: DataFolder): Row[] {
  const surge = trainHalf(data.rows<{ text: string; toxic: boolean }>("toxicity-surge"));
  const davidson = trainHalf(data.rows<{ text: string; class: string }>("toxicity-davidson"));
  const reviews = data.rows<{ text: string }>("sentiment-vader-amazon");
  const anyLanguage = trainHalf([
    ...data.rows<{ text: string; kind: string }>("langid-short", "lingua.jsonl").filter(({ kind }) => kind === "sentences"),
    ...data.rows<{ text: string }>("langid-short", "tweets.jsonl"),
  ]).filter(isInnocent);
  const chat = [
    ...data.rows<{ text: string }>("livechat-twitch-replay"),
    ...Object.values(chatPhrases).flatMap((phrases) => phrases.split("/").map((text) => ({ text }))),
  ].filter(isInnocent);
  return [
    ...surge.map(({ text, toxic }) => ({ text, toxic, set: "surge", weight: 30 })),
    ...davidson.map((row) => ({
      text: row.text,
      toxic: row.class !== "neither",
      set: "davidson",
      weight: row.class === "neither" ? 4 : 1,
    })),
    ...reviews.map(({ text }) => ({ text, toxic: false, set: "reviews", weight: 0.3 })),
    ...anyLanguage.map(({ text }) => ({ text, toxic: false, set: "languages", weight: 0.1 })),
    ...chat.map(({ text }) => ({ text, toxic: false, set: "chat", weight: 0.3 })),
  ];
}

const isInnocent = ({ text }: { text: string }): boolean => /[a-z]{2}/i.test(text) && profanityOf(scan(text).words).worst === 0;

const provenance = [
  "Trained on the train halves of two sets, both MIT: Surge AI's toxicity sample (github.com/surge-ai/toxicity) and Davidson",
  "et al., ICWSM-17 (github.com/t-davidson/hate-speech-and-offensive-language); and, as text that insults nobody, on VADER's",
  "review snippets (MIT) and sentences of github.com/pemistahl/lingua-rs (Apache-2.0) and tweets of",
  "github.com/nitotm/efficient-language-detector-js (Apache-2.0), a chat of github.com/bldover/twitch-chat-replay (MIT). Known bias: the tweets' labels are harsher on African-American English. See NOTICE.md.",
];
