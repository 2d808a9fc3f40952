import type { CreatorStatus } from "@frontrow/protocol/creator";
import { creatorStatusSchema } from "@frontrow/protocol/creator";
import type { CreatorId, WorkerId } from "@frontrow/protocol/ids";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRedis, type RedisConnection } from "../src/client/client.ts";
import { keys } from "../src/keys.ts";
import { recordOf, type Writer } from "../src/log/log.ts";
import { createShardSubscriber, type ShardSubscriber } from "../src/pubsub/subscriber.ts";
import type { RedisServer } from "../src/server/server.ts";
import { type CreatorStore, createCreatorStore } from "../src/stores/creators.ts";
import { createOwnerRecords } from "../src/stores/owners.ts";

let server: RedisServer;
let redis: RedisConnection;
let subscriber: ShardSubscriber;
let creators: CreatorStore;
beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  subscriber = createShardSubscriber(redis, quietLogger);
  await subscriber.start();
  creators = createCreatorStore(redis, subscriber, quietLogger);
});
beforeEach(() => redis.client.flushall());
afterAll(async () => {
  await subscriber.stop();
  await redis.stop();
  await server.stop();
});

const creatorId = "cr_demo:alice" as CreatorId;
async function claim(expected = ""): Promise<Writer> {
  const nonce = `n${Math.floor(performance.now() * 1000)}`;
  const answer = await createOwnerRecords(redis.client).claim({
    id: creatorId,
    role: "ingest",
    expected,
    worker: "wkr_a" as WorkerId,
    nonce,
  });
  if (answer.outcome !== "claimed") throw new Error(answer.outcome);
  return answer.writer;
}

describe("a creator's status", () => {
  it("is nothing before somebody owned the creator", async () => {
    expect(await creators.read(creatorId)).toBeUndefined();
  });

  it("begins with the handle, and a state begins at Redis' clock", async () => {
    const writer = await claim();
    expect(await creators.update({ creatorId, writer, change: { state: "connecting" } })).toBe("applied");
    const status = creatorStatusSchema.parse(await creators.read(creatorId));
    expect(status).toMatchObject({ handle: "demo:alice", state: "connecting", version: 1 });
    expect(Math.abs(status.sinceMs - Date.now())).toBeLessThan(5000);
    await creators.update({ creatorId, writer, change: { title: "hello" } });
    expect(await creators.read(creatorId)).toEqual({ ...status, title: "hello", version: 2 });
  });

  it("loses a field that is given as undefined", async () => {
    const writer = await claim();
    await creators.update({ creatorId, writer, change: { state: "offline", code: "CREATOR_OFFLINE", retryAtMs: 5 } });
    await creators.update({ creatorId, writer, change: { state: "live", code: undefined, retryAtMs: undefined } });
    const status = await creators.read(creatorId);
    expect(status).toMatchObject({ state: "live", version: 2 });
    expect(status).not.toHaveProperty("code");
    expect(status).not.toHaveProperty("retryAtMs");
  });

  it("stays as it is when the same change comes twice", async () => {
    const writer = await claim();
    await creators.update({ creatorId, writer, change: { state: "live", roomId: "7" } });
    const before = await creators.read(creatorId);
    await creators.update({ creatorId, writer, change: { state: "live", roomId: "7" } });
    expect(await creators.read(creatorId)).toEqual(before);
  });

  it("is closed to whoever lost the claim", async () => {
    const old = await claim();
    const writer = await claim(recordOf(old));
    expect(await creators.update({ creatorId, writer: old, change: { state: "failed" } })).toBe("fenced");
    expect(await creators.read(creatorId)).toBeUndefined();
    expect(await creators.update({ creatorId, writer, change: { state: "live" } })).toBe("applied");
  });

  it("is followed from now on, in order, without an older version after a newer one", async () => {
    const writer = await claim();
    await creators.update({ creatorId, writer, change: { state: "connecting" } });
    const seen: CreatorStatus[] = [];
    const follow = creators.follow(creatorId, (status) => seen.push(status));
    await eventually(() => expect(seen.at(-1)?.state).toBe("connecting"));
    for (let n = 0; n < 20; n++) await creators.update({ creatorId, writer, change: { state: "live", title: `t${n}` } });
    await eventually(() => expect(seen.at(-1)?.title).toBe("t19"));
    const versions = seen.map(({ version }) => version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    follow.close();
    // Another follower hears of it by the same push: what has not come with it never will.
    const others: CreatorStatus[] = [];
    const other = creators.follow(creatorId, (status) => others.push(status));
    await eventually(() => expect(others.at(-1)?.title).toBe("t19"));
    await creators.update({ creatorId, writer, change: { title: "later" } });
    await eventually(() => expect(others.at(-1)?.title).toBe("later"));
    other.close();
    expect(seen.at(-1)?.title).toBe("t19");
  });

  it("goes back for followers only when Redis has lost the newer one", async () => {
    const writer = await claim();
    for (const title of ["a", "b", "c"]) await creators.update({ creatorId, writer, change: { title } });
    const seen: CreatorStatus[] = [];
    const follow = creators.follow(creatorId, (status) => seen.push(status));
    await eventually(() => expect(seen.at(-1)?.version).toBe(3));
    const held = { ...(await creators.read(creatorId)), version: 1, title: "a" };
    await redis.client.hset(keys.creator(creatorId), "status", JSON.stringify(held), "version", 1);
    await redis.client.call("CLIENT", "KILL", "TYPE", "pubsub");
    await eventually(() => expect(seen.at(-1)).toMatchObject({ version: 1, title: "a" }));
    follow.close();
  });
});
