import type { EventOf, User } from "@frontrow/protocol/event";
import { type QuestionDetected, type QuestionReason, questionReasons } from "@frontrow/protocol/insight";
import { questionIdOf } from "@frontrow/protocol/question-queue";
import { FLAGGED_FROM } from "../conversation/sentiment.ts";
import { hash32 } from "../hash.ts";
import { isTopGifter, type LeaderboardState } from "../totals/leaderboard.ts";
import { textReasons } from "./reasons.ts";
import type { Tokens } from "./similarity.ts";

const MANY = 3;
const QNA_PRIORITY = 4;
const OFFENCE_COSTS = 2;

/** A question in the queue, however many people asked it. */
export interface TrackedQuestion {
  readonly eventId: string;
  readonly atMs: number;
  readonly text: string;
  readonly language: string;
  readonly user: User | undefined;
  readonly tokens: Tokens;
  readonly textReasons: readonly QuestionReason[];
  lastAtMs: number;
  count: number;
  /** The annotator's priority; of several messages the highest. */
  basePriority: number;
  /** Hashes of the people who asked, up to `MANY`. */
  askers: number[];
  isQna: boolean;
  bySubscriber: boolean;
  byTopGifter: boolean;
  /** At least one message that asked it was neither toxic nor spam. */
  isDecent: boolean;
  /** It changed after it was last published. */
  hasUpdate: boolean;
}

export type QuestionEvent = EventOf<"chat"> | EventOf<"question">;

export const trackQuestion = (event: QuestionEvent, tokens: Tokens): TrackedQuestion => ({
  eventId: event.id,
  atMs: event.atMs,
  text: event.text,
  language: event.language,
  user: event.user,
  tokens,
  textReasons: textReasons(event.text, event.questionPriority),
  lastAtMs: event.atMs,
  count: 0,
  basePriority: 1,
  askers: [],
  isQna: false,
  bySubscriber: false,
  byTopGifter: false,
  isDecent: false,
  hasUpdate: false,
});

export function addAsking(question: TrackedQuestion, event: QuestionEvent, gifters: LeaderboardState): void {
  question.count++;
  question.lastAtMs = event.atMs;
  question.basePriority = Math.max(question.basePriority, event.questionPriority);
  question.isQna ||= event.type === "question";
  question.bySubscriber ||= event.user?.isSubscriber === true;
  question.byTopGifter ||= event.user !== undefined && isTopGifter(gifters, event.user);
  question.isDecent ||= event.spam < FLAGGED_FROM && event.toxicity < FLAGGED_FROM;
  const asker = event.user && hash32(event.user.id);
  if (asker !== undefined && question.askers.length < MANY && !question.askers.includes(asker)) question.askers.push(asker);
}

/** Derived from the event's id, so that every fold gives the same. */
export const questionId = ({ eventId, atMs }: TrackedQuestion): string => questionIdOf(eventId, atMs);

export function toInsight(question: TrackedQuestion): QuestionDetected {
  return {
    type: "questionDetected",
    id: questionId(question),
    eventId: question.eventId,
    atMs: question.atMs,
    text: question.text,
    priority: priorityOf(question),
    ...(question.user ? { user: question.user } : {}),
    reasons: reasonsOf(question),
    count: question.count,
    lastAtMs: question.lastAtMs,
    language: question.language,
  };
}

const isByMany = ({ askers }: TrackedQuestion): boolean => askers.length >= MANY;

export function priorityOf(question: TrackedQuestion): number {
  const raised =
    question.basePriority + Number(isByMany(question)) + Number(question.bySubscriber) + Number(question.byTopGifter);
  const floored = question.isQna ? Math.max(QNA_PRIORITY, raised) : raised;
  return Math.max(1, Math.min(5, floored) - (question.isDecent ? 0 : OFFENCE_COSTS));
}

function reasonsOf(question: TrackedQuestion): QuestionReason[] {
  const reasons = new Set<QuestionReason>(question.textReasons);
  if (question.isQna) reasons.add("qna");
  if (isByMany(question)) reasons.add("askedByMany");
  if (question.bySubscriber) reasons.add("subscriber");
  if (question.byTopGifter) reasons.add("topGifter");
  if (!question.isDecent) reasons.add("spamLike");
  return questionReasons.filter((reason) => reasons.has(reason));
}
