import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import type { RedisServer } from "@frontrow/redis/server";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createOwnership } from "../src/ownership.ts";
import { createOrders } from "../src/start-orders.ts";

let server: RedisServer;
let redis: RedisConnection;
beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
});
afterAll(async () => {
  await redis.stop();
  await server.stop();
});

it("claims what was ordered, runs it, and releases it when the work is done", async () => {
  const done = withResolvers();
  const claimed: string[] = [];
  const wanted = new Set(["ses_one"]);
  const ownership = createOwnership({
    role: "analytics",
    redis,
    logger: quietLogger as never,
    config: { capacity: 10, leaseMs: 400, beatMs: 100, sweepMs: 100 },
    wanted: { isWanted: async (id) => wanted.has(id) },
    own: (claim) => {
      claimed.push(`${claim.id} ${claim.writer.role}`);
      return { run: () => done.promise, async handOver() {}, lost() {} };
    },
  });
  await ownership.start();
  const orders = createOrders(redis);
  await createWantedIndex(redis.client).add("analytics", "ses_one");
  await orders.order("analytics", "ses_one");
  await eventually(() => expect(claimed).toEqual(["ses_one analytics"]));
  expect(ownership.owned()).toBe(1);
  wanted.delete("ses_one");
  done.resolve();
  await eventually(() => expect(ownership.owned()).toBe(0));
  await orders.close();
  await ownership.stop(AbortSignal.timeout(2000));
});

function withResolvers() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
