import { isOnDemand, onDemandDocuments } from "@frontrow/protocol/documents";
import type { EventOf } from "@frontrow/protocol/event";
import type { Insight } from "@frontrow/protocol/insight";
import { userNamed } from "@frontrow/testkit/users";
import { expect, it } from "vitest";
import { type Changes, changesSince, type Written, withoutVersions, writtenDocuments } from "./changes.ts";
import { type FoldItem, foldItems } from "./fold.ts";
import { createFold } from "./state.ts";

const nothing: Written = { metrics: {}, documents: {} };
const user = userNamed("1");
const opened: FoldItem = { type: "sourceOpened", atMs: 1_000, roomId: "1" };
const share = (atMs: number): EventOf<"share"> => ({ type: "share", id: `${atMs}`, atMs, sentAtMs: atMs, user });
const rose = { giftId: "1", name: "Rose", count: 1, diamondsEach: 1, diamonds: 1, streakId: "s", streakOpen: false };
const gift = (atMs: number): EventOf<"gift"> => ({ type: "gift", id: `${atMs}`, atMs, sentAtMs: atMs, user, ...rose });

const published = ({ insights }: Changes): Insight[] => insights.map((json) => JSON.parse(json) as Insight);

it("is everything at first, and only what changed afterwards", () => {
  const state = createFold();
  foldItems(state, [opened, share(1_000)]);
  const first = changesSince(nothing, state, []);
  expect(first.changed).toMatchObject({ shares: 1, chats: 0, sinceMs: 1_000, atMs: 1_000 });
  foldItems(state, [share(2_000)]);
  const second = changesSince(first.written, state, []);
  expect(second.changed).toEqual({ shares: 2, sharesPerMinute: 2, atMs: 2_000 });
  expect(published(second)).toEqual([{ type: "metrics", shares: 2, sharesPerMinute: 2, atMs: 2_000 }]); // documents wait for their time
});

it("is written but not published when nothing but time went on", () => {
  const state = createFold();
  foldItems(state, [opened, share(1_000)]);
  const { written } = changesSince(nothing, state, []);
  foldItems(state, [{ type: "tick", atMs: 2_000 }]);
  const quiet = changesSince(written, state, []);
  expect(quiet.changed).toEqual({ atMs: 2_000 });
  expect(quiet.insights).toEqual([]);
});

it("holds the leaderboard when it changed, also against one that another fold wrote", () => {
  const state = createFold();
  foldItems(state, [opened, gift(1_000)]);
  const first = changesSince(nothing, state, []);
  expect(published(first).map(({ type }) => type)).toEqual(["metrics", "leaderboard", "viewerUpdate"]);
  expect(JSON.parse(String(first.changed["leaderboard"]))).toMatchObject({ gifters: [{ diamonds: 1 }] });
  expect(changesSince(first.written, state, []).insights).toEqual([]);
  const stored = { leaderboard: JSON.parse(String(first.changed["leaderboard"])) };
  const restored = { ...first.written, documents: writtenDocuments(stored) };
  expect(published(changesSince(restored, state, [])).map(({ type }) => type)).not.toContain("leaderboard");
});

it("publishes the room whole, each second at most, and writes the gifters without publishing them", () => {
  const state = createFold();
  const host = { id: "h", handle: "h", nickname: "Host", avatarUrl: "" };
  const score = (atMs: number, points: number): FoldItem => {
    const scores = [{ hostId: "h", score: points }];
    return {
      type: "battle",
      id: `${atMs}`,
      atMs,
      sentAtMs: atMs,
      battleId: "b",
      state: "score",
      scores,
      hosts: [host],
      ownHostId: "h",
    };
  };
  foldItems(state, [opened, gift(1_000), score(1_100, 5)]);
  const first = changesSince(nothing, state, []);
  expect(published(first).find(({ type }) => type === "room")).toMatchObject({ battle: { sides: [{ score: 5, isOwn: true }] } });
  expect(JSON.parse(String(first.changed["gifters"]))).toEqual([{ user, diamonds: 1, gifts: 1 }]);
  expect(published(first).map(({ type }) => type)).not.toContain("gifters");
  foldItems(state, [score(1_600, 6)]);
  const soon = changesSince(first.written, state, []);
  expect(published(soon).map(({ type }) => type)).not.toContain("room");
  foldItems(state, [score(2_100, 7)]);
  const later = changesSince(soon.written, state, []);
  expect(published(later).find(({ type }) => type === "room")).toMatchObject({ battle: { sides: [{ score: 7 }] } });
});

it("holds every document as it ends, however short ago it was written, when the source is closed", () => {
  const state = createFold();
  foldItems(state, [opened, gift(1_000)]);
  const { written } = changesSince(nothing, state, []);
  foldItems(state, [
    { ...gift(1_500), streakId: "t", streakOpen: true },
    { type: "sourceClosed", atMs: 1_600, reason: "ended" },
  ]);
  const { changed } = changesSince(written, state, []);
  expect(changed["gifts"]).toBe(2);
  expect(JSON.parse(String(changed["explanations"]))).toMatchObject({ gifts: { value: 2, streaks: 2, expired: 1 } });
  expect(JSON.parse(String(changed["ranking"]))).toMatchObject([{ gifts: 2 }]);
});

it("publishes what the fold concluded after what changed", () => {
  const state = createFold();
  foldItems(state, [opened]);
  const conclusion = { type: "moment", id: "m" } as unknown as Insight;
  expect(published(changesSince(nothing, state, [conclusion])).at(-1)).toEqual(conclusion);
});

it("holds a document again only when its time has come, counted from when it was written", () => {
  const state = createFold();
  foldItems(state, [opened, gift(1_000)]);
  let { written } = changesSince(nothing, state, []);
  const next = (atMs: number): Partial<Record<string, unknown>> => {
    foldItems(state, [{ ...gift(atMs), streakId: `${atMs}` }]);
    const changes = changesSince(written, state, []);
    written = changes.written;
    return changes.changed;
  };
  expect(next(10_999)).not.toHaveProperty("viewerUpdate");
  expect(next(11_000)).toHaveProperty("viewerUpdate");
  expect(next(20_999)).not.toHaveProperty("viewerUpdate");
});

it("holds documents at the pace of another clock where one is given: a replay is read by people, however fast it plays", () => {
  const state = createFold();
  foldItems(state, [opened, gift(1_000)]);
  const { written } = changesSince(nothing, state, [], { nowMs: 50, isLast: false });
  foldItems(state, [{ ...gift(900_000), streakId: "t" }]);
  expect(changesSince(written, state, [], { nowMs: 10_049, isLast: false }).changed).not.toHaveProperty("viewerUpdate");
  expect(changesSince(written, state, [], { nowMs: 10_050, isLast: false }).changed).toHaveProperty("viewerUpdate");
  expect(changesSince(written, state, [], { nowMs: 60, isLast: true }).changed).toHaveProperty("viewerUpdate");
});

it("holds every document as it is now, where their versions are not trusted", () => {
  const chat = { ...share(1_000), type: "chat", text: "hello", language: "en", sentiment: 0.5, question: false } as const;
  const state = createFold();
  foldItems(state, [opened, { ...chat, questionPriority: 0, toxicity: 0, spam: 0 }]);
  const { written } = changesSince(nothing, state, []);
  // The message is no longer among those of the last five minutes.
  foldItems(state, [{ type: "tick", atMs: 400_000 }]);
  expect(changesSince(written, state, [], { nowMs: 0, isLast: true }).changed).not.toHaveProperty("explanations");
  const { changed } = changesSince(withoutVersions(written), state, [], { nowMs: 0, isLast: true });
  expect(JSON.parse(String(changed["explanations"]))).toMatchObject({ sentiment: { events: 0 } });
});

it("does not hold a document that is empty and was never written, but one that became empty", () => {
  const question = {
    ...share(1_000),
    type: "chat",
    text: "how are you?",
    language: "en",
    sentiment: 0,
    question: true,
  } as const;
  const asked: FoldItem = { ...question, questionPriority: 3, toxicity: 0, spam: 0 };
  const removed: FoldItem = { type: "moderation", id: "d", atMs: 7_000, sentAtMs: 7_000, eventIds: [question.id], userIds: [] };
  const atOnce = createFold();
  foldItems(atOnce, [opened, asked, removed]);
  expect(changesSince(nothing, atOnce, []).changed).not.toHaveProperty("questionsAsked");
  const later = createFold();
  foldItems(later, [opened, asked, { type: "tick", atMs: 1_500 }]);
  const { written, changed } = changesSince(nothing, later, []);
  expect(JSON.parse(String(changed["questionsAsked"]))).toHaveLength(1);
  foldItems(later, [removed]);
  expect(changesSince(written, later, []).changed["questionsAsked"]).toBe("[]");
});

it("does not hold an empty leaderboard: a gift that is worth nothing puts nobody on it", () => {
  const state = createFold();
  state.leaderboard.version += 1;
  foldItems(state, [opened]);
  expect(changesSince(nothing, state, []).changed).not.toHaveProperty("leaderboard");
});

it("holds no document that says what the stored one says, at another moment", () => {
  const state = createFold();
  foldItems(state, [opened, gift(1_000)]);
  const { changed, written } = changesSince(nothing, state, []);
  const documents = Object.fromEntries(
    Object.keys(written.documents).flatMap((name) => {
      const json = changed[name];
      if (json === undefined) return [];
      const document = JSON.parse(String(json)) as object;
      return [[name, Array.isArray(document) ? document : { ...document, atMs: 1 }]];
    }),
  );
  expect(Object.keys(documents)).toContain("viewerUpdate");
  const restored = { ...written, documents: writtenDocuments(documents) };
  foldItems(state, [{ type: "tick", atMs: 50_000 }]);
  expect(changesSince(restored, state, []).changed).not.toHaveProperty("leaderboard");
  const same = createFold();
  foldItems(same, [opened, gift(1_000)]);
  expect(Object.keys(changesSince(restored, same, []).changed).filter((name) => name in documents)).toEqual([]);
});

it("holds what this fold knows nothing of, when another fold wrote something", () => {
  const state = createFold();
  foldItems(state, [opened]);
  const stored = { leaderboard: { type: "leaderboard", atMs: 1, gifters: [{ diamonds: 1 }] } } as never;
  const { changed } = changesSince({ ...nothing, documents: writtenDocuments(stored) }, state, []);
  expect(JSON.parse(String(changed["leaderboard"]))).toMatchObject({ gifters: [] });
});

it("holds a document that nobody is sent when it is asked for, whatever its pace, and says which are as of now", () => {
  const state = createFold();
  foldItems(state, [opened, gift(1_000)]);
  const none = changesSince(nothing, state, [], { nowMs: 1_000, isLast: false, asked: new Set() });
  expect(none.current).toEqual([]);
  expect(Object.keys(none.changed).filter(isOnDemand)).toEqual([]);
  expect(none.changed).toHaveProperty("leaderboard");
  const asked = new Set(["ranking", "moments"] as const);
  const first = changesSince(none.written, state, [], { nowMs: 1_001, isLast: false, asked });
  expect(Object.keys(first.changed).filter(isOnDemand)).toEqual(["moments", "ranking"]);
  expect(first.current).toEqual(["moments", "ranking"]);
  const again = changesSince(first.written, state, [], { nowMs: 1_002, isLast: false, asked });
  expect(Object.keys(again.changed).filter(isOnDemand)).toEqual([]);
  expect(again.current).toEqual(["moments", "ranking"]);
  const last = changesSince(again.written, state, [], { nowMs: 1_003, isLast: true, asked: new Set() });
  expect(last.current.toSorted()).toEqual(onDemandDocuments.toSorted());
});
