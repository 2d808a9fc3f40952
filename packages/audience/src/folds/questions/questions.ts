import type { EventOf } from "@frontrow/protocol/event";
import type { Insight, QuestionDetected } from "@frontrow/protocol/insight";
import type { LeaderboardState } from "../leaderboard.ts";
import { type Asked, type Asking, askAgain, firstAsked, idOf, priorityOf, questionOf } from "./asked.ts";
import { likeness, SAME } from "./likeness.ts";
import { type Tokens, tokensOf } from "./tokens.ts";

/** A question is compared with the last so many, and of these with such as were asked within so long. */
const KEPT = 100;
const MERGED_WITHIN_MS = 600_000;
const SHOWN = 50;

/** What was asked, the oldest first; near-duplicates are one. */
export interface QuestionsState {
  queue: Asked[];
  /** Different questions so far. */
  distinct: number;
  /** Grows with each one that is asked. */
  version: number;
  hasNews: boolean;
}

export const createQuestions = (): QuestionsState => ({ queue: [], distinct: 0, version: 0, hasNews: false });

/**
 * Puts the question that an event asks, if it does, into the queue, and says it when nobody asked it of late. That it was
 * asked again is said at the next beat (`sayQuestions`), so that a thousand who ask the same are one insight in five seconds.
 */
export function foldQuestion(state: QuestionsState, event: Asking, gifters: LeaderboardState, insights: Insight[]): void {
  if (event.type === "chat" && !event.question) return;
  state.version++;
  const tokens = tokensOf(event.text);
  const same = findSame(state.queue, tokens, event.atMs);
  if (same) {
    askAgain(same, event, gifters);
    same.hasNews = true;
    state.hasNews = true;
    return;
  }
  const asked = firstAsked(event, tokens);
  askAgain(asked, event, gifters);
  state.distinct++;
  state.queue.push(asked);
  insights.push(questionOf(asked));
  const gone = state.queue.length > KEPT ? state.queue.shift() : undefined;
  if (gone?.hasNews) insights.push(questionOf(gone));
}

/** Says again what was asked again, or has another priority now: at each beat, and when the source is gone. */
export function sayQuestions(state: QuestionsState, insights: Insight[]): void {
  if (!state.hasNews) return;
  state.hasNews = false;
  for (const asked of state.queue) {
    if (!asked.hasNews) continue;
    asked.hasNews = false;
    insights.push(questionOf(asked));
  }
}

/** What moderation took off the screen waits for no answer, and no prompt reads it out. It stays counted. */
export function forgetModerated(state: QuestionsState, { eventIds, userIds }: EventOf<"moderation">): void {
  const isRemoved = ({ eventId, user }: Asked) => eventIds.includes(eventId) || (user !== undefined && userIds.includes(user.id));
  const left = state.queue.filter((asked) => !isRemoved(asked));
  if (left.length === state.queue.length) return;
  state.queue = left;
  state.version++;
}

/** The last questions, oldest first. */
export const questionsAsked = (state: QuestionsState): QuestionDetected[] => state.queue.slice(-SHOWN).map(questionOf);

/** Which questions may be asked for again. */
export interface Waiting {
  readonly leastPriority: number;
  /** Asked first before `toMs`, and last after `fromMs`. */
  readonly fromMs: number;
  readonly toMs: number;
  isWanted(questionId: string): boolean;
}

/** Of the questions that wait the one with the highest priority; of equals the one that was asked first. */
export function waitingQuestion(
  state: QuestionsState,
  { leastPriority, fromMs, toMs, isWanted }: Waiting,
): QuestionDetected | undefined {
  let best: Asked | undefined;
  for (const asked of state.queue) {
    if (asked.atMs > toMs || asked.lastAtMs < fromMs || priorityOf(asked) < leastPriority) continue;
    if ((best && priorityOf(asked) <= priorityOf(best)) || !isWanted(idOf(asked))) continue;
    best = asked;
  }
  return best && questionOf(best);
}

/** The likest of those asked of late, or of equals the one asked first. Hashes are compared: bounded work a question. */
function findSame(queue: readonly Asked[], tokens: Tokens, atMs: number): Asked | undefined {
  let best: Asked | undefined;
  let most = 0;
  for (const asked of queue) {
    if (atMs - asked.lastAtMs > MERGED_WITHIN_MS) continue;
    const alike = likeness(asked.tokens, tokens);
    if (alike < SAME || alike <= most) continue;
    best = asked;
    most = alike;
  }
  return best;
}
