import type { EventOf } from "@frontrow/protocol/event";
import type { Insight } from "@frontrow/protocol/insight";
import { addToWindow, createWindow, sumOf, type Window } from "../window.ts";

const MOOD_BUCKETS = 30;
const MOOD_BUCKET_MS = 10_000;
const MOODS = 0;
const MESSAGES = 1;
/** Moods are summed as whole thousandths, so that a sum does not depend on the order of its parts. */
const SCALE = 1_000;

export interface ChatState {
  chats: number;
  /** Mood of the last five minutes. */
  readonly mood: Window;
}

export const createChat = (): ChatState => ({ chats: 0, mood: createWindow(2, MOOD_BUCKETS, MOOD_BUCKET_MS) });

export function foldChat(state: ChatState, chat: EventOf<"chat">): void {
  state.chats++;
  if (chat.late) return;
  addToWindow(state.mood, MOODS, chat.atMs, Math.round(chat.sentiment * SCALE));
  addToWindow(state.mood, MESSAGES, chat.atMs, 1);
}

/** Mean mood of the last five minutes of event time, −1 … 1; 0 when nobody wrote. */
export function moodOf(state: ChatState): number {
  const messages = sumOf(state.mood, MESSAGES);
  return messages === 0 ? 0 : Math.round(sumOf(state.mood, MOODS) / messages) / SCALE || 0; // −0 is 0
}

type Asking = EventOf<"chat"> | EventOf<"question">;

/** The question in an event, if there is one. Its id follows from the event's, so it is the same whoever concludes it. */
export function questionIn(event: Asking): Extract<Insight, { type: "questionDetected" }> | undefined {
  if (event.type === "chat" && !event.question) return undefined;
  return {
    type: "questionDetected",
    id: `q_${event.id}`,
    eventId: event.id,
    atMs: event.atMs,
    text: event.text,
    priority: Math.min(5, Math.max(1, event.questionPriority)),
    ...(event.user ? { user: event.user } : {}),
  };
}
