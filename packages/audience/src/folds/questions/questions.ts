import type { EventOf } from "@frontrow/protocol/event";
import type { Insight, QuestionDetected } from "@frontrow/protocol/insight";
import type { LeaderboardState } from "../leaderboard.ts";
import { type Asked, type Asking, askAgain, firstAsked, idOf, priorityOf, questionOf } from "./asked.ts";
import { likeness, SAME } from "./likeness.ts";
import { type Tokens, tokensOf } from "./tokens.ts";

/** So many wait at most; a question is compared with those of them that were asked within so long. */
const KEPT = 100;
const MERGED_WITHIN_MS = 600_000;
const SHOWN = 50;
/** One person alone holds no more places. */
const KEPT_A_PERSON = 5;

/** What was asked and matters most, the oldest first; near-duplicates are one. */
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
  const theirs = state.queue.filter((other) => isBySame(other, asked));
  if (theirs.length > KEPT_A_PERSON) drop(state, theirs, insights);
  else if (state.queue.length > KEPT) drop(state, state.queue, insights);
}

/** Alone asked by the one person who asked the other. */
const isBySame = (one: Asked, other: Asked): boolean => one.people.length === 1 && one.people[0] === other.people[0];

function drop(state: QuestionsState, among: readonly Asked[], insights: Insight[]): void {
  const nowMs = state.queue.at(-1)?.atMs ?? 0;
  const gone = among.reduce((least, asked) => (worth(asked, nowMs) < worth(least, nowMs) ? asked : least));
  state.queue = state.queue.filter((asked) => asked !== gone);
  if (gone.hasNews) insights.push(questionOf(gone));
}

/** What keeps a question its place: that it was asked of late, and its priority; of equals the oldest goes first. */
const worth = (asked: Asked, nowMs: number): number => (nowMs - asked.lastAtMs > MERGED_WITHIN_MS ? 0 : priorityOf(asked));

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

/** What moderation took off the screen waits for no answer. It stays counted. Gives the ids of what went. */
export function withdrawQuestions(state: QuestionsState, { eventIds, userIds }: EventOf<"moderation">): string[] {
  const isRemoved = ({ eventId, user }: Asked) => eventIds.includes(eventId) || (user !== undefined && userIds.includes(user.id));
  const gone = state.queue.filter(isRemoved);
  if (gone.length === 0) return [];
  state.queue = state.queue.filter((asked) => !isRemoved(asked));
  state.version++;
  return gone.map(idOf);
}

/** The questions that matter most, oldest first. */
export function questionsAsked({ queue }: QuestionsState): QuestionDetected[] {
  if (queue.length <= SHOWN) return queue.map(questionOf);
  const nowMs = queue.at(-1)?.atMs ?? 0;
  const least = queue.toSorted((a, b) => worth(a, nowMs) - worth(b, nowMs)).slice(0, queue.length - SHOWN);
  return queue.filter((asked) => !least.includes(asked)).map(questionOf);
}

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
