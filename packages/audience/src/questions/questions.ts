import type { EventOf } from "@frontrow/protocol/event";
import type { Insight, QuestionDetected } from "@frontrow/protocol/insight";
import type { LeaderboardState } from "../totals/leaderboard.ts";
import {
  addAsking,
  priorityOf,
  type QuestionEvent,
  questionId,
  type TrackedQuestion,
  toInsight,
  trackQuestion,
} from "./question.ts";
import { DUPLICATE_FROM, similarity, type Tokens, tokensOf } from "./similarity.ts";

/** Questions in the queue. */
const MAX_WAITING = 100;
/** Time without an asking after which a question has no duplicates any more. */
const MERGED_WITHIN_MS = 600_000;
const SHOWN = 50;
/** Questions in the queue that one person alone question. */
const MAX_PER_PERSON = 5;

/** The questions that matter most, the oldest first; near-duplicates are one question. */
export interface QuestionsState {
  queue: TrackedQuestion[];
  /** Different questions so far. */
  distinct: number;
  /** Grows with each asking. */
  version: number;
  hasUpdate: boolean;
}

export const createQuestions = (): QuestionsState => ({ queue: [], distinct: 0, version: 0, hasUpdate: false });

/**
 * Adds the question that an event asks, if any, to the queue, and publishes it unless it is a duplicate. That a question was asked
 * again is published at the end of the interval (`publishUpdates`), so a thousand who ask the same make one insight in five seconds.
 */
export function foldQuestion(state: QuestionsState, event: QuestionEvent, gifters: LeaderboardState, insights: Insight[]): void {
  if (event.type === "chat" && !event.question) return;
  state.version++;
  const tokens = tokensOf(event.text);
  const duplicate = findDuplicate(state.queue, tokens, event.atMs);
  if (duplicate) {
    addAsking(duplicate, event, gifters);
    duplicate.hasUpdate = true;
    state.hasUpdate = true;
    return;
  }
  const question = trackQuestion(event, tokens);
  addAsking(question, event, gifters);
  state.distinct++;
  state.queue.push(question);
  insights.push(toInsight(question));
  const theirs = state.queue.filter((other) => isBySamePerson(other, question));
  if (theirs.length > MAX_PER_PERSON) evict(state, theirs, insights);
  else if (state.queue.length > MAX_WAITING) evict(state, state.queue, insights);
}

/** Both were asked by one person alone, the same one. */
const isBySamePerson = (one: TrackedQuestion, other: TrackedQuestion): boolean =>
  one.askers.length === 1 && one.askers[0] === other.askers[0];

/** Evicts the question that is worth least, and publishes an update of it that is pending. */
function evict(state: QuestionsState, among: readonly TrackedQuestion[], insights: Insight[]): void {
  const nowMs = state.queue.at(-1)?.atMs ?? 0;
  const evicted = among.reduce((least, question) => (worth(question, nowMs) < worth(least, nowMs) ? question : least));
  state.queue = state.queue.filter((question) => question !== evicted);
  if (evicted.hasUpdate) insights.push(toInsight(evicted));
}

/** What keeps a question in the queue: recent askings and its priority. Of equals the oldest goes first. */
const worth = (question: TrackedQuestion, nowMs: number): number =>
  nowMs - question.lastAtMs > MERGED_WITHIN_MS ? 0 : priorityOf(question);

/** Publishes the questions that were asked again: at the end of each interval, and when the source closes. */
export function publishUpdates(state: QuestionsState, insights: Insight[]): void {
  if (!state.hasUpdate) return;
  state.hasUpdate = false;
  for (const question of state.queue) {
    if (!question.hasUpdate) continue;
    question.hasUpdate = false;
    insights.push(toInsight(question));
  }
}

/** Removes the questions that moderation removed, and returns their ids. They stay counted. */
export function retractQuestions(state: QuestionsState, { eventIds, userIds }: EventOf<"moderation">): string[] {
  const isRemoved = ({ eventId, user }: TrackedQuestion) =>
    eventIds.includes(eventId) || (user !== undefined && userIds.includes(user.id));
  const removed = state.queue.filter(isRemoved);
  if (removed.length === 0) return [];
  state.queue = state.queue.filter((question) => !isRemoved(question));
  state.version++;
  return removed.map(questionId);
}

/** The document: the questions that matter most, the oldest first. */
export function questionsAsked({ queue }: QuestionsState): QuestionDetected[] {
  if (queue.length <= SHOWN) return queue.map(toInsight);
  const nowMs = queue.at(-1)?.atMs ?? 0;
  const least = queue.toSorted((a, b) => worth(a, nowMs) - worth(b, nowMs)).slice(0, queue.length - SHOWN);
  return queue.filter((question) => !least.includes(question)).map(toInsight);
}

/** Which waiting questions qualify. */
export interface WaitingFilter {
  readonly minPriority: number;
  /** TrackedQuestion first before `toMs`, and last after `fromMs`. */
  readonly fromMs: number;
  readonly toMs: number;
  isEligible(questionId: string): boolean;
}

/** The waiting question of the highest priority; of equals the one that was asked first. */
export function waitingQuestion(
  state: QuestionsState,
  { minPriority, fromMs, toMs, isEligible }: WaitingFilter,
): QuestionDetected | undefined {
  let best: TrackedQuestion | undefined;
  for (const question of state.queue) {
    if (question.atMs > toMs || question.lastAtMs < fromMs || priorityOf(question) < minPriority) continue;
    if ((best && priorityOf(question) <= priorityOf(best)) || !isEligible(questionId(question))) continue;
    best = question;
  }
  return best && toInsight(best);
}

/** The most similar question that was asked recently; of equals the one that was asked first. Bounded work, on hashes. */
function findDuplicate(queue: readonly TrackedQuestion[], tokens: Tokens, atMs: number): TrackedQuestion | undefined {
  let best: TrackedQuestion | undefined;
  let bestScore = 0;
  for (const question of queue) {
    if (atMs - question.lastAtMs > MERGED_WITHIN_MS) continue;
    const score = similarity(question.tokens, tokens);
    if (score < DUPLICATE_FROM || score <= bestScore) continue;
    best = question;
    bestScore = score;
  }
  return best;
}
