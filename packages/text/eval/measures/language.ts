import { annotate } from "../../src/annotate.ts";
import { heldOutRows } from "../../training/lib/split.ts";
import { accuracy } from "../lib/scores.ts";
import type { Figure, Measure } from "../measure.ts";

interface Row {
  readonly lang: string;
  readonly kind?: string;
  readonly text: string;
}

const right = (rows: readonly Row[]): number => accuracy(rows.map(({ lang, text }) => [lang, annotate(text).language]));

/** Words, pairs and sentences of 30 languages, and tweets of six: the quarter that trained nothing. */
export const language: Measure = {
  name: "language",
  needs: ["langid-short"],
  run(data) {
    const lingua = heldOutRows(data.rows<Row>("langid-short", "lingua.jsonl"));
    const tweets = heldOutRows(data.rows<Row>("langid-short", "tweets.jsonl"));
    const figure = (name: string, rows: readonly Row[], goals: Partial<Figure> = {}): Figure[] =>
      rows.length === 0 ? [] : [{ name, value: right(rows), rows: rows.length, of: "held out", ...goals }];
    const ofKind = (kind: string) => lingua.filter((row) => row.kind === kind);
    return [
      ...figure("language: tweets, 6 languages", tweets, { floor: 0.97, aim: 0.99 }),
      ...figure("language: word pairs, 30 languages", ofKind("word-pairs"), { floor: 0.8, aim: 0.88 }),
      ...figure("language: words, 30 languages", ofKind("single-words")),
      ...figure("language: sentences, 30 languages", ofKind("sentences")),
    ];
  },
};

// Hindi is left out: there it is mostly written in Latin letters and mixed with English.
const SEVEN = "ar en fr de it pt es".split(" ");

/** Tweets of a set that trained nothing and whose languages are labels of where a tweet was collected. */
export const languageOfTweets: Measure = {
  name: "language-tweets",
  needs: ["sentiment-tweets-multilingual"],
  run(data) {
    const rows = data.rows<Row>("sentiment-tweets-multilingual").filter(({ lang }) => SEVEN.includes(lang));
    return [
      {
        name: "language: multilingual tweets, 7 languages",
        value: right(rows),
        floor: 0.96,
        aim: 0.98,
        rows: rows.length,
        of: "judged only",
      },
    ];
  },
};
