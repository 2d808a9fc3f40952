import type { DeskId, SessionId } from "@frontrow/protocol/ids";
import { type Archived, recordingIdOf, type SegmentSummary } from "@frontrow/protocol/recording";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keys } from "../src/keys.ts";
import { createRecordingStore, type RecordingStore } from "../src/stores/recordings.ts";
import { createSessionStore, type SessionStore, sessionKeys } from "../src/stores/sessions.ts";
import { appendAll, ingestWriter, type Kit, newSessionId, openKit, openSession } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let kit: Kit;
let sessions: SessionStore;
let recordings: RecordingStore;
beforeAll(async () => {
  server = await startTestRedis();
  kit = await openKit(server.url, { maxEntries: 1_000 });
  sessions = createSessionStore(kit.redis.client);
  recordings = createRecordingStore(kit.redis.client, { leaseSeconds: 1_000 });
});
afterAll(async () => {
  await kit.stop();
  await server.stop();
});

const one = "dsk_aaaaaaaaaaaaaaaaaaaaaaaa" as DeskId;
const two = "dsk_bbbbbbbbbbbbbbbbbbbbbbbb" as DeskId;
const broadcast = { handle: "alice", roomId: "room" };
const writer = ingestWriter();

const ttlsOf = (id: SessionId) => Promise.all(sessionKeys(id).map((key) => kit.redis.client.ttl(key)));
const entriesOf = (id: SessionId) => kit.redis.client.xlen(keys.log(id));
const tailId = async (id: SessionId) => (await kit.store.tail(id))?.id ?? "";
const reopen = (id: SessionId) => openSession(kit, id, writer);

const nothing: Archived = { position: { epoch: 1, id: "0-0", stamp: "" }, items: 0, toMs: 0 };

/** What is archived when that is all of the log. */
async function allOf(id: SessionId, items: number): Promise<Archived> {
  const tail = await kit.store.tail(id);
  if (!tail) throw new Error("no log");
  const { epoch, id: entryId, stamp } = tail;
  return { position: { epoch, id: entryId, stamp }, items, toMs: 7 };
}

const segmentTo = (upTo: Archived, after: Archived = nothing, key = "a"): SegmentSummary => ({
  key,
  after,
  upTo,
  fromMs: 1,
  members: [],
});

describe("holding", () => {
  it("begins a recording, names it, and lists it at the desk, however often it is repeated", async () => {
    const { log } = await openSession(kit);
    expect(await recordings.read(log)).toBeUndefined();
    const { sinceMs = 0 } = (await sessions.read(log)) ?? {};
    const recordingId = recordingIdOf(log, sinceMs);
    const holder = "dsk_hhhhhhhhhhhhhhhhhhhhhhhh" as DeskId;
    for (let n = 0; n < 2; n++) expect(await recordings.hold(holder, log, broadcast)).toEqual({ outcome: "held", recordingId });
    expect(await recordings.read(log)).toEqual({
      recordingId,
      broadcast,
      state: "growing",
      archived: nothing,
      segments: [],
    });
    expect(await recordings.isHeld(log)).toBe(true);
    expect(await recordings.ofDesk(holder)).toEqual([
      { recordingId, broadcast, sinceMs, untilMs: expect.closeTo(Date.now() + 1_000_000, -5) },
    ]);
    expect(await recordings.holds(holder, recordingId)).toBe(true);
    expect(await recordings.holds(two, recordingId)).toBe(false);
  });

  it("is refused for a session that ended without a recording, and for none", async () => {
    const { log } = await openSession(kit);
    await sessions.close(log, writer, "ended");
    expect(await recordings.hold(one, log, broadcast)).toEqual({ outcome: "closed" });
    expect(await recordings.hold(one, newSessionId(), broadcast)).toEqual({ outcome: "absent" });
    expect(await recordings.read(log)).toBeUndefined();
  });

  it("ends with the desk's own release, and with its lease", async () => {
    const { log } = await openSession(kit);
    const [a, b] = [await recordings.hold(one, log, broadcast), await recordings.hold(two, log, broadcast)];
    if (a.outcome !== "held" || b.outcome !== "held") throw new Error("not held");
    await recordings.release(one, a.recordingId);
    expect(await recordings.holds(one, a.recordingId)).toBe(false);
    expect(await recordings.holds(two, a.recordingId)).toBe(true);
    expect(await recordings.isHeld(log)).toBe(true);
    await recordings.release(two, a.recordingId);
    expect(await recordings.isHeld(log)).toBe(false);

    const brief = createRecordingStore(kit.redis.client, { leaseSeconds: 0 });
    const expiring = "dsk_cccccccccccccccccccccccc" as DeskId;
    await brief.hold(expiring, log, broadcast);
    expect(await recordings.ofDesk(expiring)).toEqual([]);
    await recordings.hold(one, log, broadcast);
    expect(await kit.redis.client.hkeys(keys.holders(log))).toEqual(["", one]);
  });
});

describe("archiving", () => {
  it("moves the end of the archive once, for whoever saw where it was", async () => {
    const { log } = await openSession(kit);
    await recordings.hold(one, log, broadcast);
    await appendAll(kit.store, log, writer, 1, 3);
    const first = await allOf(log, 3);
    expect(await recordings.advance(log, segmentTo(first))).toBe("applied");
    expect(await recordings.advance(log, segmentTo(first))).toBe("applied");
    await appendAll(kit.store, log, writer, 4, 5);
    const second = await allOf(log, 5);
    expect(await recordings.advance(log, segmentTo(second))).toBe("moved");
    expect(await recordings.advance(log, segmentTo(second, first, "b"))).toBe("applied");
    expect(await recordings.read(log)).toMatchObject({ archived: second, segments: [{ key: "a" }, { key: "b" }] });
  });

  it("trims nothing that is not archived, while somebody holds the recording", async () => {
    const { log } = await openSession(kit);
    await appendAll(kit.store, log, writer, 1, 10);
    await recordings.hold(one, log, broadcast);
    await kit.store.trim(log, await tailId(log));
    expect(await entriesOf(log)).toBe(10);
    await recordings.advance(log, segmentTo(await allOf(log, 10)));
    await appendAll(kit.store, log, writer, 11, 20);
    await kit.store.trim(log, await tailId(log));
    expect(await entriesOf(log)).toBe(11); // the last archived entry stays
    const { archived } = (await recordings.read(log)) ?? {};
    if (!archived) throw new Error("nothing archived");
    expect(await kit.store.readAfter({ log, ...archived.position })).toMatchObject({ outcome: "ok", more: false });
  });

  it("trims as ever once nobody holds it", async () => {
    const { log } = await openSession(kit);
    const held = await recordings.hold(one, log, broadcast);
    await appendAll(kit.store, log, writer, 1, 10);
    if (held.outcome === "held") await recordings.release(one, held.recordingId);
    await kit.store.trim(log, await tailId(log));
    expect(await entriesOf(log)).toBe(1);
  });
});

describe("expiry", () => {
  it("of a recorded session begins when its recording is complete, not before", async () => {
    const { log } = await openSession(kit);
    await recordings.hold(one, log, broadcast);
    await appendAll(kit.store, log, writer, 1, 3);
    await sessions.close(log, writer, "ended");
    expect(await sessions.expire(log, 100)).toBe("recorded");
    expect(Math.min(...(await ttlsOf(log)))).toBeGreaterThan(900); // not kept for ever: leases end
    const archived = await allOf(log, 3);
    await recordings.advance(log, segmentTo(archived));
    expect(await recordings.complete(log, archived, await tailId(log))).toBe("applied");
    expect(await recordings.complete(log, archived, await tailId(log))).toBe("applied");
    expect(await recordings.read(log)).toMatchObject({ state: "complete" });
    for (const ttl of await ttlsOf(log)) expect(ttl).toBeLessThanOrEqual(100);
  });

  it("of a session that is recorded begins with the release of its last holder", async () => {
    const { log } = await openSession(kit);
    const held = await recordings.hold(one, log, broadcast);
    await sessions.close(log, writer, "ended");
    await sessions.expire(log, 100);
    if (held.outcome === "held") await recordings.release(one, held.recordingId);
    for (const ttl of await ttlsOf(log)) expect(ttl).toBeLessThanOrEqual(100);
  });

  it("does not begin in a session that was opened again meanwhile", async () => {
    const { log } = await openSession(kit);
    await sessions.close(log, writer, "ended");
    await reopen(log);
    expect(await sessions.expire(log, 100)).toBe("open");
    expect(await ttlsOf(log)).toEqual(sessionKeys(log).map(() => -1));
  });

  it("is taken back when the room is opened again: the same recording goes on", async () => {
    const { log } = await openSession(kit);
    const held = await recordings.hold(one, log, broadcast);
    await sessions.close(log, writer, "unwatched");
    await sessions.expire(log, 100);
    expect(await recordings.complete(log, nothing, await tailId(log))).toBe("applied");
    await reopen(log);
    expect(await ttlsOf(log)).toEqual(sessionKeys(log).map(() => -1));
    expect(await recordings.read(log)).toMatchObject({
      state: "growing",
      recordingId: held.outcome === "held" && held.recordingId,
    });
  });

  it("makes a room that is opened again after its log went another recording", async () => {
    const { log } = await openSession(kit);
    const before = await recordings.hold(one, log, broadcast);
    const { sinceMs = 0 } = (await sessions.read(log)) ?? {};
    await kit.redis.client.del(...sessionKeys(log)); // as when they expire
    while (Date.now() <= sinceMs + 1) await new Promise(setImmediate); // Redis' clock is ours
    await reopen(log);
    expect(await recordings.read(log)).toBeUndefined();
    const after = await recordings.hold(one, log, broadcast);
    expect(after).not.toEqual(before);
    // A release of the old one leaves the new one alone.
    if (before.outcome === "held") await recordings.release(one, before.recordingId);
    expect(await recordings.isHeld(log)).toBe(true);
  });

  it("refuses to call complete what is open, has more, or was archived further", async () => {
    const { log } = await openSession(kit);
    await recordings.hold(one, log, broadcast);
    await appendAll(kit.store, log, writer, 1, 2);
    const archived = await allOf(log, 2);
    await recordings.advance(log, segmentTo(archived));
    const lastId = await tailId(log);
    expect(await recordings.complete(log, archived, lastId)).toBe("moved"); // open
    await sessions.close(log, writer, "ended");
    expect(await recordings.complete(log, nothing, lastId)).toBe("moved");
    await appendAll(kit.store, log, writer, 3, 3);
    expect(await recordings.complete(log, archived, lastId)).toBe("moved");
    // One more entry after the end, as the creator's next broadcast brings it, is archived too.
    expect(await recordings.complete(log, archived, await tailId(log))).toBe("applied");
    const more = await allOf(log, 3);
    expect(await recordings.advance(log, segmentTo(more, archived))).toBe("applied");
    expect((await recordings.read(log))?.state).toBe("growing");
    expect(await recordings.complete(log, more, await tailId(log))).toBe("applied");
  });
});
