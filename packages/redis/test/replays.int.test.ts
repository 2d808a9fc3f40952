import { startOf } from "@frontrow/protocol/entry";
import type { CreatorId, DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import type { RecordingId } from "@frontrow/protocol/recording";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keys } from "../src/keys.ts";
import type { Writer } from "../src/log/log.ts";
import { createMetricsStore } from "../src/stores/metrics.ts";
import { createOwnerRecords } from "../src/stores/owners.ts";
import { createReplayStore, type ReplayRecord, type ReplayStep, type ReplayStore } from "../src/stores/replays.ts";
import { type Kit, newSessionId, openKit } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let kit: Kit;
let replays: ReplayStore;
beforeAll(async () => {
  server = await startTestRedis();
  kit = await openKit(server.url);
  replays = createReplayStore(kit.redis.client);
});
afterAll(async () => {
  await kit.stop();
  await server.stop();
});

const deskId = "dsk_aaaaaaaaaaaaaaaaaaaaaaaa" as DeskId;
const recordingId = "ses_abcdefgh-1" as RecordingId;
const opening = (sessionId: SessionId) => ({
  sessionId,
  deskId,
  recordingId,
  creatorId: "cr_alice" as CreatorId,
  roomId: "room",
  atMs: 5_000,
  isPaused: true,
  obeyed: startOf(deskId),
});

const allKeys = (id: SessionId) => [keys.session(id), keys.log(id), keys.head(id), keys.owner(id, "replay"), keys.metrics(id)];

async function opened(): Promise<SessionId> {
  const sessionId = newSessionId();
  await replays.open(opening(sessionId));
  return sessionId;
}

async function claim(id: SessionId, expected = ""): Promise<Writer> {
  const owners = createOwnerRecords(kit.redis.client);
  const nonce = `n${Math.random()}`;
  const outcome = await owners.claim({ id, role: "replay", expected, worker: "wkr_one" as WorkerId, nonce });
  if (outcome.outcome !== "claimed") throw new Error(outcome.outcome);
  return outcome.writer;
}

const record = (item: number, epoch = 1): ReplayRecord => ({
  position: { atMs: 1_000 * item, item },
  epoch,
  speed: 1,
  state: "playing",
  skipIdle: false,
  obeyed: startOf(deskId),
});

const step = (sessionId: SessionId, writer: Writer, change: Partial<ReplayStep>): ReplayStep => ({
  sessionId,
  writer,
  sequence: 1,
  epoch: 1,
  entries: [],
  fields: {},
  record: record(1),
  ...change,
});

const dataOf = async (log: SessionId, epoch = 1) => {
  const read = await kit.store.readAfter(startOf(log, epoch));
  return read.outcome === "ok" ? read.entries.map(({ kind, data }) => `${kind} ${data}`) : read.outcome;
};

it("opens a replay with every key, each with a lifetime, and leaves it as it is when it is opened again", async () => {
  const id = await opened();
  for (const key of allKeys(id)) expect(await kit.redis.client.pttl(key)).toBeGreaterThan(0);
  expect(await replays.read(id)).toEqual({
    deskId,
    recordingId,
    creatorId: "cr_alice",
    roomId: "room",
    sequence: 0,
    record: { position: { atMs: 5_000 }, epoch: 1, speed: 1, state: "paused", skipIdle: false, obeyed: startOf(deskId) },
  });
  await replays.play(step(id, await claim(id), { record: record(7) }));
  await replays.open(opening(id));
  expect(await replays.read(id)).toMatchObject({ record: record(7), sequence: 1 });
  expect(await replays.read(newSessionId())).toBeUndefined();
});

it("plays entries, fields and position in one step, once however often it is called", async () => {
  const id = await opened();
  const writer = await claim(id);
  const first = step(id, writer, {
    entries: [
      { kind: "events", data: "[1]" },
      { kind: "insights", data: "[2]" },
    ],
    fields: { chats: 1 },
  });
  for (let n = 0; n < 2; n++) expect(await replays.play(first)).toBe("applied");
  // A step of no entries takes a sequence number too.
  const second = step(id, writer, { sequence: 3, record: record(2), fields: { chats: 2 } });
  expect(await replays.play(second)).toBe("applied");
  expect(await replays.play({ ...second, fields: { chats: 99 } })).toBe("applied");
  expect(await replays.play(step(id, writer, { sequence: 4, entries: [{ kind: "events", data: "[3]" }] }))).toBe("applied");

  expect(await dataOf(id)).toEqual(["events [1]", "insights [2]", "events [3]"]);
  const stored = await createMetricsStore(kit.redis.client).read(id);
  expect(stored?.metrics).toEqual({ chats: 2 });
  expect(stored?.position).toEqual(await kit.store.tail(id));
});

it("begins an epoch with what was before the position, and nothing of the one before", async () => {
  const id = await opened();
  const writer = await claim(id);
  await replays.play(step(id, writer, { entries: [{ kind: "events", data: "[1]" }], fields: { chats: 9, gifts: 3 } }));
  const seek = step(id, writer, {
    sequence: 2,
    entries: [
      { kind: "events", data: "[0]" },
      { kind: "insights", data: "[5]" },
    ],
    fields: { chats: 1 },
    record: record(3, 2),
  });
  for (let n = 0; n < 2; n++) expect(await replays.seek(seek)).toBe("applied");

  expect(await kit.store.readAfter(startOf(id, 1))).toEqual({ outcome: "epoch", epoch: 2 });
  expect(await dataOf(id, 2)).toEqual(["events [0]", "insights [5]"]);
  expect((await createMetricsStore(kit.redis.client).read(id))?.metrics).toEqual({ chats: 1 });
  expect((await replays.read(id))?.record).toEqual(record(3, 2));
  for (const key of allKeys(id)) expect(await kit.redis.client.pttl(key)).toBeGreaterThan(0);
  // What was for the epoch before comes too late.
  expect(await replays.play(step(id, writer, { sequence: 4 }))).toBe("epoch");
  expect(await replays.play(step(id, writer, { sequence: 4, epoch: 2 }))).toBe("applied");
});

it("is refused to whoever does not own it, or has lost a step", async () => {
  const id = await opened();
  const before = await claim(id);
  const writer = await claim(id, `${before.nonce}:${before.fence}`);
  expect(await replays.play(step(id, before, { fields: { chats: 5 } }))).toBe("fenced");
  expect(await replays.seek(step(id, before, { record: record(3, 2) }))).toBe("fenced");
  expect(await replays.play(step(id, writer, { sequence: 2 }))).toBe("missing");
  expect(await replays.play(step(newSessionId(), writer, {}))).toBe("absent");
  expect((await createMetricsStore(kit.redis.client).read(id))?.metrics).toEqual({});
});

it("forgets entries that are older than two minutes, but for a screen's history", async () => {
  const id = await opened();
  const writer = await claim(id);
  const key = keys.log(id);
  // Entries as if they had been played an hour ago.
  for (let n = 1; n <= 600; n++)
    await kit.redis.client.xadd(key, `${n}-0`, "p", `${n - 1}-0`, "s", "s", "e", 1, "k", "events", "d", "[]");
  await replays.play(step(id, writer, { entries: [{ kind: "events", data: "[]" }] }));
  const length = await kit.redis.client.xlen(key);
  expect(length).toBeLessThan(400);
  expect(length).toBeGreaterThanOrEqual(250);
});

it("leaves nothing for ever behind when a replay that is gone is claimed", async () => {
  const id = newSessionId();
  const owners = createOwnerRecords(kit.redis.client);
  const writer = await claim(id);
  await owners.release({ id, role: "replay", writer });
  expect(await kit.redis.client.pttl(keys.owner(id, "replay"))).toBeGreaterThan(0);
});

it("keeps a replay for another day when it is touched", async () => {
  const id = await opened();
  for (const key of allKeys(id)) await kit.redis.client.pexpire(key, 60_000);
  await replays.touch(id);
  for (const key of allKeys(id)) expect(await kit.redis.client.pttl(key)).toBeGreaterThan(3_600_000);
});
