import { createOrders } from "@frontrow/ownership/start-orders";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import type { RedisServer } from "@frontrow/redis/server";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { eventually } from "@frontrow/testkit/eventually";
import { type FaultProxy, startFaultProxy } from "@frontrow/testkit/faults";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Analytics, createAnalytics } from "../src/analytics.ts";
import { configSchema } from "../src/config.ts";
import { Broadcast } from "./broadcast.ts";

let server: RedisServer;
let redis: RedisConnection;
let orders: ReturnType<typeof createOrders>;
const workers: Worker[] = [];
const broadcasts: Broadcast[] = [];

interface Worker {
  readonly analytics: Analytics;
  readonly proxy: FaultProxy;
  metricsText(): Promise<string>;
  stop(): Promise<void>;
}

beforeAll(async () => {
  server = await startTestRedis();
  redis = createRedis(server.url, quietLogger);
  await redis.start();
  orders = createOrders(redis);
});
afterEach(async () => {
  await Promise.all(broadcasts.splice(0).map((broadcast) => broadcast.close()));
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});
afterAll(async () => {
  await orders.close();
  await redis.stop();
  await server.stop();
});

/** A worker behind a proxy of its own, with leases that suit a test. */
async function startWorker(settings: Record<string, string> = {}): Promise<Worker> {
  const proxy = await startFaultProxy(server.port);
  const connection = createRedis(`redis://127.0.0.1:${proxy.port}`, quietLogger);
  const registry = createMetricsRegistry();
  const config = configSchema.parse({
    REDIS_URL: server.url,
    LEASE_MS: "800",
    BEAT_INTERVAL_MS: "150",
    SWEEP_INTERVAL_MS: "150",
    CHECKPOINT_INTERVAL_MS: "30",
    ...settings,
  });
  const analytics = createAnalytics({ config, redis: connection, logger: quietLogger, registry });
  await connection.start();
  await analytics.start();
  const worker = {
    analytics,
    proxy,
    metricsText: () => registry.metrics(),
    async stop() {
      proxy.heal();
      await analytics.stop(AbortSignal.timeout(3_000));
      await connection.stop();
      await proxy.stop();
    },
  };
  workers.push(worker);
  return worker;
}

async function startBroadcast(): Promise<Broadcast> {
  const broadcast = new Broadcast(redis);
  broadcasts.push(broadcast);
  await broadcast.open();
  await createWantedIndex(redis.client).add("analytics", broadcast.sessionId);
  await orders.order("analytics", broadcast.sessionId);
  return broadcast;
}

const ownerOf = async ({ sessionId }: Broadcast) =>
  (await createOwnerRecords(redis.client).read({ id: sessionId, role: "analytics" }))?.worker;
const isOwnedBy = (broadcast: Broadcast, worker: Worker | undefined) =>
  eventually(async () => expect(await ownerOf(broadcast)).toBe(worker?.analytics.workerId));

/** Everything is folded, and published once, as if nothing had ever happened. */
const isTold = (broadcast: Broadcast, timeoutMs?: number) =>
  eventually(async () => {
    const { metrics, gifters, questions } = broadcast.expected();
    expect(await broadcast.told()).toEqual({
      metrics,
      gifters,
      questions,
      shown: expect.objectContaining({ ...metrics, atMs: expect.any(Number) }),
    });
  }, timeoutMs);

it("folds a session that is ordered, and tells its metrics, leaderboard and questions", async () => {
  const worker = await startWorker();
  const broadcast = await startBroadcast();
  await broadcast.happen(40);
  await isTold(broadcast);
  await isOwnedBy(broadcast, worker);
  expect(await worker.metricsText()).toMatch(/frontrow_folded_events_total 201\b/);
});

it("finishes a session whose source is closed, and folds on when it is opened again", async () => {
  const worker = await startWorker();
  const broadcast = await startBroadcast();
  await broadcast.happen(10);
  await broadcast.close("unwatched");
  await isTold(broadcast);
  await eventually(async () => expect(await redis.client.hget(keys.keyframe(broadcast.sessionId), "head")).toBeTruthy());
  await isOwnedBy(broadcast, undefined);

  await broadcast.open();
  await orders.order("analytics", broadcast.sessionId);
  await broadcast.happen(10);
  await isTold(broadcast);
  await isOwnedBy(broadcast, worker);
});

it("hands a session over to another worker when it stops", async () => {
  const first = await startWorker();
  const broadcast = await startBroadcast();
  await broadcast.happen(20);
  await isOwnedBy(broadcast, first);
  const second = await startWorker();
  await broadcast.happen(20);
  await first.analytics.stop(AbortSignal.timeout(3_000));
  await broadcast.happen(20);
  await isTold(broadcast);
  await isOwnedBy(broadcast, second);
});

it("takes over from a worker that is gone, and tells nothing twice when that one comes back", async () => {
  const first = await startWorker({ KEYFRAME_EVENTS: "70" });
  const broadcast = await startBroadcast();
  await broadcast.happen(30);
  await isTold(broadcast);
  const second = await startWorker();
  await broadcast.happen(3);
  first.proxy.stall();
  await broadcast.happen(30);
  await isOwnedBy(broadcast, second);
  await isTold(broadcast);
  first.proxy.heal();
  await broadcast.happen(30);
  await eventually(() => expect(first.analytics.owned()).toBe(0));
  await isOwnedBy(broadcast, second);
  await isTold(broadcast);
}, 30_000);

it("goes on when Redis was away for three seconds, without another owner", async () => {
  const worker = await startWorker({ LEASE_MS: "800" });
  const broadcast = await startBroadcast();
  await broadcast.happen(20);
  await isTold(broadcast);
  worker.proxy.refuse();
  await broadcast.happen(20);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  worker.proxy.heal();
  await broadcast.happen(20);
  await isTold(broadcast);
  await isOwnedBy(broadcast, worker);
});
