import type { EventOf, User } from "@frontrow/protocol/event";
import { type Insight, type QuestionDetected, type QuestionReason, questionReasons } from "@frontrow/protocol/insight";
import { hashOf } from "../../hash.ts";
import { OFFENCE } from "../chat.ts";
import { isTopGifter, type LeaderboardState } from "../leaderboard.ts";
import { likeness, SAME } from "./likeness.ts";
import { textReasons } from "./reasons.ts";
import { type Tokens, tokensOf } from "./tokens.ts";

/** A question is compared with the last so many, and of these with such as were asked within so long. */
const KEPT = 100;
const MERGED_WITHIN_MS = 600_000;
const SHOWN = 50;
const MANY = 3;
const QNA_PRIORITY = 4;
const OFFENCE_COSTS = 2;

/** One question, however many asked it. */
interface Asked {
  readonly eventId: string;
  readonly atMs: number;
  readonly text: string;
  readonly language: string;
  readonly user: User | undefined;
  readonly tokens: Tokens;
  readonly textReasons: readonly QuestionReason[];
  lastAtMs: number;
  count: number;
  /** The annotator's priority; of several the highest. */
  base: number;
  /** Who asked, as hashes: no more of them than make many. */
  people: number[];
  isQna: boolean;
  bySubscriber: boolean;
  byTopGifter: boolean;
  /** At least one asked it neither like spam nor in a toxic way. */
  isDecent: boolean;
  /** Asked again since it was last said. */
  hasNews: boolean;
}

/** What was asked, the oldest first; near-duplicates are one. */
export interface QuestionsState {
  queue: Asked[];
  /** Different questions so far. */
  distinct: number;
  /** Grows with each one that is asked. */
  version: number;
  hasNews: boolean;
}

type Asking = EventOf<"chat"> | EventOf<"question">;

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

const firstAsked = (event: Asking, tokens: Tokens): Asked => ({
  eventId: event.id,
  atMs: event.atMs,
  text: event.text,
  language: event.language,
  user: event.user,
  tokens,
  textReasons: textReasons(event.text, event.questionPriority),
  lastAtMs: event.atMs,
  count: 0,
  base: 1,
  people: [],
  isQna: false,
  bySubscriber: false,
  byTopGifter: false,
  isDecent: false,
  hasNews: false,
});

function askAgain(asked: Asked, event: Asking, gifters: LeaderboardState): void {
  asked.count++;
  asked.lastAtMs = event.atMs;
  asked.base = Math.max(asked.base, event.questionPriority);
  asked.isQna ||= event.type === "question";
  asked.bySubscriber ||= event.user?.isSubscriber === true;
  asked.byTopGifter ||= event.user !== undefined && isTopGifter(gifters, event.user);
  asked.isDecent ||= event.spam < OFFENCE && event.toxicity < OFFENCE;
  const person = event.user && hashOf(event.user.id);
  if (person !== undefined && asked.people.length < MANY && !asked.people.includes(person)) asked.people.push(person);
}

/** Follows from the event's, so it is the same whoever concludes it. */
const idOf = ({ eventId }: Asked): string => `q_${eventId}`;

function questionOf(asked: Asked): QuestionDetected {
  return {
    type: "questionDetected",
    id: idOf(asked),
    eventId: asked.eventId,
    atMs: asked.atMs,
    text: asked.text,
    priority: priorityOf(asked),
    ...(asked.user ? { user: asked.user } : {}),
    reasons: reasonsOf(asked),
    count: asked.count,
    lastAtMs: asked.lastAtMs,
    language: asked.language,
  };
}

const isByMany = ({ people }: Asked): boolean => people.length >= MANY;

function priorityOf(asked: Asked): number {
  const raised = asked.base + Number(isByMany(asked)) + Number(asked.bySubscriber) + Number(asked.byTopGifter);
  const floored = asked.isQna ? Math.max(QNA_PRIORITY, raised) : raised;
  return Math.max(1, Math.min(5, floored) - (asked.isDecent ? 0 : OFFENCE_COSTS));
}

function reasonsOf(asked: Asked): QuestionReason[] {
  const held = new Set<QuestionReason>(asked.textReasons);
  if (asked.isQna) held.add("qna");
  if (isByMany(asked)) held.add("askedByMany");
  if (asked.bySubscriber) held.add("subscriber");
  if (asked.byTopGifter) held.add("topGifter");
  if (!asked.isDecent) held.add("spamLike");
  return questionReasons.filter((reason) => held.has(reason));
}
