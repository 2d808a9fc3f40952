import type { EmoteImage, EventOf, LiveEvent, User } from "@frontrow/protocol/event";
import type { Insight } from "@frontrow/protocol/insight";

/** What is kept of the chat: enough to scroll back through some minutes of a busy room, and no more. */
export const CHAT_LIMIT = 2_000;
export const QUESTION_LIMIT = 500;

export interface ChatRow {
  readonly id: string;
  readonly atMs: number;
  readonly user: User | undefined;
  readonly text: string;
  /** Stickers in the text or after it. */
  readonly emotes: readonly EmoteImage[];
  /** Somebody came in, and TikTok told the room because of this; nothing was said. */
  readonly entrance?: Entrance;
  /** −1…1. */
  readonly sentiment: number;
  readonly isQuestion: boolean;
  /** 0…5; how much a question deserves an answer. */
  readonly priority: number;
  /** The first message of this person in this broadcast. */
  readonly isFirst: boolean;
  /** Taken off the screen by TikTok's moderation. */
  readonly isRemoved: boolean;
}

export type Entrance = NonNullable<EventOf<"member">["entrance"]>;

export interface ChatLog {
  /** Oldest first. */
  readonly rows: readonly ChatRow[];
  /** The same rows that are questions, kept for longer than the chat around them. */
  readonly questions: readonly ChatRow[];
}

export const emptyChat: ChatLog = { rows: [], questions: [] };

/** What TikTok's moderation took off the screen: messages, or all messages of viewers. */
export type Moderation = EventOf<"moderation">;

/** What has a row: what is said, in words or stickers, and arrivals that TikTok announces. */
export type RowEvent = EventOf<"chat"> | EventOf<"question"> | EventOf<"emote"> | EventOf<"member">;

export const hasRow = (event: LiveEvent): event is RowEvent =>
  event.type === "chat" ||
  event.type === "question" ||
  event.type === "emote" ||
  (event.type === "member" && event.entrance !== undefined);

type Detected = Extract<Insight, { type: "questionDetected" }>;

/** The log with `events` at its end. An event that is there already stays where it is, so nothing appears twice. */
export function appendChat(log: ChatLog, events: readonly RowEvent[]): ChatLog {
  const seen = new Set(log.rows.map((row) => row.id));
  const fresh: ChatRow[] = [];
  for (const event of events) {
    if (seen.has(event.id)) continue;
    seen.add(event.id);
    fresh.push(rowOf(event));
  }
  if (fresh.length === 0) return log;
  const rows = [...log.rows, ...fresh].slice(-CHAT_LIMIT);
  return { rows, questions: withQuestions(log.questions, fresh) };
}

/** Marks what the fold found to be questions. A question whose row has scrolled out of memory is kept all the same. */
export function markQuestions(log: ChatLog, detected: readonly Detected[]): ChatLog {
  const byEvent = new Map(detected.map((insight) => [insight.eventId, insight]));
  const rows = patch(log.rows, (row) => {
    const insight = byEvent.get(row.id);
    if (!insight || (row.isQuestion && row.priority === insight.priority)) return row;
    return { ...row, isQuestion: true, priority: insight.priority };
  });
  const held = new Map(rows.map((row) => [row.id, row]));
  const found = detected.map((insight) => held.get(insight.eventId) ?? rowOfInsight(insight));
  return { rows, questions: withQuestions(log.questions, found) };
}

/** Marks the first messages of people. One whose row has scrolled out of memory is forgotten with it. */
export function markFirsts(log: ChatLog, eventIds: readonly string[]): ChatLog {
  const ids = new Set(eventIds);
  const mark = (row: ChatRow): ChatRow => (ids.has(row.id) && !row.isFirst ? { ...row, isFirst: true } : row);
  const rows = patch(log.rows, mark);
  const questions = patch(log.questions, mark);
  return rows === log.rows && questions === log.questions ? log : { rows, questions };
}

/** Hides the text of what moderation removed; the row stays, so that nothing jumps. */
export function removeModerated(log: ChatLog, moderation: readonly Moderation[]): ChatLog {
  const eventIds = new Set(moderation.flatMap((event) => event.eventIds));
  const userIds = new Set(moderation.flatMap((event) => event.userIds));
  const hide = (row: ChatRow): ChatRow =>
    eventIds.has(row.id) || (row.user && userIds.has(row.user.id)) ? { ...row, text: "", emotes: none, isRemoved: true } : row;
  return { rows: patch(log.rows, hide), questions: patch(log.questions, hide) };
}

const none: readonly EmoteImage[] = [];
const quiet = { text: "", emotes: none, sentiment: 0, isQuestion: false, priority: 0, isFirst: false, isRemoved: false } as const;

function rowOf(event: RowEvent): ChatRow {
  const { id, atMs, user } = event;
  switch (event.type) {
    case "member":
      return { ...quiet, id, atMs, user, ...(event.entrance ? { entrance: event.entrance } : {}) };
    case "emote":
      return { ...quiet, id, atMs, user, emotes: event.emotes ?? event.emoteIds.map((each) => ({ id: each, imageUrl: "" })) };
    case "chat":
    case "question":
      return {
        ...quiet,
        id,
        atMs,
        user,
        text: event.text,
        emotes: (event.type === "chat" && event.emotes) || none,
        sentiment: event.sentiment,
        // What the host asks is for the room to answer.
        isQuestion: (event.question || event.type === "question") && !user?.isHost,
        priority: event.questionPriority,
      };
  }
}

const rowOfInsight = (insight: Detected): ChatRow => ({
  ...quiet,
  id: insight.eventId,
  atMs: insight.atMs,
  user: insight.user,
  text: insight.text,
  isQuestion: true,
  priority: insight.priority,
});

function withQuestions(questions: readonly ChatRow[], rows: readonly ChatRow[]): readonly ChatRow[] {
  const found = new Map(rows.filter((row) => row.isQuestion).map((row) => [row.id, row]));
  if (found.size === 0) return questions;
  const kept = patch(questions, (question) => {
    const newer = found.get(question.id);
    found.delete(question.id);
    // What has scrolled out of memory and is found again has no sentiment of its own: only its priority is news.
    return newer && newer.priority !== question.priority ? { ...question, priority: newer.priority } : question;
  });
  return found.size === 0 ? kept : [...kept, ...found.values()].slice(-QUESTION_LIMIT);
}

/** `rows` with some of them replaced; the same array when none was, so that views need not look again. */
function patch<Row>(rows: readonly Row[], change: (row: Row) => Row): readonly Row[] {
  let changed = false;
  const next = rows.map((row) => {
    const result = change(row);
    changed ||= result !== row;
    return result;
  });
  return changed ? next : rows;
}
