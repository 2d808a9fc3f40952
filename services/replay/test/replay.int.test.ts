import { createOrders } from "@frontrow/ownership/start-orders";
import { createRedis } from "@frontrow/redis/client";
import { createLogStore } from "@frontrow/redis/log";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { afterEach, beforeEach, expect, it } from "vitest";
import { configSchema } from "../src/config.ts";
import { createReplay } from "../src/replay.ts";
import { foldedAt, knownFrom, knownOf, record, someBroadcast } from "./recorded.ts";
import { openStage, type Stage, Viewing } from "./stage.ts";

let stage: Stage;
const running: { stop(): Promise<void> }[] = [];
// A Redis of its own each: a replay that a test leaves is wanted, and played by the workers of the next.
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  for (const worker of running.splice(0)) await worker.stop();
  await stage.stop();
});

async function startWorker(env: Record<string, string> = {}) {
  const redis = createRedis(stage.server.url, quietLogger);
  await redis.start();
  const config = configSchema.parse({
    REDIS_URL: stage.server.url,
    LEASE_MS: "800",
    BEAT_INTERVAL_MS: "100",
    SWEEP_INTERVAL_MS: "100",
    ...env,
  });
  const replay = createReplay({ config, redis, blob: stage.blob, logger: quietLogger, registry: createMetricsRegistry() });
  await replay.start();
  let stopped: Promise<void> | undefined;
  const worker = {
    replay,
    stop: () => {
      stopped ??= (async () => {
        await replay.stop(AbortSignal.timeout(5_000));
        await redis.stop();
      })();
      return stopped;
    },
  };
  running.push(worker);
  return worker;
}

async function order(viewing: Viewing): Promise<void> {
  await createWantedIndex(stage.redis.client).add("replay", viewing.sessionId);
  const orders = createOrders(stage.redis);
  await orders.order("replay", viewing.sessionId);
  await orders.close();
}

const items = someBroadcast(4_000, 20, 11);
const playing = async () => Viewing.open(stage, await record(stage.blob, items), { isPaused: false });
const itemOf = async (viewing: Viewing): Promise<number> => (await viewing.stored()).at.item ?? 0;

it("plays a replay that is ordered, obeys its desk, and knows what the broadcast knew", async () => {
  await startWorker();
  const viewing = await playing();
  await order(viewing);
  await eventually(async () => expect(await itemOf(viewing)).toBeGreaterThan(10));
  await viewing.command({ action: "speed", value: 20 });
  await eventually(async () => expect(await itemOf(viewing)).toBeGreaterThan(400));
  await viewing.command({ action: "pause" });
  await eventually(async () => expect((await viewing.stored()).state).toBe("paused"));
  const { at, ...stored } = await viewing.stored();
  expect(knownFrom(stored)).toEqual(knownOf(foldedAt(items, at.item ?? 0, at.atMs ?? 0)));
});

it("hands its replays over when it stops, and each row is shown once", async () => {
  const first = await startWorker();
  const viewing = await playing();
  await order(viewing);
  await eventually(async () => expect(await itemOf(viewing)).toBeGreaterThan(20));
  const second = await startWorker();
  await first.stop();
  const before = await itemOf(viewing);
  await eventually(async () => expect(await itemOf(viewing)).toBeGreaterThan(before + 20));
  expect(second.replay.owned()).toBe(1);
  const shown = (await viewing.shown()).map(({ id }) => id);
  expect(new Set(shown).size).toBe(shown.length);
  const events = items.flatMap((item) => ("id" in item ? [item.id] : []));
  expect(shown).toEqual(events.slice(0, shown.length));
});

it("lets a replay go when its desk is LIVE, and the log of another goes on", async () => {
  const worker = await startWorker();
  const [left, kept] = [await playing(), await playing()];
  await order(left);
  await order(kept);
  await eventually(() => expect(worker.replay.owned()).toBe(2));
  await left.command({ action: "stop" });
  await eventually(() => expect(worker.replay.owned()).toBe(1));
  const before = await createLogStore(stage.redis.client).tail(kept.sessionId);
  await eventually(async () => expect((await createLogStore(stage.redis.client).tail(kept.sessionId))?.id).not.toBe(before?.id));
});
