import { addLanguageFeatures } from "../src/language/features.ts";
import { stopWords } from "../src/lexicons/stop-words.ts";
import { unaccented } from "../src/lexicons/word-map.ts";
import { FeatureBuffer } from "../src/model/feature-buffer.ts";
import type { ModelParts } from "../src/model/linear-model.ts";
import { Script } from "../src/scripts.ts";
import { tokenize } from "../src/tokenizer.ts";
import { chatPhrases } from "./chat-phrases.ts";
import { base64Of, writeSource } from "./lib/generated.ts";
import type { DataFolder } from "./lib/rows.ts";
import { trainingRows } from "./lib/split.ts";
import { type Example, exampleOf, quantise, type TrainOptions, trainLinear } from "./lib/train-linear.ts";
import type { Trainer } from "./trainer.ts";

interface Row {
  readonly lang: string;
  readonly kind: "single-words" | "word-pairs" | "sentences" | "tweet";
  readonly text: string;
}

/** Which languages share a script, and how many buckets it takes to tell them apart. */
const scripts = {
  latin: { labels: "id es it ro cs de fr tl hu nl en sv pt pl tr ms vi".split(" "), bits: 16 },
  cyrillic: { labels: ["ru", "uk"], bits: 13 },
  arabic: { labels: ["ar", "fa", "ur"], bits: 13 },
  han: { labels: ["zh", "ja"], bits: 13 },
};
/** Chosen on a fifth of the training rows, which the rest of them predicted. */
const options: Omit<TrainOptions, "labels" | "bits"> = { epochs: 6, rate: 0.2, damping: 1e-3, l2: 1e-4, seed: 1 };

/** What an example weighs beside a row of the data. */
const WITHOUT_ACCENTS = 0.5;
const STOP_WORD = 1;
const CHAT_PHRASE = 1;
const CHUNK_WORDS = 6;

/** The rows have as much of each language; chat has more of these, which are given twice the odds. */
const FREQUENT = new Set("en es pt fr de it id".split(" "));

export const language: Trainer = {
  name: "language",
  needs: ["langid-short"],
  train(data) {
    const texts = textsOf(data);
    const models: string[] = [];
    const said: string[] = [];
    for (const [script, { labels, bits }] of Object.entries(scripts)) {
      const examples = texts.flatMap(({ lang, text, weight }) => exampleFor(labels, lang, text, weight));
      const base64 = base64Of(withPrior(quantise(trainLinear(examples, { ...options, labels, bits }))));
      models.push(`  ${script}:\n    "${base64}",`);
      said.push(`${script} ${examples.length} examples, ${base64.length} characters`);
    }
    const type = `Readonly<Record<${Object.keys(scripts)
      .map((script) => `"${script}"`)
      .join(" | ")}, string>>`;
    writeSource("language-models", provenance, `export const languageModels: ${type} = {\n${models.join("\n")}\n};`);
    return said.join("; ");
  },
};

const provenance = [
  "Weights that tell languages apart, trained on the training rows of langid-short: word lists and sentences of the test data of lingua-rs",
  "(Apache-2.0), which come from the Leipzig Corpora Collection (CC BY), and tweets of efficient-language-detector-js",
  "(Apache-2.0); and on our own src/lexicons/stop-words.ts and training/chat-phrases.ts. See NOTICE.md.",
];

const withPrior = (model: ModelParts): ModelParts => ({
  ...model,
  biases: model.biases.map((bias, at) => bias + (FREQUENT.has(model.labels[at] as string) ? Math.LN2 : 0)),
});

interface Weighted {
  readonly lang: string;
  readonly text: string;
  readonly weight: number;
}

function textsOf(data: DataFolder): Weighted[] {
  const rows = trainingRows([
    ...data.rows<Row>("langid-short", "lingua.jsonl"),
    ...data.rows<Row>("langid-short", "tweets.jsonl"),
  ]);
  const texts = rows.flatMap(({ lang, kind, text }) => [
    { lang, text, weight: 1 },
    // Sentences are long and chat is short.
    ...(kind === "sentences" ? chunksOf(text).map((chunk) => ({ lang, text: chunk, weight: 1 })) : []),
  ]);
  for (const [lang, words] of Object.entries(stopWords)) {
    for (const text of words.split(" ")) texts.push({ lang, text, weight: STOP_WORD });
  }
  for (const [lang, phrases] of Object.entries(chatPhrases)) {
    for (const text of phrases.split("/")) texts.push({ lang, text, weight: CHAT_PHRASE });
  }
  return [...texts, ...texts.flatMap(withoutAccents)];
}

function chunksOf(text: string): string[] {
  const words = text.split(" ");
  const chunks: string[] = [];
  for (let at = 0; at + CHUNK_WORDS <= words.length; at += CHUNK_WORDS) chunks.push(words.slice(at, at + CHUNK_WORDS).join(" "));
  return chunks;
}

const LATIN = /\p{Script=Latin}/u;

/** People leave accents out. Only in Latin: elsewhere marks are letters. */
function withoutAccents({ lang, text, weight }: Weighted): Weighted[] {
  if (!LATIN.test(text)) return [];
  const plain = unaccented(text).replaceAll("đ", "d").replaceAll("ł", "l").replaceAll("ı", "i");
  return plain === text ? [] : [{ lang, text: plain, weight: weight * WITHOUT_ACCENTS }];
}

const buffer = new FeatureBuffer();

function exampleFor(labels: readonly string[], lang: string, text: string, weight: number): Example[] {
  const label = labels.indexOf(lang);
  if (label < 0) return [];
  const { words, letters } = tokenize(text);
  // Japanese with kana is known by it; its model is for text in Han alone.
  const hasKana = (letters[Script.kana] ?? 0) > 0;
  if (words.length === 0 || (lang === "ja" && hasKana)) return [];
  buffer.clear();
  addLanguageFeatures(buffer, words);
  return [exampleOf(buffer, label, weight)];
}
