import type { User } from "@frontrow/protocol/event";
import type { MetricName, Metrics } from "@frontrow/protocol/metrics";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { documentRules } from "./documents.ts";
import type { FoldItem } from "./fold.ts";
import { metricsOf } from "./metrics.ts";
import type { FoldState } from "./state.ts";
import { foldedWith, steady } from "./testing/broadcast.ts";
import { battle, chat, gift, like, opened, roomUser, social, subscribe, tick } from "./testing/events.ts";

// ADR 5: what came late is in totals and in no rate or window. A burst that would stand out, had it come on time, is told late
// to a room in which something else happens all the time.

const MINUTE_MS = 60_000;
const BURST_MS = 5 * MINUTE_MS + 100;
const END_MS = 5 * MINUTE_MS + 55_000;
const room = { chats: 30, likes: 60, viewers: 200 };
type Lateness = { late?: true };
const late: Lateness = { late: true };

const times = (count: number, make: (afterMs: number, n: number) => FoldItem): FoldItem[] =>
  Array.from({ length: count }, (_, n) => make(BURST_MS + n, n));

/** One of the people who are there anyway, so that nobody new comes with the burst. */
const regular = (n: number): User => userNamed(`u${n % 20}`);

interface Burst {
  readonly items: (lateness: Lateness) => FoldItem[];
  /** What it adds to totals, late or not. */
  readonly adds: Partial<Metrics>;
  /** What it moves when it comes on time. */
  readonly moves: readonly (MetricName | "moments" | "conversation" | "curves")[];
}

const bursts: Record<string, Burst> = {
  chat: {
    items: (lateness) =>
      times(90, (at, n) => chat(at, { user: regular(n), sentiment: 0.9, toxicity: 1, spam: 1, language: "es", ...lateness })),
    adds: { chats: 90 },
    moves: ["chatsPerMinute", "chatsPerMinute5m", "sentiment", "toxicityShare", "spamShare", "moments", "conversation", "curves"],
  },
  like: {
    items: (lateness) => times(90, (at, n) => like(at, 10, 500, { user: regular(n), ...lateness })),
    adds: { likes: 500, likesObserved: 900 },
    moves: ["likesPerMinute", "likesPerMinute5m", "moments", "curves"],
  },
  share: {
    items: (lateness) => times(12, (at, n) => ({ ...social("share", at, regular(n).id), ...lateness })),
    adds: { shares: 12 },
    moves: ["sharesPerMinute", "sharesPerMinute5m", "moments"],
  },
  follow: {
    items: (lateness) => times(12, (at, n) => ({ ...social("follow", at, regular(n).id), ...lateness })),
    adds: { follows: 12 },
    moves: ["followsPerMinute", "followsPerMinute5m", "moments"],
  },
  member: {
    items: (lateness) => times(60, (at, n) => ({ ...social("member", at, regular(n).id), ...lateness })),
    adds: { joins: 60 },
    moves: ["joinsPerMinute", "joinsPerMinute5m", "moments"],
  },
  subscribe: {
    items: (lateness) => times(12, (at, n) => ({ ...subscribe(at), user: regular(n), ...lateness })),
    adds: { subscribes: 12 },
    moves: ["subscribesPerMinute", "subscribesPerMinute5m"],
  },
  gift: {
    items: (lateness) => times(15, (at, n) => gift(at, { user: regular(n), count: 2, diamondsEach: 5, ...lateness })),
    adds: { gifts: 30, diamonds: 150 },
    moves: ["giftsPerMinute", "giftsPerMinute5m", "diamondsPerMinute", "diamondsPerMinute5m", "moments", "curves"],
  },
  "gift that is the largest": {
    items: (lateness) => times(1, (at) => gift(at, { user: regular(1), count: 1, diamondsEach: 150, ...lateness })),
    adds: { gifts: 1, diamonds: 150 },
    moves: ["giftsPerMinute", "diamondsPerMinute", "moments"],
  },
  "streak without an end": {
    items: (lateness) =>
      times(5, (at, n) =>
        gift(at, { user: regular(1), streakId: "s", count: n + 1, streakOpen: true, diamondsEach: 30, ...lateness }),
      ),
    adds: { gifts: 5, diamonds: 150 },
    moves: ["giftsPerMinute", "diamondsPerMinute", "moments", "curves"],
  },
  roomUser: {
    items: (lateness) => times(1, (at) => ({ ...roomUser(at, 900), ...lateness })),
    adds: {},
    moves: ["viewersPeak", "viewersAverage", "moments"],
  },
  battle: {
    items: (lateness) => times(1, (at) => ({ ...battle(at, "open", [0, 0]), ...lateness })),
    adds: {},
    moves: ["moments"],
  },
};

const before = [opened(), ...steady(0, 5 * MINUTE_MS, room)];
const after = [...steady(5 * MINUTE_MS + 1_000, END_MS, room), tick(END_MS)];
const foldedAround = (...items: FoldItem[]) => foldedWith(...before, ...items, ...after);
const never = foldedAround();

type DocumentOfNow = "conversation" | "scores" | "curves" | "moments" | "prompts";
const documentOf = (state: FoldState, name: DocumentOfNow | "questionsAsked"): unknown => documentRules[name]?.of(state);

/** All that is of now: every metric but the totals, and every document that is of rates, windows or moments. */
function nowOf({ state, insights }: typeof never, totals: Partial<Metrics>) {
  const { ranking: _points, watchTime: _viewers, ...viewers } = { ...documentRules.viewerUpdate?.of(state) };
  const metrics = Object.entries(metricsOf(state)).filter(([name]) => !(name in totals));
  const documents = ["conversation", "scores", "curves", "moments", "prompts"] as const;
  return {
    metrics: Object.fromEntries(metrics),
    viewers,
    documents: documents.map((name) => [name, documentOf(state, name)]),
    insights: insights.filter(({ type }) => type !== "questionDetected"),
  };
}

const nowNamed = (name: Burst["moves"][number], { state }: typeof never): unknown =>
  name === "moments" || name === "conversation" || name === "curves" ? documentOf(state, name) : metricsOf(state)[name];

describe("what came late", () => {
  it.each(Object.entries(bursts))("is in totals and text, and in no rate, window or moment: %s", (_kind, { items, adds }) => {
    const told = foldedAround(...items(late));
    const totals = metricsOf(told.state);
    for (const [name, amount] of Object.entries(adds) as [MetricName, number][]) {
      expect([name, totals[name] - metricsOf(never.state)[name]]).toEqual([name, amount]);
    }
    expect(nowOf(told, adds)).toEqual(nowOf(never, adds));
  });

  it.each(Object.entries(bursts))("would have been in all of them on time: %s", (_kind, { items, adds, moves }) => {
    const onTime = foldedAround(...items({}));
    for (const [name, amount] of Object.entries(adds) as [MetricName, number][]) {
      expect([name, metricsOf(onTime.state)[name] - metricsOf(never.state)[name]]).toEqual([name, amount]);
    }
    for (const name of moves) expect([name, nowNamed(name, onTime)]).not.toEqual([name, nowNamed(name, never)]);
  });

  it("is known by name, and neither here nor back nor greeted", () => {
    const known = foldedAround(...times(5, (at, n) => chat(at, { user: userNamed(`h${n}`), ...late })));
    expect(metricsOf(known.state).uniqueViewers).toBe(metricsOf(never.state).uniqueViewers + 5);
    expect(nowOf(known, { chats: 0, uniqueViewers: 0 })).toEqual(nowOf(never, { chats: 0, uniqueViewers: 0 }));
  });

  it("is a question that waits for its answer like any other", () => {
    const asks = (at: number) => chat(at, { text: "what brush is that?", question: true, questionPriority: 3, ...late });
    const { state, insights } = foldedAround(...times(1, asks));
    expect(metricsOf(state)).toMatchObject({ questions: 1, chatsPerMinute: metricsOf(never.state).chatsPerMinute });
    expect(documentOf(state, "questionsAsked")).toMatchObject([{ text: "what brush is that?", count: 1 }]);
    expect(insights.filter(({ type }) => type === "questionDetected").length).toBe(1);
  });

  it("is a streak only when all of it came late", () => {
    const tap = (at: number, count: number, lateness: Lateness, streakOpen = true) =>
      gift(at, { streakId: "s", count, streakOpen, ...lateness });
    const giftsAMinute = (...items: FoldItem[]) => metricsOf(foldedWith(opened(), ...items).state).giftsPerMinute;
    expect(giftsAMinute(tap(0, 1, late), tap(500, 2, late), tap(900, 2, late, false))).toBe(0);
    expect(giftsAMinute(tap(0, 1, late), tap(500, 2, {}), tap(900, 2, late, false))).toBe(2);
    expect(giftsAMinute(tap(0, 1, {}), tap(500, 2, late), tap(900, 2, late, false))).toBe(2);
    expect(giftsAMinute(tap(0, 1, late), tap(500, 2, late), tap(900, 2, {}, false))).toBe(2);
  });
});
