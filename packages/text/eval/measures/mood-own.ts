import { annotate } from "../../src/annotate.ts";
import { macroF1, type Pair } from "../lib/scores.ts";
import type { Measure } from "../measure.ts";
import type { MoodLines } from "../own/mood-lines.ts";
import { tagalog, thai, vietnamese } from "../own/moods-a.ts";
import { chinese, japanese, korean } from "../own/moods-b.ts";
import { hindi, russian, turkish } from "../own/moods-c.ts";
import { texts } from "../own/texts.ts";

const sets: readonly (readonly [language: string, lines: MoodLines])[] = [
  ["vi", vietnamese],
  ["th", thai],
  ["tl", tagalog],
  ["ja", japanese],
  ["ko", korean],
  ["zh", chinese],
  ["tr", turkish],
  ["ru", russian],
  ["hi", hindi],
];

/** Short chat lines of our own in languages that no set of labelled moods has; the language is found by the annotator as well. */
export const ownMoods: Measure = {
  name: "mood-own",
  needs: [],
  run: () =>
    sets.map(([language, lines]) => {
      const pairs = (["positive", "negative", "neutral"] as const).flatMap((label) =>
        texts(lines[label]).map((text): Pair => [label, annotate(text).sentimentLabel]),
      );
      return {
        name: `sentiment: our own lines of chat in ${language}, macro-F1`,
        value: macroF1(pairs),
        rows: pairs.length,
        of: "judged only" as const,
      };
    }),
};
