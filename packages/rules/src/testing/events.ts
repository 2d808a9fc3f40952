import type { EventOf, LiveEvent } from "@frontrow/protocol/event";
import { userNamed } from "@frontrow/testkit/users";

// Makers of events for tests, at seconds after a start: what a test does not say is unremarkable.

export const START_MS = 1_700_000_000_000;
export const at = (second: number): number => START_MS + Math.round(second * 1_000);

let made = 0;
const base = (second: number) => ({ id: `e${++made}`, atMs: at(second), sentAtMs: at(second) });

export const chat = (second: number, text = "hello", more: Partial<EventOf<"chat">> = {}): EventOf<"chat"> => ({
  ...base(second),
  type: "chat",
  text,
  user: userNamed("ana"),
  ...{ language: "en", sentiment: 0, question: false, questionPriority: 0, toxicity: 0, spam: 0 },
  ...more,
});

export const gift = (second: number, more: Partial<EventOf<"gift">> = {}): EventOf<"gift"> => {
  const { count = 1, diamondsEach = 1, streakOpen = false } = more;
  const event = base(second);
  return {
    ...event,
    ...{ type: "gift", user: userNamed("ana"), giftId: "5655", name: "Rose", streakId: `${event.id}:1` },
    ...{ count, diamondsEach, diamonds: streakOpen ? 0 : count * diamondsEach, streakOpen },
    ...more,
  };
};

export const viewers = (second: number, count: number): EventOf<"roomUser"> => ({
  ...base(second),
  type: "roomUser",
  viewers: count,
});

export const social = (type: "follow" | "share" | "member", second: number): LiveEvent => ({
  ...base(second),
  type,
  user: userNamed("ana"),
});

export const gap = (fromSecond: number, toSecond: number): EventOf<"gap"> => ({
  ...base(toSecond),
  type: "gap",
  fromMs: at(fromSecond),
  toMs: at(toSecond),
  reason: "upstream",
});

export const paused = (second: number): LiveEvent => ({ ...base(second), type: "streamPaused" });
export const resumed = (second: number): LiveEvent => ({ ...base(second), type: "streamResumed" });
export const ended = (second: number): LiveEvent => ({ ...base(second), type: "streamEnd", reason: "ended" });

/** One event each second of a span, made by its second. */
export const each = (from: number, to: number, make: (second: number) => LiveEvent | readonly LiveEvent[]): LiveEvent[] =>
  Array.from({ length: to - from }, (_, n) => make(from + n)).flat();
