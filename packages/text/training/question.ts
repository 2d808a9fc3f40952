import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import { questionCues } from "../src/question/cues.ts";
import { addQuestionFeatures } from "../src/question/features.ts";
import { kindOf } from "../src/question/question.ts";
import { tokenize } from "../src/tokenizer.ts";
import { bestThreshold } from "./lib/best-threshold.ts";
import { crossValidated } from "./lib/cross-validation.ts";
import { base64Of, writeSource } from "./lib/generated.ts";
import { groupBy } from "./lib/group-by.ts";
import type { DataFolder } from "./lib/rows.ts";
import { type Example, exampleOf, quantise, scoreOf, trainLinear } from "./lib/train-linear.ts";
import { type AskingRow, askingRows, COMMENTS } from "./question-rows.ts";
import type { Trainer } from "./trainer.ts";

/** Chosen by cross-validation. */
const options = { labels: ["question"], bits: 17, epochs: 4, rate: 0.4, damping: 0.1, l2: 1e-4, seed: 1 };

export const question: Trainer = {
  name: "question",
  needs: ["question-xquad-multilingual", "langid-short", ...Object.keys(COMMENTS)],
  train(data: DataFolder) {
    const rows = askingRows(data).map(exampleFor);
    const scores = crossValidated(rows, (seen) => {
      const trained = trainLinear(seen, options);
      return (row) => scoreOf(trained, row);
    });
    const thresholds = thresholdsOf(rows, scores);
    const base64 = base64Of(quantise(trainLinear(rows, options)));
    writeSource(
      "question-model",
      provenance,
      `export const questionModel: string =\n  "${base64}";\n\n` +
        `/** Above it a text without a mark is a question. */\nexport const questionThresholds: {\n  readonly signed: number;\n  readonly weak: number;\n  readonly unsigned: number;\n  readonly sentence: Readonly<Record<string, number>>;\n} = ${JSON.stringify(thresholds)};`,
    );
    return `${rows.length} examples, ${base64.length} characters, thresholds ${JSON.stringify(thresholds)}`;
  },
};

const provenance = [
  "Weights that tell questions without a mark, trained on the training rows of XQuAD (CC BY-SA 4.0: these weights are derived",
  "from it and shared under the same licence), langid-short, and English and Indonesian comments by whether they end in a",
  "mark; and on our own training/chat-questions.ts. See NOTICE.md.",
];

const buffer = new FeatureBuffer();

function exampleFor(row: AskingRow): AskingRow & Example {
  const tokens = tokenize(row.text);
  addQuestionFeatures(buffer.clear(), tokens, questionCues(tokens, row.language));
  return { ...row, ...exampleOf(buffer, row.asks ? 1 : 0, row.weight) };
}

/** Thresholds by kind of text (see `kindOf`), and for whole sentences by language. */
function thresholdsOf(rows: readonly AskingRow[], scores: readonly number[]): Thresholds {
  const judged = rows.flatMap(({ text, asks, language, isSure }, at) => {
    if (!isSure) return [];
    const tokens = tokenize(text);
    const kind = kindOf(tokens, questionCues(tokens, language), language);
    return [{ kind, language, score: scores[at] as number, truth: asks, weight: asks ? 1 : STATEMENT[kind] }];
  });
  const ofKind = (kind: string) => judged.filter((row) => row.kind === kind);
  const sentences = groupBy(ofKind("sentence"), ({ language }) => language);
  const enough = [...sentences].filter(([, of]) => of.length >= 100).sort(([a], [b]) => a.localeCompare(b));
  return {
    signed: thresholdFor(ofKind("signed")),
    weak: thresholdFor(ofKind("weak")),
    unsigned: thresholdFor(ofKind("unsigned")),
    sentence: Object.fromEntries(enough.map(([language, of]) => [language, thresholdFor(of)])),
  };
}

interface Thresholds {
  readonly signed: number;
  readonly weak: number;
  readonly unsigned: number;
  readonly sentence: Readonly<Record<string, number>>;
}

/** Our own phrases are as many questions as statements; a chat has many times more statements, most of them without a cue. */
const STATEMENT = { word: 1, sentence: 1, signed: 2, weak: 1, unsigned: 20 };

function thresholdFor(rows: readonly { score: number; truth: boolean; weight: number }[]): number {
  return bestThreshold((threshold) => {
    let hits = 0;
    let wrong = 0;
    for (const { score, truth, weight } of rows) {
      if (score > threshold && truth) hits += weight;
      else if (score > threshold !== truth) wrong += weight;
    }
    return hits / (2 * hits + wrong || 1);
  });
}
