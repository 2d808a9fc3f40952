import type { Metrics } from "@frontrow/protocol/metrics";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentRules } from "./documents.ts";
import type { FoldItem } from "./fold.ts";
import { metricsOf } from "./metrics.ts";
import type { FoldState } from "./state.ts";
import { foldedWith } from "./testing/broadcast.ts";
import { chat, emote, gift, like, opened, START_MS, social, subscribe, tick } from "./testing/events.ts";

// Which numbers speak of people, and which of events (docs/metrics.md).

const metricsAfter = (...items: FoldItem[]): Metrics => metricsOf(foldedWith(opened(), ...items).state);
const late = { late: true } as const;
const announced = { entrance: { kind: "gifterLevel", level: 30 } } as const;
const by = (id: string) => ({ user: userNamed(id) });
const explained = (state: FoldState) => documentRules.explanations?.of(state);

describe("follows", () => {
  it("count people: who follows thirty times is one, in totals, rates, milestones, scores and explanations", () => {
    const once = [opened(), social("follow", 0), tick(60_000)];
    const often = [opened(), ...Array.from({ length: 30 }, (_, n) => social("follow", n)), tick(60_000)];
    const [one, many] = [foldedWith(...once), foldedWith(...often)];
    expect(metricsOf(many.state)).toEqual(metricsOf(one.state));
    expect(metricsOf(many.state)).toMatchObject({ follows: 1 });
    expect(many.insights).toEqual(one.insights);
    expect(explained(many.state)?.follows).toMatchObject({ value: 1, events: 1 });
    expect(documentRules.scores?.of(many.state)).toEqual(documentRules.scores?.of(one.state));
  });

  it("are one where history tells of them again, in either order", () => {
    expect(metricsAfter({ ...social("follow", 0), ...late }, social("follow", 60_000)).follows).toBe(1);
    expect(metricsAfter(social("follow", 0), { ...social("follow", 60_000), ...late }).follows).toBe(1);
  });

  it("are one each where nobody is named, as nobody can be told apart", () => {
    const { user: _user, ...unnamed } = social("follow", 0);
    const anonymous = (at: number) => ({ ...social("follow", at), user: userNamed("0", { nickname: "user" }) });
    expect(metricsAfter(unnamed, unnamed, anonymous(1), anonymous(2)).follows).toBe(4);
  });

  it("are as many as people, whoever follows how often", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (ids) => {
        const items = ids.map((id, n) => ({ ...social("follow", n * 700, `u${id}`), ...(n % 3 === 0 ? late : {}) }));
        expect(metricsAfter(...items).follows).toBe(new Set(ids).size);
      }),
      { seed: 31, numRuns: 100 },
    );
  });
});

describe("subscriptions", () => {
  it("count people who subscribe, and as many as were given", () => {
    const own = { ...subscribe(0), ...by("a") };
    const given = { ...subscribe(1), ...by("a"), given: 5 };
    expect(metricsAfter(own, own).subscribes).toBe(1);
    expect(metricsAfter(own, given, given).subscribes).toBe(11);
    expect(metricsAfter(given, own).subscribes).toBe(6);
    expect(metricsAfter(given, own).subscribesPerMinute).toBe(6);
  });
});

describe("joins", () => {
  it("count an announced arrival and the ordinary message of the same as one", () => {
    expect(metricsAfter({ ...social("member", 0), ...announced }, social("member", 2_000))).toMatchObject({ joins: 1 });
    expect(metricsAfter(social("member", 0), { ...social("member", 2_000), ...announced })).toMatchObject({ joins: 1 });
    expect(metricsAfter(social("member", 0), { ...social("member", 2_000, "u2"), ...announced }).joins).toBe(2);
  });

  it("count every other arrival: events, not people", () => {
    expect(metricsAfter(social("member", 0), social("member", 2_000)).joins).toBe(2);
    expect(metricsAfter(social("member", 0), { ...social("member", 60_000), ...announced }).joins).toBe(2);
  });
});

describe("anonymous viewers", () => {
  it("are nobody: no viewer, no gifter, and each of their messages is somebody else's", () => {
    const anonymous = { user: userNamed("0", { nickname: "anonymous" }) };
    const chats = Array.from({ length: 3 }, (_, n) => chat(n * 1_000, { ...anonymous, text: "vote for blue" }));
    const { state, insights } = foldedWith(
      opened(),
      ...chats,
      chat(3_500, { ...anonymous, text: "vote for blue" }),
      gift(4_000, anonymous),
    );
    expect(metricsOf(state)).toMatchObject({ chats: 4, gifts: 1, uniqueViewers: 0, viewersActive: 0 });
    expect(documentRules.leaderboard?.of(state).gifters).toEqual([]);
    expect(documentRules.ranking?.of(state)).toEqual([]);
    expect(documentRules.conversation?.of(state).waves).toMatchObject([{ count: 4, people: 4 }]);
    expect(insights.filter((insight) => insight.type === "moment")).toEqual([]);
  });
});

describe("stickers", () => {
  it("alone count as a chat, and as their sender's, and are in no mood", () => {
    const { state, insights } = foldedWith(opened(), chat(0, { ...by("b"), sentiment: 1 }), emote(1_000, "a"), emote(2_000, "a"));
    expect(metricsOf(state)).toMatchObject({ chats: 3, chatsPerMinute: 3, uniqueViewers: 2, sentiment: 1 });
    expect(documentRules.ranking?.of(state).find(({ user }) => user.id === "a")).toMatchObject({ chats: 2 });
    expect(documentRules.conversation?.of(state).moods).toEqual({ positive: 1, neutral: 0, negative: 0 });
    expect(explained(state)).toMatchObject({ chats: { value: 3, events: 3 }, sentiment: { events: 1 } });
    expect(insights.filter((insight) => insight.type === "moment" && insight.kind === "firstChat").length).toBe(2);
  });

  it("alone in a chat are in no conversation, question or repeat, either", () => {
    const empty = Array.from({ length: 6 }, (_, n) =>
      chat(n * 1_000, {
        ...by(`u${n}`),
        text: n % 2 ? "" : "  ",
        language: "und",
        sentiment: -1,
        question: true,
        questionPriority: 3,
      }),
    );
    const { state } = foldedWith(opened(), ...empty);
    expect(metricsOf(state)).toMatchObject({ chats: 6, questions: 0, sentiment: 0 });
    expect(documentRules.conversation?.of(state)).toMatchObject({ languages: [], waves: [], topics: [] });
  });
});

describe("the host", () => {
  const host = { user: userNamed("host", { isHost: true }) };
  const asks = { text: "what brush is that?", question: true, questionPriority: 5, keywords: ["brush"], sentiment: 1 };

  it("is no viewer, gifter or asker, and in no mood: messages count as chats, and that is all", () => {
    const items = [chat(0, { ...host, ...asks }), { ...chat(500, { ...host, ...asks }), type: "question" as const }];
    const arrives = { ...social("member", 1_000), ...host };
    const { state, insights } = foldedWith(opened(), ...items, arrives, like(1_500, 5, 5, host), gift(2_000, host));
    expect(metricsOf(state)).toMatchObject({ chats: 1, questions: 0, uniqueViewers: 0, joins: 0, sentiment: 0, gifts: 1 });
    expect(documentRules.conversation?.of(state)).toMatchObject({ languages: [], words: [] });
    expect(documentRules.ranking?.of(state)).toEqual([]);
    expect(documentRules.leaderboard?.of(state).gifters).toEqual([]);
    expect(insights).toEqual([]);
  });

  it("is known by the source's id, too", () => {
    const source = { type: "sourceOpened", atMs: START_MS, roomId: "1", hostId: "host" } as const;
    const { state } = foldedWith(source, chat(0, by("host")), chat(1, by("a")));
    expect(metricsOf(state)).toMatchObject({ chats: 2, uniqueViewers: 1 });
  });
});
