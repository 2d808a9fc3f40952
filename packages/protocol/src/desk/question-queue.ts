import type { QuestionDetected } from "../insight/insight.ts";
import type { DeskState } from "./desk.ts";

// Without zod, because browsers load it.

export type AnswerStatus = "answered" | "ignored";
export interface QueuedQuestion extends QuestionDetected {
  readonly status: "pending" | AnswerStatus;
  /** When this desk answered or ignored it. */
  readonly settledAtMs?: number;
}
export interface QuestionQueue {
  /** Pending first by priority, then by how many asked, then the oldest; after them the resolved ones, newest first. */
  readonly questions: readonly QueuedQuestion[];
  /** Of those at hand. */
  readonly pending: number;
  /** In the session, as is what follows. */
  readonly answered: number;
  readonly ignored: number;
  /** Answered of all but the ignored, 0…1; undefined before there was a question. */
  readonly responseRate: number | undefined;
  /** From the first time it was asked to this desk's answer; undefined before there was an answer. */
  readonly averageResponseMs: number | undefined;
}

/** The session that the questions are of, and how many different ones were asked in it: more than are at hand. */
export interface QuestionsOf {
  readonly session: string | undefined;
  readonly distinct: number;
}

/** Follows from the event that asked first; it says when that was, so that an answer knows how long it took. */
export const questionIdOf = (eventId: string, askedAtMs: number): string => `q_${askedAtMs.toString(36)}_${eventId}`;

/** The event that asked it first. */
export const eventIdOf = (questionId: string): string => questionId.replace(/^q_[0-9a-z]+_/, "");

function askedAtMsOf(questionId: string): number | undefined {
  const time = /^q_([0-9a-z]+)_/.exec(questionId)?.[1];
  return time === undefined ? undefined : Number.parseInt(time, 36);
}

/**
 * A session's questions as one desk sees them: which of those at hand it has answered or ignored. How it keeps up is counted
 * over all that was asked and resolved in the session: so it is the same for all members of the desk, whatever they have at hand.
 */
export function questionQueue(
  detected: readonly QuestionDetected[],
  answers: DeskState["answers"],
  { session, distinct }: QuestionsOf,
): QuestionQueue {
  const questions = detected.map((question): QueuedQuestion => {
    const answer = answers?.[question.id];
    return answer ? { ...question, status: answer.status, settledAtMs: answer.atMs } : { ...question, status: "pending" };
  });
  const resolved = Object.entries(answers ?? {}).filter(([, answer]) => answer.session === session);
  const answered = resolved.filter(([, { status }]) => status === "answered");
  const ignored = resolved.length - answered.length;
  // A question may be resolved before the count of it is here.
  const asked = Math.max(distinct - ignored, answered.length);
  const waits = answered.flatMap(([id, { atMs }]) => waitOf(id, atMs));
  return {
    questions: questions.sort(byUrgency),
    pending: questions.filter(({ status }) => status === "pending").length,
    answered: answered.length,
    ignored,
    responseRate: asked === 0 ? undefined : answered.length / asked,
    averageResponseMs: waits.length === 0 ? undefined : waits.reduce((sum, ms) => sum + ms, 0) / waits.length,
  };
}

function waitOf(questionId: string, resolvedAtMs: number): number[] {
  const askedAtMs = askedAtMsOf(questionId);
  return askedAtMs === undefined ? [] : [Math.max(0, resolvedAtMs - askedAtMs)];
}

/** A moment of a replay, in event time, and when the viewing of the recording began. */
export interface ViewedMoment {
  readonly positionMs: number;
  readonly sinceMs: number;
}

type Answers = NonNullable<DeskState["answers"]>;

const countsAt = ({ atMs }: Answers[string], { positionMs, sinceMs }: ViewedMoment): boolean =>
  atMs <= positionMs || atMs >= sinceMs;

/**
 * The answers that count at a moment of a replay: those that had been given by then, and those given since this viewing began.
 * What was answered later in the broadcast has not happened yet.
 */
export const answersAt = (answers: DeskState["answers"], moment: ViewedMoment): Answers =>
  Object.fromEntries(Object.entries(answers ?? {}).filter(([, answer]) => countsAt(answer, moment)));

/** Whether something, such as a prompt, is about a question that the desk has answered or ignored: it is not shown any more. */
export const isResolved = (about: { readonly questionId?: string | undefined }, answers: DeskState["answers"]): boolean =>
  about.questionId !== undefined && answers?.[about.questionId] !== undefined;

/** The same of something that was said at a moment, at a desk that may view a replay. */
export function isResolvedAt(
  { questionId, atMs }: { readonly questionId?: string | undefined; readonly atMs: number },
  { answers, replay }: Pick<DeskState, "answers" | "replay">,
): boolean {
  const answer = questionId === undefined ? undefined : answers?.[questionId];
  return answer !== undefined && (!replay || countsAt(answer, { positionMs: atMs, sinceMs: replay.sinceMs }));
}

function byUrgency(a: QueuedQuestion, b: QueuedQuestion): number {
  if (a.settledAtMs !== undefined || b.settledAtMs !== undefined) {
    return (b.settledAtMs ?? Number.POSITIVE_INFINITY) - (a.settledAtMs ?? Number.POSITIVE_INFINITY) || a.atMs - b.atMs;
  }
  return b.priority - a.priority || (b.count ?? 1) - (a.count ?? 1) || a.atMs - b.atMs;
}
