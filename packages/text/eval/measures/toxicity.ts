import { annotate } from "../../src/annotate.ts";
import { DIALECT } from "../../training/dialect.ts";
import { heldOutRows } from "../../training/lib/split.ts";
import { f1, type Pair } from "../lib/scores.ts";
import type { Figure, Measure } from "../measure.ts";

interface Row {
  readonly text: string;
  readonly toxic: boolean;
}

/** Comments: insults with and without swear words. */
export const toxicityOfComments: Measure = {
  name: "toxicity of comments",
  needs: ["toxicity-surge"],
  run: (data) => f1Of("toxicity F1, Surge", heldOutRows(data.rows<Row>("toxicity-surge")), 0.8, 0.88),
};

/** Tweets, and how often a harmless one is accused: with and without words that mark African-American English. */
export const toxicityOfTweets: Measure = {
  name: "toxicity of tweets",
  needs: ["toxicity-davidson"],
  run(data) {
    const rows = heldOutRows(data.rows<{ text: string; class: string }>("toxicity-davidson")).map((row) => ({
      text: row.text,
      toxic: row.class !== "neither",
    }));
    const harmless = rows.filter((row) => !row.toxic);
    return [
      ...f1Of("toxicity F1, Davidson", rows, 0.93, 0.965),
      accused(
        "· harmless tweets accused, dialect words",
        harmless.filter(({ text }) => DIALECT.test(text)),
      ),
      accused(
        "· harmless tweets accused, no such words",
        harmless.filter(({ text }) => !DIALECT.test(text)),
      ),
    ];
  },
};

const isAccused = ({ text }: { text: string }): boolean => annotate(text).toxicity >= 0.5;

function f1Of(name: string, rows: readonly Row[], floor: number, aim: number): Figure[] {
  const pairs = rows.map((row): Pair => [row.toxic, isAccused(row)]);
  const { precision, recall, f1: value } = f1(pairs, true);
  const of = "held out" as const;
  return [
    { name, value, floor, aim, rows: rows.length, of },
    { name: "· precision", value: precision, rows: rows.length, of },
    { name: "· recall", value: recall, rows: rows.length, of },
  ];
}

const accused = (name: string, rows: readonly { text: string }[]): Figure => ({
  name,
  value: rows.filter(isAccused).length / (rows.length || 1),
  rows: rows.length,
  of: "held out",
});
