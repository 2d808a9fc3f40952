import { startOf } from "@frontrow/protocol/entry";
import type { CreatorId, WorkerId } from "@frontrow/protocol/ids";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keys } from "../src/keys.ts";
import type { Writer } from "../src/log/log.ts";
import { createSessionStore, type SessionStore, sessionIdOf } from "../src/stores/sessions.ts";
import { ingestWriter, type Kit, newSessionId, numbered, openKit } from "./fixture.ts";

let server: Awaited<ReturnType<typeof startTestRedis>>;
let kit: Kit;
let sessions: SessionStore;
beforeAll(async () => {
  server = await startTestRedis();
  kit = await openKit(server.url);
  sessions = createSessionStore(kit.redis.client);
});
afterAll(async () => {
  await kit.stop();
  await server.stop();
});

const opening = (sessionId: ReturnType<typeof newSessionId>, writer: Writer) =>
  ({
    sessionId,
    creatorId: "cr_alice" as CreatorId,
    roomId: "7001",
    kind: "LIVE",
    writer,
    worker: "wkr_one" as WorkerId,
  }) as const;

it("opens a session with its log and with every key that scripts name", async () => {
  const id = newSessionId();
  expect(await sessions.open(opening(id, ingestWriter()))).toBe("opened");
  const record = await sessions.read(id);
  expect(record).toMatchObject({ kind: "LIVE", creatorId: "cr_alice", roomId: "7001", state: "open", endedAtMs: undefined });
  expect(record?.sinceMs).toBeGreaterThan(1_600_000_000_000);
  const all = [
    keys.log(id),
    keys.head(id),
    keys.owner(id, "ingest"),
    keys.owner(id, "analytics"),
    keys.metrics(id),
    keys.keyframe(id),
  ];
  expect(await kit.redis.client.exists(...all)).toBe(all.length);
  expect(await kit.store.readAfter(startOf(id))).toEqual({ outcome: "ok", entries: [], more: false });
});

it("keeps the sequence when the same writer opens it again, and begins anew with a later one", async () => {
  const id = newSessionId();
  await sessions.open(opening(id, ingestWriter(3)));
  const { sinceMs } = (await sessions.read(id)) ?? {};
  await kit.store.append(numbered(id, ingestWriter(3), 1));
  expect(await sessions.open(opening(id, ingestWriter(3)))).toBe("reopened");
  expect(await kit.store.append(numbered(id, ingestWriter(3), 2))).toMatchObject({ outcome: "appended" });
  expect(await sessions.open(opening(id, ingestWriter(4)))).toBe("reopened");
  expect(await kit.store.append(numbered(id, ingestWriter(4), 1))).toMatchObject({ outcome: "appended" });
  expect(await kit.store.append(numbered(id, ingestWriter(3), 3))).toEqual({ outcome: "fenced" });
  expect((await sessions.read(id))?.sinceMs).toBe(sinceMs);
});

it("fences whoever comes with an older claim", async () => {
  const id = newSessionId();
  await sessions.open(opening(id, ingestWriter(9)));
  expect(await sessions.open(opening(id, ingestWriter(8)))).toBe("fenced");
  expect(await sessions.close(id, ingestWriter(8), "ended")).toBe("fenced");
  expect((await sessions.read(id))?.state).toBe("open");
});

it("closes for its writer, expires as a whole, and stays when it is opened again", async () => {
  const id = newSessionId();
  await sessions.open(opening(id, ingestWriter()));
  expect(await sessions.close(id, ingestWriter(), "ended")).toBe("applied");
  const ended = await sessions.read(id);
  expect(ended).toMatchObject({ state: "ended" });
  expect(ended?.endedAtMs).toBeGreaterThanOrEqual(ended?.sinceMs ?? Number.POSITIVE_INFINITY);
  await sessions.expire(id, 100);
  for (const key of [keys.session(id), keys.log(id), keys.head(id), keys.metrics(id), keys.keyframe(id)]) {
    expect(await kit.redis.client.ttl(key)).toBeGreaterThan(90);
  }
  await sessions.open(opening(id, ingestWriter()));
  expect(await kit.redis.client.ttl(keys.log(id))).toBe(-1);
  expect(await sessions.read(id)).toMatchObject({ state: "open", endedAtMs: undefined });
});

it("knows nothing of a session that was never opened", async () => {
  expect(await sessions.read(newSessionId())).toBeUndefined();
});

it("gives a broadcast one id, whoever opens it", () => {
  const id = sessionIdOf("cr_alice" as CreatorId, "7001");
  expect(id).toMatch(/^ses_[a-z2-7]{26}$/);
  expect(sessionIdOf("cr_alice" as CreatorId, "7001")).toBe(id);
  expect(sessionIdOf("cr_alice" as CreatorId, "7002")).not.toBe(id);
  expect(sessionIdOf("cr_bob" as CreatorId, "7001")).not.toBe(id);
});
