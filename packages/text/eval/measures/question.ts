import { annotate } from "../../src/annotate.ts";
import { groupBy } from "../../training/lib/group-by.ts";
import { heldOutRows } from "../../training/lib/split.ts";
import { f1, mean, type Pair } from "../lib/scores.ts";
import type { Measure } from "../measure.ts";

interface ChatPost {
  readonly text: string;
  readonly act: string;
  readonly question: boolean;
}

/** Posts of English chat rooms, marks left in: a set that trained nothing. */
export const questionsInChat: Measure = {
  name: "question-chat",
  needs: ["question-nps-chat"],
  run(data) {
    const posts = data.rows<ChatPost>("question-nps-chat").filter(({ act }) => act !== "System");
    const { precision, recall, f1: value } = f1(posts.map(pairOf), true);
    const about = { rows: posts.length, of: "judged only" as const };
    return [
      { name: "questions: chat (NPS), F1", value, floor: 0.85, aim: 0.9, ...about },
      { name: "questions: chat (NPS), precision", value: precision, ...about },
      { name: "questions: chat (NPS), recall", value: recall, ...about },
    ];
  },
};

/** Questions and statements of an encyclopaedia in twelve languages, marks taken off: the quarter that trained nothing. */
export const questionsInTwelveLanguages: Measure = {
  name: "question-languages",
  needs: ["question-xquad-multilingual"],
  run(data) {
    const rows = heldOutRows(data.rows<{ lang: string; text: string; question: boolean }>("question-xquad-multilingual"));
    const languages = [...groupBy(rows, ({ lang }) => lang)].sort(([a], [b]) => a.localeCompare(b));
    const each = languages.map(([lang, of]) => ({ lang, value: f1(of.map(pairOf), true).f1, rows: of.length }));
    return [
      {
        name: `questions: ${each.length} languages, mean F1`,
        value: mean(each.map(({ value }) => value)),
        floor: 0.8,
        aim: 0.92,
        rows: rows.length,
        of: "held out",
      },
      ...each.map(({ lang, value, rows: count }) => ({
        name: `questions: ${lang}, F1`,
        value,
        rows: count,
        of: "held out" as const,
      })),
    ];
  },
};

const pairOf = ({ text, question }: { text: string; question: boolean }): Pair => [question, annotate(text).question];
