import type { CreatorId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRedis, type RedisConnection } from "../src/client/client.ts";
import { keys } from "../src/keys.ts";
import { recordOf } from "../src/log/log.ts";
import type { RedisServer } from "../src/server/server.ts";
import { createOwnerRecords, type OwnerRecords, writerOf } from "../src/stores/owners.ts";

let server: RedisServer;
let redis: RedisConnection;
let records: OwnerRecords;
beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  records = createOwnerRecords(redis.client);
});
beforeEach(() => redis.client.flushall());
afterAll(async () => {
  await redis.stop();
  await server.stop();
});

const id = "cr_alice" as CreatorId;
const role = "ingest" as const;
const worker = "wkr_one" as WorkerId;
const claim = (nonce: string, expected = "") => records.claim({ id, role, expected, worker, nonce });
const claimed = async (nonce: string, expected = "") => {
  const answer = await claim(nonce, expected);
  if (answer.outcome !== "claimed") throw new Error(answer.outcome);
  return answer.writer;
};
const redisMs = async () => {
  const [seconds, micros] = await redis.client.time();
  return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000);
};

describe("an owner record", () => {
  it("is claimed by the first of two who saw nobody", async () => {
    const writer = await claimed("one");
    expect(await claim("two")).toEqual({ outcome: "taken" });
    expect(await records.read({ id, role })).toEqual({ writer: recordOf(writer), worker });
  });

  it("is claimed against the very writer that was judged dead, and no other", async () => {
    const first = await claimed("one");
    expect(await claim("two", "somebody:1")).toEqual({ outcome: "taken" });
    const second = await claimed("two", recordOf(first));
    expect(second.fence).toBeGreaterThan(first.fence);
    expect(await claim("three", recordOf(first))).toEqual({ outcome: "taken" });
  });

  it("gives a claim that is sent twice its first answer", async () => {
    const first = await claimed("one");
    expect(await claimed("one")).toEqual(first);
  });

  it("gives each claim a larger fence, not below Redis' clock, also after a release", async () => {
    const before = await redisMs();
    const fences: number[] = [];
    for (let n = 0; n < 20; n++) {
      const writer = await claimed(`n${n}`);
      fences.push(writer.fence);
      await records.release({ id, role, writer });
    }
    expect(fences[0]).toBeGreaterThanOrEqual(before);
    expect(fences).toEqual([...new Set(fences)].sort((a, b) => a - b));
  });

  it("never issues a fence again that a fail-over has lost", async () => {
    const lost = await claimed("one");
    await redis.client.del(keys.owner(id, role));
    await eventually(async () => expect(await redisMs()).toBeGreaterThan(lost.fence));
    expect((await claimed("two")).fence).toBeGreaterThan(lost.fence);
  });

  it("goes on above a fence that is ahead of the clock", async () => {
    await redis.client.hset(keys.owner(id, role), "writer", "old:99999999999999");
    expect((await claimed("new", "old:99999999999999")).fence).toBe(100_000_000_000_000);
  });

  it("begins the sequence anew with each claim", async () => {
    const writer = await claimed("one");
    await redis.client.hset(keys.owner(id, role), "sequence", 7, "reply", "1-1");
    await claimed("two", recordOf(writer));
    expect(await redis.client.hmget(keys.owner(id, role), "sequence", "reply")).toEqual(["0", null]);
  });

  it("is released by its writer alone, once or twice", async () => {
    const writer = await claimed("one");
    expect(await records.release({ id, role, writer: { ...writer, nonce: "other" } })).toBe("fenced");
    expect(await records.release({ id, role, writer })).toBe("released");
    expect(await records.release({ id, role, writer })).toBe("released");
    expect(await records.read({ id, role })).toBeUndefined();
    await claimed("two");
    expect(await records.release({ id, role, writer })).toBe("fenced");
  });

  it("of a creator expires a while after its release, and not while it is owned", async () => {
    const left = () => redis.client.pttl(keys.owner(id, role));
    const writer = await claimed("one");
    expect(await left()).toBe(-1);
    await records.release({ id, role, writer });
    expect(await left()).toBeGreaterThan(24 * 3_600_000);
    await claimed("two");
    expect(await left()).toBe(-1);
  });

  it("lets nobody claim before the back-off of its last owner is over", async () => {
    const writer = await claimed("one");
    await records.release({ id, role, writer, backOffMs: 1_000 });
    const early = await claim("two");
    expect(early).toMatchObject({ outcome: "early" });
    expect(early.outcome === "early" && early.waitMs).toBeLessThanOrEqual(1_000);
    await eventually(() => claimed("three"));
  });

  it("holds no back-off unless its last owner asked for one, be it the shortest", async () => {
    const notBefore = () => redis.client.hget(keys.owner(id, role), "notBefore");
    await records.release({ id, role, writer: await claimed("one") });
    expect(await notBefore()).toBeNull();
    const before = await redisMs();
    await records.release({ id, role, writer: await claimed("two"), backOffMs: 1 });
    expect(Number(await notBefore())).toBeGreaterThan(before);
  });

  it("of a session lives as long as the session, whoever claims or releases it", async () => {
    const session = { id: "ses_owned000" as SessionId, role: "analytics" } as const;
    const first = await records.claim({ ...session, expected: "", worker, nonce: "one" });
    if (first.outcome !== "claimed") throw new Error(first.outcome);
    await redis.client.pexpire(keys.owner(session.id, session.role), 60_000);
    expect(await records.release({ ...session, writer: first.writer })).toBe("released");
    const left = () => redis.client.pttl(keys.owner(session.id, session.role));
    expect(await left()).toBeGreaterThan(0);
    expect(await records.claim({ ...session, expected: "", worker, nonce: "two" })).toMatchObject({ outcome: "claimed" });
    expect(await left()).toBeGreaterThan(0);
    expect(await left()).toBeLessThanOrEqual(60_000);
  });

  it("names its writer in a text that can be read back", () => {
    const writer = { role, nonce: "a-b", fence: 12 };
    expect(writerOf(role, recordOf(writer))).toEqual(writer);
  });
});
