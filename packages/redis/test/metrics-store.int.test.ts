import { type Position, startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { eventually } from "@frontrow/testkit/eventually";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keys } from "../src/keys.ts";
import { entryOfPush, recordOf, type Writer } from "../src/log/log.ts";
import { createMetricsStore, type MetricsStore } from "../src/stores/metrics.ts";
import { type Kit, newSessionId, openKit, openSession } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let kit: Kit;
let store: MetricsStore;
beforeAll(async () => {
  server = await startTestRedis();
  kit = await openKit(server.url);
  store = createMetricsStore(kit.redis.client);
});
afterAll(async () => {
  await kit.stop();
  await server.stop();
});

/** A session that nobody has asked for documents yet. */
const live = { documentsAt: {}, isReplay: false };
const folder: Writer = { role: "analytics", nonce: "fold", fence: 7 };

async function foldedSession(): Promise<SessionId> {
  const { log } = await openSession(kit);
  await kit.redis.client.hset(keys.owner(log, "analytics"), { writer: recordOf(folder), sequence: 0, reply: "" });
  return log;
}

const at = (log: SessionId, n: number): Position => ({ log, epoch: 1, id: `${n}-0`, stamp: `ingest:1:${n}` });
const insights = (sequence: number) => ({ sequence, epoch: 1, items: [`{"type":"metrics","chats":${sequence}}`] });

it("writes what changed and appends the insights, in one step", async () => {
  const log = await foldedSession();
  expect(await store.read(log)).toEqual({ metrics: {}, documents: {}, position: undefined, ...live });
  const leaderboard = { type: "leaderboard", atMs: 5, gifters: [] } as const;
  const first = await store.checkpoint({
    sessionId: log,
    writer: folder,
    after: "0-0",
    upTo: at(log, 1),
    changed: { chats: 3, sentiment: 0.25, leaderboard: JSON.stringify(leaderboard) },
    insights: insights(1),
  });
  expect(first).toEqual({ outcome: "applied", id: expect.any(String) });
  expect(await store.read(log)).toEqual({
    metrics: { chats: 3, sentiment: 0.25 },
    documents: { leaderboard },
    position: at(log, 1),
    ...live,
  });
  expect(await kit.store.readAfter(startOf(log))).toMatchObject({
    entries: [{ kind: "insights", stamp: "analytics:7:1", data: `[${insights(1).items}]` }],
  });
});

it("appends what is in the hash too as it is there, in its place among the others", async () => {
  const log = await foldedSession();
  const room = '{"type":"room","atMs":1,"text":"a\\"b,é🎁"}';
  const scores = '{"type":"scores","atMs":2}';
  const items = ['{"type":"metrics","chats":1}', scores, room, '{"type":"moment"}', '{"type":"moment","kind":"room"}'];
  const changed = { chats: 1, room, scores, ranking: "[]" };
  await store.checkpoint({
    sessionId: log,
    writer: folder,
    after: "0-0",
    upTo: at(log, 1),
    changed,
    insights: { sequence: 1, epoch: 1, items },
  });
  expect(await kit.store.readAfter(startOf(log))).toMatchObject({ entries: [{ data: `[${items}]` }] });
  expect(await kit.redis.client.hmget(keys.metrics(log), "room", "scores", "ranking")).toEqual([room, scores, "[]"]);
});

it("reads the documents that are asked for, each whole and as it was written last", async () => {
  const log = await foldedSession();
  const prompt = { type: "automatedPrompt", id: "p", trigger: "raid", priority: 3, atMs: 1, untilMs: 2, params: { joins: 9 } };
  const write = (after: string, n: number, changed: Partial<Record<string, string | number>>) =>
    store.checkpoint({ sessionId: log, writer: folder, after, upTo: at(log, n), changed });
  await write("0-0", 1, { viewers: 12, prompts: "[]", questionsAsked: "[]", ranking: "[]" });
  await write("1-0", 2, { viewers: 13, prompts: JSON.stringify([prompt]) });
  const metrics = { viewers: 13 };
  const all = await store.read(log);
  expect(all).toEqual({
    metrics,
    documents: { prompts: [prompt], questionsAsked: [], ranking: [] },
    position: at(log, 2),
    ...live,
  });
  const some = await store.read(log, ["prompts", "moments"]);
  expect(some).toEqual({ metrics, documents: { prompts: [prompt] }, position: at(log, 2), ...live });
  expect(await store.read(newSessionId(), ["prompts"])).toBeUndefined();
});

it("changes nothing when it is sent again, with insights or without", async () => {
  const log = await foldedSession();
  const first = { sessionId: log, writer: folder, after: "0-0", upTo: at(log, 1), changed: { chats: 1 }, insights: insights(1) };
  const answer = await store.checkpoint(first);
  expect(await store.checkpoint(first)).toEqual(answer);
  const second = { sessionId: log, writer: folder, after: "1-0", upTo: at(log, 2), changed: { chats: 2 } };
  expect(await store.checkpoint(second)).toEqual({ outcome: "applied" });
  expect(await store.checkpoint(second)).toEqual({ outcome: "applied" });
  expect(await kit.redis.client.xlen(keys.log(log))).toBe(1);
  expect((await store.read(log))?.metrics.chats).toBe(2);
});

it("refuses to build on another position than the one held, and appends nothing then", async () => {
  const log = await foldedSession();
  await store.checkpoint({ sessionId: log, writer: folder, after: "0-0", upTo: at(log, 1), changed: { chats: 1 } });
  const outcome = await store.checkpoint({
    sessionId: log,
    writer: folder,
    after: "2-0",
    upTo: at(log, 3),
    changed: { chats: 9 },
    insights: insights(1),
  });
  expect(outcome).toEqual({ outcome: "stale", position: "1-0" });
  expect(await kit.redis.client.xlen(keys.log(log))).toBe(0);
  expect((await store.read(log))?.metrics.chats).toBe(1);
});

it("tells the writer of insights that are missing, and whoever lost the session that it did", async () => {
  const log = await foldedSession();
  const checkpoint = { sessionId: log, writer: folder, after: "0-0", upTo: at(log, 1), changed: {} };
  expect(await store.checkpoint({ ...checkpoint, insights: insights(3) })).toEqual({ outcome: "missing", lastSequence: 0 });
  expect(await store.checkpoint({ ...checkpoint, insights: insights(2) })).toEqual({ outcome: "missing", lastSequence: 0 });
  await kit.redis.client.hdel(keys.owner(log, "analytics"), "sequence");
  expect(await store.checkpoint({ ...checkpoint, insights: insights(2) })).toEqual({ outcome: "missing", lastSequence: 0 });
  expect(await store.checkpoint({ ...checkpoint, writer: { ...folder, fence: 6 } })).toEqual({ outcome: "fenced" });
  expect(await store.checkpoint({ ...checkpoint, sessionId: newSessionId() })).toEqual({ outcome: "absent" });
});

it("appends insights that come without news of events", async () => {
  const log = await foldedSession();
  await store.checkpoint({ sessionId: log, writer: folder, after: "0-0", upTo: at(log, 1), changed: { chats: 1 } });
  const again = { sessionId: log, writer: folder, after: "1-0", upTo: at(log, 1), changed: {}, insights: insights(1) };
  expect(await store.checkpoint(again)).toEqual({ outcome: "applied", id: expect.any(String) });
  expect(await kit.redis.client.xlen(keys.log(log))).toBe(1);
});

it("begins with the first insights for a record that counts none yet", async () => {
  const log = await foldedSession();
  await kit.redis.client.hdel(keys.owner(log, "analytics"), "sequence");
  const first = { sessionId: log, writer: folder, after: "0-0", upTo: at(log, 1), changed: {}, insights: insights(1) };
  expect(await store.checkpoint(first)).toEqual({ outcome: "applied", id: expect.any(String) });
});

it("refuses an epoch that is not the current one, and writes nothing then", async () => {
  const log = await foldedSession();
  await kit.redis.client.hset(keys.head(log), "epoch", "2");
  const checkpoint = { sessionId: log, writer: folder, after: "0-0", upTo: at(log, 1), changed: { chats: 1 } };
  expect(await store.checkpoint(checkpoint)).toEqual({ outcome: "epoch", epoch: 2 });
  expect(await store.checkpoint({ ...checkpoint, insights: insights(1) })).toEqual({ outcome: "epoch", epoch: 2 });
  expect(await kit.redis.client.xlen(keys.log(log))).toBe(0);
  expect(await store.read(log)).toMatchObject({ metrics: {}, position: undefined });
});

it("writes values that change without a further entry", async () => {
  const log = await foldedSession();
  await store.checkpoint({ sessionId: log, writer: folder, after: "0-0", upTo: at(log, 1), changed: { chats: 1 } });
  const corrected = { sessionId: log, writer: folder, after: "1-0", upTo: at(log, 1), changed: { chats: 2 } };
  expect(await store.checkpoint(corrected)).toEqual({ outcome: "applied" });
  expect((await store.read(log))?.metrics.chats).toBe(2);
});

it("pushes its insights to the log's channel, as its followers read them", async () => {
  const log = await foldedSession();
  const pushed: string[] = [];
  const unsubscribe = await kit.subscriber.subscribe(keys.push(log), { onMessage: (text) => pushed.push(text), onReset() {} });
  for (let n = 1; n <= 2; n += 1) {
    const step = { sessionId: log, writer: folder, after: `${n - 1}-0`, upTo: at(log, n), changed: {}, insights: insights(n) };
    expect(await store.checkpoint(step)).toMatchObject({ outcome: "applied" });
  }
  await eventually(() => expect(pushed).toHaveLength(2));
  expect(pushed.map((text) => entryOfPush(log, text))).toEqual((await kit.store.readBack(log, { entries: 2 })).reverse());
  expect(pushed.map((text) => entryOfPush(log, text).epoch)).toEqual([1, 1]);
  unsubscribe();
});

describe("documents that are written on demand", () => {
  const writeRanking = (log: SessionId, after: string, n: number, ranking: string) =>
    store.checkpoint({
      sessionId: log,
      writer: folder,
      after,
      upTo: at(log, n),
      changed: { ranking },
      documentsAt: { ranking: { atMs: n, id: `${n}-0` } },
    });
  const newer = (log: SessionId, after: string, n: number) =>
    store.checkpoint({ sessionId: log, writer: folder, after, upTo: at(log, n), changed: { chats: n } });

  it("are asked for by a push that is no entry, again while nobody answers, and read when they are written", async () => {
    const log = await foldedSession();
    await writeRanking(log, "0-0", 1, "[]");
    await newer(log, "1-0", 2);
    const asks: (readonly string[])[] = [];
    const entries: string[] = [];
    const follow = kit.reader.follow(startOf(log), {
      onEntry: ({ id }) => void entries.push(id),
      onResync: () => {},
      onAsk(documents) {
        asks.push(documents);
        if (asks.length === 2) void writeRanking(log, "2-0", 3, '[{"points":1}]');
      },
    });
    await follow.caughtUp;
    expect(await store.readCurrent(log, ["leaderboard", "ranking"])).toMatchObject({
      metrics: { chats: 2 },
      documents: { ranking: [{ points: 1 }] },
      documentsAt: { ranking: { atMs: 3, id: "3-0" } },
    });
    expect(asks).toEqual([["ranking"], ["ranking"]]);
    expect(entries).toEqual([]);
    follow.close();
  });

  it("are as they were written last where the owner does not answer, and where there is none", async () => {
    const log = await foldedSession();
    await writeRanking(log, "0-0", 1, "[]");
    await newer(log, "1-0", 2);
    const older = await store.read(log, ["ranking"]);
    expect(older).toMatchObject({ documents: { ranking: [] }, documentsAt: { ranking: { id: "1-0" } } });
    expect(await store.readCurrent(log, ["ranking"])).toEqual(older);
    await kit.redis.client.hset(keys.owner(log, "analytics"), { writer: "" });
    expect(await store.readCurrent(log, ["ranking"])).toEqual(older);
  });

  it("are not asked for again within a second", async () => {
    const log = await foldedSession();
    const nowMs = Date.now();
    await writeRanking(log, "0-0", nowMs, "[]");
    await newer(log, `${nowMs}-0`, nowMs + 1);
    const asks: (readonly string[])[] = [];
    const follow = kit.reader.follow(startOf(log), {
      onEntry: () => {},
      onResync: () => {},
      onAsk: (documents) => void asks.push(documents),
    });
    await follow.caughtUp;
    await store.readCurrent(log, ["ranking"]);
    expect(asks).toEqual([]);
    await store.readCurrent(log, ["moments"]);
    expect(asks).toContainEqual(["moments"]);
    follow.close();
  });
});
