import type { Report } from "@frontrow/protocol/library/report";
import { type QueuedQuestion, questionQueue } from "@frontrow/protocol/question-queue";
import { exact, spoken } from "../../ui/format.ts";

/** A question of a broadcast, and what the desk did about it. */
export interface ReportedQuestion {
  readonly question: QueuedQuestion;
  /** "answered after 2 min" */
  readonly outcome: string;
}

export interface ReportedQuestions {
  /** Answered first, then those that were left open, the most urgent first; what was ignored comes last. */
  readonly rows: readonly ReportedQuestion[];
  readonly summary: string;
}

const order = { answered: 0, pending: 1, ignored: 2 } as const;

/** What was asked in a broadcast, and how the desk kept up. */
export function questionsOf({ facts: { questions, totals }, answers, isGrowing }: Report): ReportedQuestions {
  const queue = questionQueue(questions, answers, { session: undefined, distinct: totals.questions });
  const rows = queue.questions
    .toSorted((a, b) => order[a.status] - order[b.status] || (a.status === "answered" ? a.atMs - b.atMs : 0))
    .map((question) => ({ question, outcome: outcomeOf(question, isGrowing) }));
  return { rows, summary: summaryOf(queue, Math.max(totals.questions, questions.length)) };
}

function outcomeOf({ status, settledAtMs, atMs }: QueuedQuestion, isGrowing: boolean): string {
  switch (status) {
    case "answered":
      return `answered after ${spoken(Math.max(0, (settledAtMs ?? atMs) - atMs))}`;
    case "ignored":
      return "left aside";
    case "pending":
      return isGrowing ? "waits" : "not answered";
  }
}

function summaryOf({ answered, ignored, averageResponseMs }: ReturnType<typeof questionQueue>, asked: number): string {
  if (asked === 0) return "Nothing was asked.";
  const parts = [
    `${exact(asked)} asked`,
    `${exact(answered)} answered`,
    ...(ignored > 0 ? [`${exact(ignored)} left aside`] : []),
  ];
  const time = averageResponseMs === undefined ? "" : ` An answer took ${spoken(averageResponseMs)} on average.`;
  return `${parts.join(", ")}.${time}`;
}
