import type { DeskState } from "./desk.ts";
import type { QuestionDetected } from "./insight.ts";

// Without zod, because browsers load it.

export type AnswerStatus = "answered" | "ignored";
export interface QueuedQuestion extends QuestionDetected {
  readonly status: "pending" | AnswerStatus;
  /** When this desk answered or ignored it. */
  readonly settledAtMs?: number;
}
export interface QuestionQueue {
  /** Pending first by priority, then by how many asked, then the oldest; after them the settled ones, newest first. */
  readonly questions: readonly QueuedQuestion[];
  readonly pending: number;
  readonly answered: number;
  readonly ignored: number;
  /** Answered of all but the ignored, 0…1; undefined before there was a question. */
  readonly responseRate: number | undefined;
  /** From the first time it was asked to this desk's answer; undefined before there was an answer. */
  readonly averageResponseMs: number | undefined;
}

/** A session's questions as one desk sees them: which of them it has answered or ignored. */
export function questionQueue(detected: readonly QuestionDetected[], answers: DeskState["answers"] = {}): QuestionQueue {
  const questions = detected.map((question): QueuedQuestion => {
    const answer = answers[question.id];
    return answer ? { ...question, status: answer.status, settledAtMs: answer.atMs } : { ...question, status: "pending" };
  });
  const answered = questions.filter(({ status }) => status === "answered");
  const ignored = questions.filter(({ status }) => status === "ignored").length;
  const asked = questions.length - ignored;
  const waited = answered.reduce((sum, { atMs, settledAtMs = atMs }) => sum + Math.max(0, settledAtMs - atMs), 0);
  return {
    questions: questions.sort(byUrgency),
    pending: asked - answered.length,
    answered: answered.length,
    ignored,
    responseRate: asked === 0 ? undefined : answered.length / asked,
    averageResponseMs: answered.length === 0 ? undefined : waited / answered.length,
  };
}

/** Whether something, such as a prompt, is about a question that the desk has answered or ignored: it is not told any more. */
export const isSettled = (about: { readonly questionId?: string | undefined }, answers: DeskState["answers"]): boolean =>
  about.questionId !== undefined && answers?.[about.questionId] !== undefined;

function byUrgency(a: QueuedQuestion, b: QueuedQuestion): number {
  if (a.settledAtMs !== undefined || b.settledAtMs !== undefined) {
    return (b.settledAtMs ?? Number.POSITIVE_INFINITY) - (a.settledAtMs ?? Number.POSITIVE_INFINITY) || a.atMs - b.atMs;
  }
  return b.priority - a.priority || (b.count ?? 1) - (a.count ?? 1) || a.atMs - b.atMs;
}
