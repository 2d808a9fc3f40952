import { positionOf, startOf } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { eventually } from "@frontrow/testkit/eventually";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keys } from "../src/keys.ts";
import { createLogStore, entryOfPush } from "../src/log/log.ts";
import { ingestWriter, type Kit, newSessionId, numbered, openKit, openSession } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let kit: Kit;
beforeAll(async () => {
  server = await startTestRedis();
  kit = await openKit(server.url);
});
afterAll(async () => {
  await kit.stop();
  await server.stop();
});

async function filled(entries: number) {
  const session = await openSession(kit);
  for (let n = 1; n <= entries; n += 1) await kit.store.append(numbered(session.log, session.writer, n));
  return session;
}

describe("append", () => {
  it("links each entry to the one before, and gives it its writer's stamp", async () => {
    const { log } = await filled(3);
    const read = await kit.store.readAfter(startOf(log));
    if (read.outcome !== "ok") throw new Error(read.outcome);
    const [first, second, third] = read.entries;
    expect(first).toMatchObject({ log, epoch: 1, previous: "0-0", stamp: "ingest:1:1", kind: "events", data: "[1]" });
    expect(second).toMatchObject({ previous: first?.id, stamp: "ingest:1:2" });
    expect(third).toMatchObject({ previous: second?.id, stamp: "ingest:1:3" });
  });

  it("changes nothing when it is sent again, and gives the first answer", async () => {
    const { log, writer } = await openSession(kit);
    const first = await kit.store.append(numbered(log, writer, 1));
    const again = await kit.store.append(numbered(log, writer, 1));
    expect(first.outcome).toBe("appended");
    expect(again).toEqual({ ...first, outcome: "repeated" });
    await kit.store.append(numbered(log, writer, 2));
    expect(await kit.store.append(numbered(log, writer, 1))).toEqual({ outcome: "repeated", id: undefined });
    expect(await kit.redis.client.xlen(keys.log(log))).toBe(2);
  });

  it("pushes what it appends to the log's channel, as its followers read it", async () => {
    const { log, writer } = await openSession(kit);
    const pushed: string[] = [];
    const unsubscribe = await kit.subscriber.subscribe(keys.push(log), { onMessage: (text) => pushed.push(text), onReset() {} });
    for (let n = 1; n <= 2; n += 1) await kit.store.append(numbered(log, writer, n));
    await eventually(() => expect(pushed).toHaveLength(2));
    expect(pushed.map((text) => entryOfPush(log, text))).toEqual((await kit.store.readBack(log, { entries: 2 })).reverse());
    unsubscribe();
  });

  it("takes an entry's bytes for its text, repeated or not", async () => {
    const { log, writer } = await openSession(kit);
    const text = JSON.stringify([{ text: "é😀عربي".repeat(5_000) }]);
    const entry = { ...numbered(log, writer, 1), data: Buffer.from(text) };
    expect((await kit.store.append(entry)).outcome).toBe("appended");
    expect((await kit.store.append(entry)).outcome).toBe("repeated");
    expect(await kit.store.readAfter(startOf(log))).toMatchObject({ outcome: "ok", entries: [{ data: text }] });
  });

  it("begins with the first entry for a record that counts none yet", async () => {
    const { log, writer } = await openSession(kit);
    await kit.redis.client.hdel(keys.owner(log, "ingest"), "sequence");
    expect(await kit.store.append(numbered(log, writer, 2))).toEqual({ outcome: "missing", lastSequence: 0 });
    expect(await kit.store.append(numbered(log, writer, 1))).toMatchObject({ outcome: "appended" });
  });

  it("refuses to leave a gap, and says from where to send again", async () => {
    const { log, writer } = await filled(2);
    expect(await kit.store.append(numbered(log, writer, 4))).toEqual({ outcome: "missing", lastSequence: 2 });
  });

  it("fences a writer that the record does not name, older or newer", async () => {
    const { log } = await openSession(kit, newSessionId(), ingestWriter(5));
    for (const fence of [4, 6]) {
      expect(await kit.store.append(numbered(log, ingestWriter(fence), 1))).toEqual({ outcome: "fenced" });
    }
    const namesake = { ...ingestWriter(5), nonce: "other" };
    expect(await kit.store.append(numbered(log, namesake, 1))).toEqual({ outcome: "fenced" });
  });

  it("refuses an epoch that is not the current one", async () => {
    const { log, writer } = await openSession(kit);
    await kit.redis.client.hset(keys.head(log), "epoch", "2");
    expect(await kit.store.append(numbered(log, writer, 1))).toEqual({ outcome: "epoch", epoch: 2 });
  });

  it("says when there is no such log", async () => {
    expect(await kit.store.append(numbered(newSessionId(), ingestWriter(), 1))).toEqual({ outcome: "absent" });
  });

  it("keeps a log within its bound, and notes what was trimmed", async () => {
    const small = createLogStore(kit.redis.client, { maxEntries: 100 });
    const { log, writer } = await openSession(kit);
    for (let n = 1; n <= 1000; n += 1) await small.append(numbered(log, writer, n));
    const kept = await kit.redis.client.xlen(keys.log(log));
    expect(kept).toBeGreaterThanOrEqual(100);
    expect(kept).toBeLessThan(250);
    const read = await small.readAfter(startOf(log));
    if (read.outcome !== "trimmed") throw new Error(read.outcome);
    const rest = await small.readAfter(read.first, { entries: 1000 });
    if (rest.outcome !== "ok") throw new Error(rest.outcome);
    expect(rest.entries).toHaveLength(kept);
    expect(rest.entries[0]?.previous).toBe(read.first.id);
    expect(rest.entries.at(-1)?.data).toBe("[1000]");
  });

  it("keeps a log within its bound of bytes, whatever else it waits for", async () => {
    const { log, writer } = await openSession(kit);
    await kit.redis.client.hset(keys.holders(log), "dsk_somebody", "1"); // recorded, and never archived
    const long = JSON.stringify(["x".repeat(400_000)]);
    for (let n = 1; n <= 192; n += 1) await kit.store.append({ ...numbered(log, writer, n), data: long });
    const bytes = Number(await kit.redis.client.memory("USAGE", keys.log(log), "SAMPLES", 0));
    // The bound, and what may come between two looks at the size.
    expect(bytes).toBeLessThan(32 * 1024 * 1024 + 64 * 410_000);
    expect(bytes).toBeGreaterThan(24_000_000);
    const read = await kit.store.readAfter(startOf(log), { entries: 1 });
    if (read.outcome !== "trimmed") throw new Error(read.outcome);
    const rest = await kit.store.readAfter(read.first, { entries: 1 });
    expect(rest).toMatchObject({ outcome: "ok", entries: [{ previous: read.first.id }] });
  });
});

describe("readAfter", () => {
  it("gives pages, and says whether there is more", async () => {
    const { log } = await filled(5);
    const first = await kit.store.readAfter(startOf(log), { entries: 3 });
    if (first.outcome !== "ok") throw new Error(first.outcome);
    expect(first.entries.map(({ data }) => data)).toEqual(["[1]", "[2]", "[3]"]);
    expect(first.more).toBe(true);
    const [, , third] = first.entries;
    const second = await kit.store.readAfter(positionOf(third as never), { entries: 2 });
    expect(second).toMatchObject({ outcome: "ok", more: false, entries: [{ data: "[4]" }, { data: "[5]" }] });
    const one = await kit.store.readAfter(positionOf(third as never), { entries: 1 });
    expect(one).toMatchObject({ outcome: "ok", more: true, entries: [{ data: "[4]" }] });
  });

  it("reads an empty log from its start", async () => {
    const { log } = await openSession(kit);
    expect(await kit.store.readAfter(startOf(log))).toEqual({ outcome: "ok", entries: [], more: false });
  });

  it("says lost for an entry that is not there though not trimmed, and for one that bears another stamp", async () => {
    const { log } = await filled(3);
    const tail = await kit.store.tail(log);
    if (!tail) throw new Error("no tail");
    const middle = (await kit.store.readBack(log, { entries: 2 }))[1];
    if (!middle) throw new Error("no entry");
    const after = (position: object) => kit.store.readAfter({ ...tail, ...position });
    expect(await after({ stamp: "ingest:0:3" })).toEqual({ outcome: "lost" });
    expect(await after({ ...positionOf(middle), stamp: "ingest:0:2" })).toEqual({ outcome: "lost" });
    const [ms] = tail.id.split("-").map(Number);
    expect(await after({ id: `${(ms ?? 0) + 60_000}-0` })).toEqual({ outcome: "lost" });
    expect(await after({ id: "99999999999999999999-0" })).toEqual({ outcome: "lost" });
    expect(await after({ id: "nonsense" })).toEqual({ outcome: "lost" });
  });

  it("believes a position whose stamp is not known", async () => {
    const { log } = await filled(2);
    const [last, first] = await kit.store.readBack(log, { entries: 2 });
    const unstamped = (entry: typeof last) => ({ ...positionOf(entry as never), stamp: "" });
    expect(await kit.store.readAfter(unstamped(last))).toEqual({ outcome: "ok", entries: [], more: false });
    expect(await kit.store.readAfter(unstamped(first))).toMatchObject({ outcome: "ok", entries: [{ data: "[2]" }] });
  });

  it("says epoch and absent", async () => {
    const { log } = await filled(1);
    expect(await kit.store.readAfter(startOf(log, 7))).toEqual({ outcome: "epoch", epoch: 1 });
    expect(await kit.store.readAfter(startOf("ses_nothing0" as SessionId))).toEqual({ outcome: "absent" });
  });

  it("continues from a position whose entry was trimmed, when nothing after it was", async () => {
    const { log } = await filled(4);
    const [, , second, first] = await kit.store.readBack(log, { entries: 4 });
    const third = (await kit.store.readBack(log, { entries: 2 }))[1];
    if (!first || !second || !third) throw new Error("entries missing");
    await kit.store.trim(log, third.id);
    expect(await kit.store.readAfter(positionOf(second))).toMatchObject({
      outcome: "ok",
      entries: [{ data: "[3]" }, { data: "[4]" }],
    });
    expect(await kit.store.readAfter(positionOf(first))).toMatchObject({ outcome: "trimmed", first: { id: second.id } });
  });

  it("tells trimmed from lost by ids that a number would hold for the same", async () => {
    const held = "9007199254740993";
    for (const [trimmed, gone, last] of [
      [`${held}-0`, "9007199254740992-0", `${held}-5`],
      [`7-${held}`, "7-9007199254740992", `8-0`],
      ["10-0", "9-0", "11-0"],
      ["7-10", "7-9", "8-0"],
    ] as const) {
      const { log } = await openSession(kit);
      await kit.redis.client.hset(keys.head(log), { last, trimmed });
      await kit.redis.client.xadd(keys.log(log), last, "p", trimmed, "s", "ingest:1:9", "e", "1", "k", "events", "d", "[9]");
      const position = (id: string) => ({ ...startOf(log), id, stamp: "ingest:1:8" });
      expect(await kit.store.readAfter(position(gone))).toMatchObject({ outcome: "trimmed", first: { id: trimmed } });
      expect(await kit.store.readAfter(position(trimmed))).toMatchObject({ outcome: "ok", entries: [{ data: "[9]" }] });
      expect(await kit.store.readAfter(position(`${trimmed}1`))).toEqual({ outcome: "lost" });
    }
  });

  it("survives the trimming of everything", async () => {
    const { log, writer } = await filled(2);
    const tail = await kit.store.tail(log);
    const [ms] = tail?.id.split("-").map(Number) ?? [];
    await kit.store.trim(log, `${(ms ?? 0) + 1000}-0`);
    expect(await kit.redis.client.xlen(keys.log(log))).toBe(0);
    expect(await kit.store.readAfter(tail as never)).toEqual({ outcome: "ok", entries: [], more: false });
    expect(await kit.store.readAfter(startOf(log))).toMatchObject({ outcome: "trimmed", first: { id: tail?.id } });
    await kit.store.append(numbered(log, writer, 3));
    expect(await kit.store.readAfter(tail as never)).toMatchObject({ outcome: "ok", entries: [{ data: "[3]" }] });
  });
});

describe("tail, readBack and create", () => {
  it("know the last entry, the start of an empty log, and that there is none", async () => {
    const { log } = await filled(2);
    const [last] = await kit.store.readBack(log, { entries: 1 });
    expect(await kit.store.tail(log)).toEqual(positionOf(last as never));
    const empty = newSessionId();
    expect(await kit.store.tail(empty)).toBeUndefined();
    await kit.store.create(empty);
    await kit.store.create(empty);
    expect(await kit.store.tail(empty)).toEqual(startOf(empty));
    expect(await kit.redis.client.exists(keys.log(empty), keys.head(empty))).toBe(2);
  });

  it("reads back in steps, newest first", async () => {
    const { log } = await filled(5);
    const newest = await kit.store.readBack(log, { entries: 2 });
    expect(newest.map(({ data }) => data)).toEqual(["[5]", "[4]"]);
    const older = await kit.store.readBack(log, { entries: 2, before: newest[1]?.id as string });
    expect(older.map(({ data }) => data)).toEqual(["[3]", "[2]"]);
  });
});
