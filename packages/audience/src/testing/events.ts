import type { EventOf, Person } from "@frontrow/protocol/event";
import { userNamed } from "@frontrow/testkit/users";
import type { FoldItem } from "../fold.ts";

// Makers of items for tests: what a test does not say is unremarkable.

export const START_MS = 1_700_000_000_000;

let made = 0;
const base = (afterMs: number) => ({ id: `e${++made}`, atMs: START_MS + afterMs, sentAtMs: START_MS + afterMs });

export const opened = (afterMs = 0): FoldItem => ({ type: "sourceOpened", atMs: START_MS + afterMs, roomId: "1" });
export const closed = (afterMs: number): FoldItem => ({ type: "sourceClosed", atMs: START_MS + afterMs, reason: "ended" });
export const tick = (afterMs: number): FoldItem => ({ type: "tick", atMs: START_MS + afterMs });

export const chat = (afterMs: number, more: Partial<EventOf<"chat">> = {}): EventOf<"chat"> => ({
  ...base(afterMs),
  type: "chat",
  text: "hello",
  user: userNamed("u1"),
  language: "en",
  sentiment: 0,
  question: false,
  questionPriority: 0,
  toxicity: 0,
  spam: 0,
  ...more,
});

export const gift = (afterMs: number, more: Partial<EventOf<"gift">> = {}): EventOf<"gift"> => {
  const count = more.count ?? 1;
  const diamondsEach = more.diamondsEach ?? 1;
  const event = base(afterMs);
  return {
    ...event,
    type: "gift",
    user: userNamed("u1"),
    giftId: "5655",
    name: "Rose",
    count,
    diamondsEach,
    diamonds: count * diamondsEach,
    streakId: event.id,
    streakOpen: false,
    ...more,
  };
};

export const like = (afterMs: number, count: number, total: number, more: Partial<EventOf<"like">> = {}): EventOf<"like"> => ({
  ...base(afterMs),
  type: "like",
  user: userNamed("u1"),
  count,
  total,
  ...more,
});

export const roomUser = (afterMs: number, viewers: number): EventOf<"roomUser"> => ({
  ...base(afterMs),
  type: "roomUser",
  viewers,
});

export const social = <T extends "share" | "follow" | "member">(type: T, afterMs: number, user = "u1") => ({
  ...base(afterMs),
  type,
  user: userNamed(user),
});

export const subscribe = (afterMs: number): EventOf<"subscribe"> => ({ ...base(afterMs), type: "subscribe", months: 1 });

export const battle = (
  afterMs: number,
  state: EventOf<"battle">["state"],
  scores: readonly number[],
  battleId = "b1",
): EventOf<"battle"> => ({
  ...base(afterMs),
  type: "battle",
  battleId,
  state,
  scores: scores.map((score, host) => ({ hostId: `h${host}`, score })),
  ownHostId: "h0",
});

export const moderation = (afterMs: number, eventIds: string[], userIds: string[] = []): EventOf<"moderation"> => ({
  ...base(afterMs),
  type: "moderation",
  eventIds,
  userIds,
});

export const gap = (afterMs: number, fromMs: number, toMs: number): EventOf<"gap"> => ({
  ...base(afterMs),
  type: "gap",
  fromMs: START_MS + fromMs,
  toMs: START_MS + toMs,
  reason: "upstream",
});

/** Somebody named beside the sender: a guest, a host of a battle. */
export const personNamed = (id: string): Person => ({ id, handle: id, nickname: id, avatarUrl: "" });

export const guest = (afterMs: number, id: string, state: EventOf<"guest">["state"] = "joined"): EventOf<"guest"> => ({
  ...base(afterMs),
  type: "guest",
  guest: personNamed(id),
  state,
});

export const chest = (afterMs: number, envelopeId: string, more: Partial<EventOf<"envelope">> = {}): EventOf<"envelope"> => ({
  ...base(afterMs),
  type: "envelope",
  envelopeId,
  diamonds: 100,
  people: 10,
  opensAtMs: START_MS + afterMs + 60_000,
  ...more,
});

export const goal = (afterMs: number, goalId: string, progress: number): EventOf<"goal"> => ({
  ...base(afterMs),
  type: "goal",
  goalId,
  description: "roses",
  progress,
  target: 10,
});

export const pin = (afterMs: number, pinnedId: string, more: Partial<EventOf<"pin">> = {}): EventOf<"pin"> => ({
  ...base(afterMs),
  type: "pin",
  pinnedId,
  text: "welcome",
  ...more,
});

export const poll = (afterMs: number, state: EventOf<"poll">["state"], votes: readonly number[]): EventOf<"poll"> => ({
  ...base(afterMs),
  type: "poll",
  pollId: "p1",
  state,
  title: "tea?",
  options: votes.map((count, at) => ({ text: `option ${at}`, votes: count })),
});

export const paused = (afterMs: number): EventOf<"streamPaused"> => ({ ...base(afterMs), type: "streamPaused" });
export const resumed = (afterMs: number): EventOf<"streamResumed"> => ({ ...base(afterMs), type: "streamResumed" });

export const emote = (afterMs: number, user = "u1"): EventOf<"emote"> => ({
  ...base(afterMs),
  type: "emote",
  user: userNamed(user),
  emoteIds: ["e1"],
});
