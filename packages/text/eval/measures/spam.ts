import { annotate } from "../../src/annotate.ts";
import { heldOutRows } from "../../training/lib/split.ts";
import { f1, type Pair } from "../lib/scores.ts";
import type { Measure } from "../measure.ts";

/** Comments under videos. Floods of one text by many, chat's main spam, are the fold's to see and no set's to measure. */
export const spam: Measure = {
  name: "spam",
  needs: ["spam-youtube"],
  run(data) {
    const rows = heldOutRows(data.rows<{ text: string; spam: boolean }>("spam-youtube"));
    const pairs = rows.map(({ text, spam: truth }): Pair => [truth, annotate(text).spam >= 0.5]);
    const { precision, recall, f1: value } = f1(pairs, true);
    const of = "held out" as const;
    return [
      { name: "spam F1, YouTube", value, floor: 0.92, aim: 0.96, rows: rows.length, of },
      { name: "· precision", value: precision, rows: rows.length, of },
      { name: "· recall", value: recall, rows: rows.length, of },
    ];
  },
};
