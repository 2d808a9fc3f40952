import { annotate, type TextAnnotation } from "../../src/annotate.ts";
import { piecesOf } from "../../training/harmless-rows.ts";
import { heldOutRows } from "../../training/lib/split.ts";
import type { Figure, Measure } from "../measure.ts";

/**
 * How often ordinary short text is accused: sentences and tweets of 30 languages, whole and in pieces of one to eight words, of the quarter
 * that trained nothing. Nobody has judged them: the few that do insult or sell count as accused wrongly.
 */
export const harmlessChat: Measure = {
  name: "harmless chat",
  needs: ["langid-short"],
  run(data) {
    const rows = heldOutRows([
      ...data.rows<{ text: string }>("langid-short", "lingua.jsonl"),
      ...data.rows<{ text: string }>("langid-short", "tweets.jsonl"),
    ]);
    const said = [...new Set(rows.flatMap(({ text }) => piecesOf(text)))].map((text) => annotate(text));
    const accused = (by: "toxicity" | "spam", of: readonly TextAnnotation[]): number =>
      (of.filter((annotation) => annotation[by] >= 0.5).length / (of.length || 1)) * 1000;
    const english = said.filter(({ language }) => language === "en");
    const figure = (name: string, value: number, { length }: readonly TextAnnotation[]): Figure => ({
      name,
      value,
      digits: 1,
      unit: "per 1,000",
      rows: length,
      of: "held out",
    });
    const goals = { floor: 5, aim: 2, lessIsBetter: true };
    return [
      { ...figure("harmless chat accused, toxicity", accused("toxicity", said), said), ...goals },
      figure("· of what is taken for English", accused("toxicity", english), english),
      { ...figure("harmless chat accused, spam", accused("spam", said), said), ...goals },
      figure("· of what is taken for English", accused("spam", english), english),
    ];
  },
};
