import { documentRules } from "@frontrow/audience/documents";
import { foldItems } from "@frontrow/audience/fold";
import { metricsOf } from "@frontrow/audience/metrics";
import { createFold } from "@frontrow/audience/state";
import type { ObjectStore } from "@frontrow/blob/object-store";
import type { LogEntry } from "@frontrow/protocol/entry";
import type { User } from "@frontrow/protocol/event";
import { reportFactsSchema } from "@frontrow/protocol/library/report";
import { seededRandom } from "@frontrow/testkit/random";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { VIEWER_PARTS } from "../src/derived/viewers.ts";
import { deriveReport, indexRecording } from "../src/index-recording.ts";
import { finishRecording } from "../src/manifest.ts";
import { openRecording, type Recording } from "../src/recording.ts";
import { rewriteRecording } from "../src/rewrite-recording.ts";
import { archive, newStore, readAll } from "./archives.ts";
import { broadcast, id, logOf, START_MS } from "./logs.ts";

const annotation = { language: "en", sentiment: 0.5, question: false, questionPriority: 0, toxicity: 0, spam: 0 };
const at = (seconds: number) => ({ atMs: START_MS + seconds * 1_000, sentAtMs: START_MS + seconds * 1_000 });
const chat = (eventId: string, seconds: number, by: string | User, text: string, more: object = {}) => ({
  ...{ type: "chat", id: eventId, ...at(seconds), user: typeof by === "string" ? userNamed(by) : by, text },
  ...annotation,
  keywords: text.match(/\p{L}{4,}/gu) ?? [],
  ...more,
});
const gift = (eventId: string, seconds: number, by: string, diamonds: number, more: object = {}) => ({
  ...{ type: "gift", id: eventId, ...at(seconds), user: userNamed(by), giftId: "1", name: "Rose", count: 1 },
  ...{ diamondsEach: diamonds, diamonds, streakId: eventId, streakOpen: false, ...more },
});
const opened = (seconds: number) => ({
  kind: "control" as const,
  items: [{ type: "sourceOpened", roomId: "7", ...at(seconds) }],
});

async function complete(blob: ObjectStore, log: readonly LogEntry[], ends: readonly number[] = []): Promise<Recording> {
  await finishRecording(blob, id, await archive(blob, log, ends), broadcast);
  await indexRecording(blob, id);
  return openRecording({ blob }, id);
}

async function factsOf(recording: Recording) {
  const facts = await (await recording.report())?.facts();
  if (!facts) throw new Error("no report");
  return facts;
}

async function viewersOf(recording: Recording) {
  const report = await recording.report();
  const parts = await Promise.all(Array.from({ length: VIEWER_PARTS }, (_, part) => report?.viewers(part)));
  return parts.flatMap((viewers) => viewers ?? []);
}

/** Half an hour of a room in which all kinds of things happen, by a seed. */
function busyRoom(seed: number): LogEntry[] {
  const random = seededRandom(seed);
  const some = (most: number) => Math.floor(random() * most);
  const items = Array.from({ length: 2_000 }, (_, n) => {
    const seconds = (n * 1_800) / 2_000;
    const by = `viewer${some(n < 1_000 ? 150 : 300)}`;
    const kind = some(100);
    const social = (type: string, more = {}) => ({ type, id: `e${n}`, ...at(seconds), user: userNamed(by), ...more });
    if (kind < 45)
      return chat(`e${n}`, seconds, by, ["hello there", "金の🔥 gold", "great song", "boring"][some(4)] ?? "", {
        sentiment: some(3) - 1,
      });
    if (kind < 52) {
      const text = `question number ${some(40)} about ${["paint", "brush", "paper"][some(3)]}?`;
      return chat(`e${n}`, seconds, by, text, { question: true, questionPriority: 1 + some(5) });
    }
    if (kind < 62) return gift(`e${n}`, seconds, by, 1 + some(300), { streakId: `s${some(30)}`, streakOpen: some(3) === 0 });
    if (kind < 72) return social("like", { count: 1 + some(15), total: 10 * n });
    if (kind < 80) return social("member");
    if (kind < 84) return social("follow");
    if (kind < 87) return social("share");
    if (kind < 89) return social("subscribe", { months: 1 });
    return { type: "roomUser", id: `e${n}`, ...at(seconds), viewers: 100 + some(400) };
  });
  const flushes = Array.from({ length: 200 }, (_, n) => ({ kind: "events" as const, items: items.slice(n * 10, n * 10 + 10) }));
  return logOf([opened(0), ...flushes]);
}

describe("the report of a recording", () => {
  it("has the figures of the fold at its end", async () => {
    const recording = await complete(newStore(), busyRoom(7), [50, 125]);
    const facts = await factsOf(recording);
    const state = createFold();
    for (const { value } of await readAll(recording)) foldItems(state, [value]);
    const metrics = metricsOf(state);
    const { likesBefore: _, peakViewers, averageViewers, peakAtMs, sentiment, ...totals } = facts.totals;
    expect(metrics).toMatchObject({ ...totals, viewersPeak: peakViewers, viewersAverage: averageViewers });
    const peak = (await readAll(recording)).find(({ value }) => value.type === "roomUser" && value.viewers === peakViewers);
    expect(peakAtMs).toBe(peak?.dueMs);
    expect(facts.supporters).toEqual(documentRules.gifters?.of(state).slice(0, 50));
    expect(facts.people).toEqual(documentRules.ranking?.of(state));
    const update = documentRules.viewerUpdate?.of(state);
    expect(facts.retention.watchTime).toEqual(update?.watchTime);
    expect(facts.minutes.at(-1)?.metrics).toMatchObject({ chats: metrics.chats, diamonds: metrics.diamonds });
    expect(facts.moments).toEqual((await recording.index())?.moments.map(({ moment }) => moment));
    expect([facts.fromMs, facts.toMs]).toEqual([START_MS, state.nowMs]);
    expect(facts.seenMs).toBe(facts.toMs - facts.fromMs);
    const moods = (await readAll(recording)).flatMap(({ value }) => (value.type === "chat" ? [value.sentiment] : []));
    expect(sentiment).toBeCloseTo(moods.reduce((sum, mood) => sum + mood, 0) / moods.length, 3);
    // The fold shows fifty questions, the last of each; the report has those, and others beside them.
    const asked = new Map(facts.questions.map((question) => [question.id, question]));
    const shown = documentRules.questionsAsked?.of(state) ?? [];
    for (const question of shown) if (asked.has(question.id)) expect(asked.get(question.id)).toEqual(question);
    expect(facts.questions.length).toBeGreaterThan(50);
    expect(facts.questions.length).toBeLessThanOrEqual(200);
    expect(facts.questions.map(({ atMs }) => atMs)).toEqual(facts.questions.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
    expect(reportFactsSchema.safeParse(facts).error).toBeUndefined();
  });

  it("is the same of a recording that grows, as of one that is complete", async () => {
    const recording = await complete(newStore(), busyRoom(11), [100]);
    const derived = await deriveReport(recording);
    expect(derived.facts).toEqual(await factsOf(recording));
    expect(derived.figures).toEqual((await recording.report())?.figures);
    const byId = (a: { user: User }, b: { user: User }) => (a.user.id < b.user.id ? -1 : 1);
    expect([...derived.viewers].sort(byId)).toEqual((await viewersOf(recording)).sort(byId));
  });

  it("says how much was seen: without gaps and closed spans, where they overlap once", async () => {
    const gap = (eventId: string, fromS: number, toS: number) => ({
      ...{ type: "gap", id: eventId, ...at(400), reason: "upstream" },
      ...{ fromMs: START_MS + fromS * 1_000, toMs: START_MS + toS * 1_000 },
    });
    const like = (eventId: string, seconds: number, total: number) => ({
      ...{ type: "like", id: eventId, ...at(seconds), user: userNamed("a"), count: 10, total },
    });
    const log = logOf([
      { kind: "control", items: [{ type: "sourceOpened", roomId: "7", startedAtMs: START_MS - 600_000, ...at(0) }] },
      {
        kind: "events",
        items: [chat("c1", 10, "a", "hello"), { type: "roomUser", id: "v", ...at(20), viewers: 5 }, like("l1", 30, 8_000)],
      },
      { kind: "control", items: [{ type: "sourceClosed", reason: "unwatched", ...at(100) }] },
      opened(300),
      { kind: "events", items: [gap("g1", 90, 310), gap("g2", 320, 380), like("l2", 500, 8_710)] },
      { kind: "tick", items: [{ type: "tick", ...at(1_000) }] },
    ]);
    const recording = await complete(newStore(), log);
    const facts = await factsOf(recording);
    expect(facts.seenMs).toBe(1_000_000 - 220_000 - 60_000);
    expect(facts.gaps).toHaveLength(2);
    expect(facts.closed).toHaveLength(1);
    const figures = (await recording.report())?.figures;
    // Ten minutes of the broadcast were over when the recording began.
    expect(figures).toMatchObject({ lengthMs: 1_600_000, missedMs: 880_000 });
    expect(figures?.values.chatsPerMinute).toBe(0.08);
    // In twelve minutes that were seen; TikTok's total had 7,990 already.
    expect(facts.totals).toMatchObject({ likes: 8_710, likesBefore: 7_990 });
    expect(figures?.values.likesPerMinute).toBe(60);
  });

  it("says what was said most, and in which mood, without spam, the host's words, history that came late and what was removed", async () => {
    const said = (n: number, by: string | User, text: string, more: object = {}) => chat(`c${n}`, n, by, text, more);
    const items = [
      said(1, "a", "lovely gold 🔥", { sentiment: 0.8 }),
      said(2, "b", "LOVELY 🔥🔥", { sentiment: -0.2, keywords: ["lovely"], language: "fr" }),
      said(3, "c", "nasty words 💩"),
      said(4, "spammer", "follow follow cheap", { spam: 0.9 }),
      said(5, userNamed("host", { isHost: true }), "welcome everybody"),
      said(6, "d", "history", { late: true }),
      said(7, "d", "nasty question?", { question: true, questionPriority: 4 }),
      said(8, "e", "another question?", { question: true, questionPriority: 3 }),
      { type: "moderation", id: "m", ...at(9), eventIds: ["c3"], userIds: ["d"] },
      said(10, "d", "sorry lovely", { sentiment: 0 }),
    ];
    const facts = await factsOf(await complete(newStore(), logOf([opened(0), { kind: "events", items }])));
    expect(facts.words).toEqual([
      { text: "lovely", chats: 3, sentiment: 0.2 },
      { text: "another", chats: 1, sentiment: 0.5 },
      { text: "gold", chats: 1, sentiment: 0.8 },
      { text: "question", chats: 1, sentiment: 0.5 },
      { text: "sorry", chats: 1, sentiment: 0 },
    ]);
    expect(facts.emoji).toEqual([{ text: "🔥", chats: 2, sentiment: 0.3 }]);
    expect(facts.questions.map(({ text }) => text)).toEqual(["another question?"]);
    // They were said all the same: what was removed stays counted.
    expect(facts.languages).toEqual([
      { language: "en", chats: 6 },
      { language: "fr", chats: 1 },
    ]);
    expect(JSON.stringify(facts)).not.toContain("nasty");
  });

  it("has nothing of an empty broadcast, and says so in numbers", async () => {
    const facts = await factsOf(await complete(newStore(), logOf([opened(0)])));
    expect(reportFactsSchema.parse(facts)).toMatchObject({ seenMs: 0, totals: { chats: 0, peakViewers: 0, averageViewers: 0 } });
    expect(facts.totals.peakAtMs).toBeUndefined();
  });
});

describe("the viewers of a recording", () => {
  it("are those who did something, with what the fold counted of each", async () => {
    const items = [
      { type: "member", id: "m1", ...at(1), user: userNamed("watcher") },
      { type: "like", id: "l1", ...at(2), user: userNamed("watcher"), count: 5, total: 5 },
      chat("c1", 3, userNamed("nina", { avatarUrl: "https://p16.tiktokcdn.com/nina.webp" }), "hello"),
      chat("c2", 4, "nina", "why?", { question: true, questionPriority: 2 }),
      // Of a streak only the end counts; one that never ends is closed by the fold.
      gift("g1", 5, "giver", 10, { count: 2, diamonds: 20, streakId: "s", streakOpen: true }),
      gift("g2", 6, "giver", 10, { count: 3, diamonds: 30, streakId: "s", streakOpen: true }),
      { type: "follow", id: "f1", ...at(7), user: userNamed("fan") },
      chat("c3", 8, userNamed("host", { isHost: true }), "thanks"),
      chat("c4", 9, userNamed("0"), "nobody"),
    ];
    const log = logOf([
      opened(0),
      { kind: "events", items },
      { kind: "control", items: [{ type: "sourceClosed", reason: "ended", ...at(10) }] },
    ]);
    const viewers = await viewersOf(await complete(newStore(), log));
    const byId = Object.fromEntries(viewers.map(({ user, ...counts }) => [user.id, counts]));
    expect(Object.keys(byId).sort()).toEqual(["fan", "giver", "nina"]);
    expect(byId["nina"]).toEqual({
      ...{ firstSeenMs: START_MS + 3_000, lastSeenMs: START_MS + 4_000 },
      ...{ chats: 2, shares: 0, gifts: 0, diamonds: 0, questions: 1 },
    });
    expect(byId["giver"]).toMatchObject({ gifts: 3, diamonds: 30 });
    expect(viewers.every(({ user }) => user.avatarUrl === "")).toBe(true);
  });

  it("follow when the recording is rewritten, as the report does, and nothing of before stays", async () => {
    const blob = newStore();
    const log = logOf([
      opened(0),
      { kind: "events", items: [chat("c1", 1, "nina", "secret words"), chat("c2", 2, "b", "hello")] },
    ]);
    const open = await complete(blob, log);
    const before = await open.report();
    const { text: _text, ...erased } = { ...userNamed("erased"), text: "" };
    await rewriteRecording(blob, id, (item) =>
      item.type === "chat" && item.user?.id === "nina" ? { ...item, user: erased, text: "" } : item,
    );
    // Whoever had it open is told that it is gone.
    expect(await before?.facts()).toBeUndefined();
    expect(await before?.viewers(0)).toBeUndefined();
    const again = await openRecording({ blob }, id);
    expect((await viewersOf(again)).map(({ user }) => user.id).sort()).toEqual(["b", "erased"]);
    expect((await factsOf(again)).words).toEqual([{ text: "hello", chats: 1, sentiment: 0.5 }]);
  });
});
