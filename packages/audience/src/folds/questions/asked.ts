import type { EventOf, User } from "@frontrow/protocol/event";
import { type QuestionDetected, type QuestionReason, questionReasons } from "@frontrow/protocol/insight";
import { questionIdOf } from "@frontrow/protocol/question-queue";
import { hashOf } from "../../hash.ts";
import { OFFENCE } from "../chat.ts";
import { isTopGifter, type LeaderboardState } from "../leaderboard.ts";
import { textReasons } from "./reasons.ts";
import type { Tokens } from "./tokens.ts";

const MANY = 3;
const QNA_PRIORITY = 4;
const OFFENCE_COSTS = 2;

/** One question, however many asked it. */
export interface Asked {
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

export type Asking = EventOf<"chat"> | EventOf<"question">;

export const firstAsked = (event: Asking, tokens: Tokens): Asked => ({
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

export function askAgain(asked: Asked, event: Asking, gifters: LeaderboardState): void {
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
export const idOf = ({ eventId, atMs }: Asked): string => questionIdOf(eventId, atMs);

export function questionOf(asked: Asked): QuestionDetected {
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

export function priorityOf(asked: Asked): number {
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
