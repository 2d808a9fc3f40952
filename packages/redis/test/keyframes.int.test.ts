import type { Position } from "@frontrow/protocol/entry";
import type { SessionId } from "@frontrow/protocol/ids";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keys } from "../src/keys.ts";
import { recordOf, type Writer } from "../src/log/log.ts";
import { createKeyframeStore, type KeyframeStore } from "../src/stores/keyframes.ts";
import { appendAll, type Kit, openKit, openSession } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let kit: Kit;
let keyframes: KeyframeStore;
beforeAll(async () => {
  server = await startTestRedis();
  kit = await openKit(server.url);
  keyframes = createKeyframeStore(kit.redis.client);
});
afterAll(async () => {
  await kit.stop();
  await server.stop();
});

const folder = (fence: number): Writer => ({ role: "analytics", nonce: "fold", fence });
async function claimed(fence: number, log?: SessionId): Promise<SessionId> {
  const id = log ?? (await openSession(kit)).log;
  await kit.redis.client.hset(keys.owner(id, "analytics"), { writer: recordOf(folder(fence)) });
  return id;
}
const at = (log: SessionId, n: number): Position => ({ log, epoch: 1, id: `${n}-0`, stamp: `ingest:1:${n}` });
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const plain = (slices: readonly Uint8Array[] | undefined) => slices?.map((slice) => [...slice]);

it("gives back what was written, byte for byte, with its position and the fold's version", async () => {
  const id = await claimed(1);
  expect(await keyframes.read(id)).toBeUndefined();
  const slices = [bytes(0, 255, 10, 13, 128), bytes(1)];
  expect(await keyframes.write({ sessionId: id, writer: folder(1), position: at(id, 3), foldVersion: 2, slices })).toBe(
    "applied",
  );
  const read = await keyframes.read(id);
  expect(read).toMatchObject({ position: at(id, 3), foldVersion: 2 });
  expect(plain(read?.slices)).toEqual(plain(slices));
});

it("replaces the one before as a whole, and leaves nothing of what died half-way", async () => {
  const id = await claimed(1);
  const write = (fence: number, n: number, slices: Uint8Array[]) =>
    keyframes.write({ sessionId: id, writer: folder(fence), position: at(id, n), foldVersion: 1, slices });
  await write(1, 1, [bytes(1), bytes(1), bytes(1)]);
  // Another worker took over before the head of this one was written.
  await kit.redis.client.hset(keys.keyframe(id), "fold:1/2-0/0", "half");
  await claimed(2, id);
  expect(await write(1, 2, [bytes(9)])).toBe("fenced");
  expect(plain((await keyframes.read(id))?.slices)).toEqual([[1], [1], [1]]);
  expect(await write(2, 3, [bytes(3)])).toBe("applied");
  expect(plain((await keyframes.read(id))?.slices)).toEqual([[3]]);
  expect(await kit.redis.client.hlen(keys.keyframe(id))).toBe(2);
});

it("lets the log behind it be forgotten while it stands, and not once a fail-over has taken it", async () => {
  const { log, writer } = await openSession(kit);
  const id = await claimed(1, log);
  await appendAll(kit.store, log, writer, 1, 10);
  const tailId = (await kit.store.tail(log))?.id ?? "";
  const kept = () => kit.redis.client.xlen(keys.log(log));
  await kit.store.trim(log, tailId, "7-0");
  expect(await kept()).toBe(10);
  await keyframes.write({ sessionId: id, writer: folder(1), position: at(id, 3), foldVersion: 1, slices: [bytes(1)] });
  await kit.store.trim(log, tailId, "7-0");
  expect(await kept()).toBe(10);
  await kit.store.trim(log, tailId, "3-0");
  expect(await kept()).toBe(1);
});
