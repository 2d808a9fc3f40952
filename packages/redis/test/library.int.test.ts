import type { DeskId, WorkerId } from "@frontrow/protocol/ids";
import { type RecordingId, recordingId } from "@frontrow/protocol/recording";
import { eventually } from "@frontrow/testkit/eventually";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keys } from "../src/keys.ts";
import { createDeskStore, deskKeys } from "../src/stores/desks.ts";
import { createLibraryStore, type LibraryStore } from "../src/stores/library.ts";
import { createRecordingRetention } from "../src/stores/recording-retention.ts";
import { createRecordingStore } from "../src/stores/recordings.ts";
import { type Kit, openKit } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let kit: Kit;
let library: LibraryStore;
beforeAll(async () => {
  server = await startTestRedis();
  kit = await openKit(server.url);
  library = createLibraryStore(kit.redis.client);
});
afterAll(async () => {
  await kit.stop();
  await server.stop();
});

const gateway = "wkr_gateway" as WorkerId;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const retention = { keptMs: 1_000, unusedKeptMs: 1_000 };
const broadcast = { handle: "alice", roomId: "room" };

let made = 0;
async function newDesk() {
  made += 1;
  const deskId = `dsk_${String(made).padStart(24, "l")}` as DeskId;
  const desks = createDeskStore(kit.redis.client, retention);
  await desks.open({ deskId, tokenDigest: "digest", language: "en" });
  const present = (sockets: number) => desks.present(deskId, gateway, sockets);
  return { deskId, desks, present };
}
async function holds(deskId: DeskId, days = 10): Promise<RecordingId> {
  made += 1;
  const id = recordingId.parse(`ses_shelf${String(made).padStart(8, "0")}-1700000000000`);
  await createRecordingStore(kit.redis.client, { leaseSeconds: days * 86_400 }).holdComplete(deskId, id, broadcast, 1);
  return id;
}
const lifeOf = async (deskId: DeskId) => {
  const all = await Promise.all(deskKeys(deskId).map((key) => kit.redis.client.pttl(key)));
  const [ours] = new Set(all.filter((ms) => ms !== -2));
  for (const ms of all) if (ms !== -2) expect(Math.abs(ms - (ours ?? 0))).toBeLessThan(100); // all alike
  return ours ?? 0;
};
const pin = (deskId: DeskId, id: RecordingId, isPinned: boolean) => library.change(deskId, id, { type: "note", isPinned });

describe("a desk with recordings", () => {
  it("lives as long as the last of them, whether it was left or never had members", async () => {
    const { deskId, desks, present } = await newDesk();
    expect(await lifeOf(deskId)).toBeLessThanOrEqual(1_000);
    await holds(deskId, 3);
    expect(await lifeOf(deskId)).toBeCloseTo(3 * DAY_MS, -4);
    await present(1);
    expect(await lifeOf(deskId)).toBe(-1);
    const last = await holds(deskId, 10);
    await holds(deskId, 5);
    await present(0);
    expect(await lifeOf(deskId)).toBeCloseTo(10 * DAY_MS, -4);
    await desks.change(deskId, { type: "reap", joins: 1, dead: [] });
    expect(await lifeOf(deskId)).toBeCloseTo(10 * DAY_MS, -4);
    expect((await desks.read(deskId))?.tokenDigest).toBe("digest");
    await createRecordingStore(kit.redis.client).release(deskId, last);
    expect(await lifeOf(deskId)).toBeCloseTo(10 * DAY_MS, -4); // never shorter than it was
    await present(1);
    await present(0);
    expect(await lifeOf(deskId)).toBeCloseTo(5 * DAY_MS, -4);
  });

  it("without any goes as ever", async () => {
    const { deskId, present } = await newDesk();
    const id = await holds(deskId);
    await present(1);
    await createRecordingStore(kit.redis.client).release(deskId, id);
    await present(0);
    expect(await lifeOf(deskId)).toBeLessThanOrEqual(1_000);
    await eventually(async () => expect(await kit.redis.client.exists(...deskKeys(deskId))).toBe(0));
  });

  it("does not go while one is pinned, and goes again when none is", async () => {
    const { deskId, present } = await newDesk();
    const [one, two] = [await holds(deskId, 1), await holds(deskId, 2)];
    await pin(deskId, one, true);
    expect(await lifeOf(deskId)).toBe(-1);
    await present(1);
    await present(0);
    expect(await lifeOf(deskId)).toBe(-1);
    await pin(deskId, one, false);
    expect(await lifeOf(deskId)).toBeCloseTo(2 * DAY_MS, -4);
    await pin(deskId, two, true);
    await createRecordingStore(kit.redis.client).release(deskId, two);
    await createRecordingStore(kit.redis.client).release(deskId, one);
    expect(await lifeOf(deskId)).toBeCloseTo(DAY_MS, -4);
  });

  it("goes when it is closed, whatever it holds", async () => {
    const { deskId, desks } = await newDesk();
    await pin(deskId, await holds(deskId), true);
    await desks.change(deskId, { type: "close" });
    await eventually(async () => expect(await kit.redis.client.exists(...deskKeys(deskId))).toBe(0));
  });
});

describe("what a desk notes", () => {
  it("of a recording goes with its hold, and what is unpinned stays for a day", async () => {
    const { deskId } = await newDesk();
    const id = await holds(deskId, 0);
    expect((await pin(deskId, id, true)).outcome).toBe("absent"); // over
    const kept = await holds(deskId, 0.01);
    await pin(deskId, kept, true);
    await pin(deskId, kept, false);
    const [held] = (await library.read(deskId)).held;
    expect(held?.untilMs).toBeCloseTo(Date.now() + DAY_MS, -4);
    await library.change(deskId, kept, { type: "bookmark", bookmarkId: "b", atMs: 1, text: "x" });
    await createRecordingStore(kit.redis.client).release(deskId, kept);
    expect(await kit.redis.client.hgetall(keys.library(deskId))).toEqual({ "": "" });
  });

  it("is not shortened by another hold", async () => {
    const { deskId } = await newDesk();
    const id = await holds(deskId, 10);
    await createRecordingStore(kit.redis.client, { leaseSeconds: 60 }).holdComplete(deskId, id, broadcast, 1);
    expect((await library.read(deskId)).held[0]?.untilMs).toBeCloseTo(Date.now() + 10 * DAY_MS, -4);
  });

  it("is bounded, for all of its recordings together: what is there can be changed and removed", async () => {
    const { deskId } = await newDesk();
    const id = await holds(deskId);
    await library.change(deskId, id, { type: "note", name: "a" });
    const others = Array.from({ length: 1_999 }, (_, n) => [`ses_otherother-1:bookmark:${n}`, `{"atMs":1,"text":""}`]).flat();
    await kit.redis.client.hset(keys.library(deskId), ...others);
    expect(await library.change(deskId, id, { type: "note", zeroMs: 1 })).toEqual({
      outcome: "full",
      entry: { name: "a", bookmarks: [] },
    });
    expect((await library.change(deskId, id, { type: "note", name: "b" })).entry.name).toBe("b");
    expect((await library.delete(deskId, id)).outcome).toBe("applied");
    expect((await library.restore(deskId, id)).outcome).toBe("applied");
    await library.change(deskId, id, { type: "note", name: null });
    expect((await library.change(deskId, id, { type: "note", zeroMs: 1 })).outcome).toBe("applied");
  });

  it("that it deleted is remembered for two days, so that it is not held again by itself", async () => {
    const { deskId } = await newDesk();
    const id = await holds(deskId);
    const deleted = `${id}:deleted`;
    await library.delete(deskId, id);
    await createRecordingRetention(kit.redis.client, { deletedKeptMs: 0 }).ask(deskId, id);
    expect(await kit.redis.client.hgetall(keys.library(deskId))).toEqual({ "": "", [deleted]: expect.any(String) });
    await holds(deskId);
    expect(await kit.redis.client.hexists(keys.library(deskId), deleted)).toBe(1);
    await kit.redis.client.hset(keys.library(deskId), deleted, Date.now() - 49 * HOUR_MS);
    await holds(deskId);
    expect(await kit.redis.client.hexists(keys.library(deskId), deleted)).toBe(0);
  });
});
