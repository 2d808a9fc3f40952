import { type CreatorId, creatorIdOf, type DeskId, type WorkerId } from "@frontrow/protocol/ids";
import { createRedis } from "@frontrow/redis/client";
import { applyWatchNotes } from "@frontrow/redis/desk-watches";
import { createDeskStore } from "@frontrow/redis/desks";
import { keys } from "@frontrow/redis/keys";
import { createGatewayHeartbeats } from "@frontrow/redis/presence";
import { createWantedIndex, shardOf } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import type { Component } from "@frontrow/runtime/lifecycle";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configSchema } from "../src/config.ts";
import { createJobs } from "../src/jobs.ts";
import { createDeskSweep } from "../src/reaper/desk-sweep.ts";
import { createGatewayLiveness } from "../src/reaper/gateway-liveness.ts";

const gateway = "wkr_gateway" as WorkerId;

const REAP_AFTER_MS = 300;
const LEASE_MS = 250;

/** A Redis with desks, and what users and gateways do to them. */
async function startDesks() {
  const server = await startTestRedis();
  const redis = createRedis(server.url, quietLogger);
  await redis.start();
  const desks = createDeskStore(redis.client);
  const watchers = createWatcherStore(redis.client);
  const wanted = createWantedIndex(redis.client);
  const heartbeats = createGatewayHeartbeats(redis.client);
  let made = 0;
  return {
    server,
    redis,
    desks,
    watchers,
    wanted,
    heartbeats,
    /** A desk that watches a creator of its own. */
    async openDesk({ attach = true } = {}) {
      made += 1;
      const deskId = `dsk_${String(made).padStart(24, "0")}` as DeskId;
      const handle = `creator${made}`;
      const creatorId = creatorIdOf(handle);
      await wanted.add("desks", deskId);
      await desks.open({ deskId, tokenDigest: "digest", language: "en" });
      await desks.present(deskId, gateway, 1);
      await desks.change(deskId, { type: "watch", creatorId, handle });
      if (attach) await applyWatchNotes({ desks, watchers, wanted }, deskId);
      return { deskId, creatorId };
    },
    async stop() {
      await redis.stop();
      await server.stop();
    },
  };
}

describe("the reaper", () => {
  let world: Awaited<ReturnType<typeof startDesks>>;
  let jobs: Component;

  beforeAll(async () => {
    world = await startDesks();
    jobs = createJobs({
      config: configSchema.parse({ REDIS_URL: world.server.url, REAP_AFTER_MS, GATEWAY_LEASE_MS: LEASE_MS }),
      redis: world.redis,
      logger: quietLogger as unknown as Parameters<typeof createJobs>[0]["logger"],
      registry: createMetricsRegistry(),
    });
    await jobs.start();
  });
  afterAll(async () => {
    await jobs.stop(AbortSignal.timeout(5_000));
    await world.stop();
  });

  const isDetached = (creatorId: CreatorId) => eventually(async () => expect(await world.watchers.count(creatorId)).toBe(0));

  it("ends the watch of a desk that everybody left, and updates the creator's slot", async () => {
    const { deskId, creatorId } = await world.openDesk();
    await world.desks.present(deskId, gateway, 0);
    expect(await world.watchers.count(creatorId)).toBe(1);
    await isDetached(creatorId);
    expect((await world.desks.read(deskId))?.rested).toBeDefined();
    // It is taken out of the index last.
    await eventually(async () => {
      const { ids } = await world.wanted.scan("desks", shardOf(deskId), "0");
      expect(ids.map(({ id }) => id)).not.toContain(deskId);
    });
  });

  it("finishes a watch whose gateway died before it updated the creator's slot", async () => {
    let count = 0;
    const timer = setInterval(() => {
      count += 1;
      world.heartbeats.send(gateway, count).catch(() => {});
    }, 50);
    const { creatorId } = await world.openDesk({ attach: false });
    await eventually(async () => expect(await world.watchers.count(creatorId)).toBe(1));
    clearInterval(timer);
  });

  it("finishes a reap whose reaper died after the desk's step", async () => {
    const { deskId, creatorId } = await world.openDesk();
    await world.desks.present(deskId, gateway, 0);
    const joins = (await world.desks.read(deskId))?.joins ?? 0;
    await world.desks.change(deskId, { type: "reap", joins, dead: [] });
    expect(await world.watchers.count(creatorId)).toBe(1);
    await isDetached(creatorId);
  });

  it("finishes the end of a desk whose gateway died after it was closed", async () => {
    const { deskId, creatorId } = await world.openDesk();
    await world.desks.change(deskId, { type: "close" });
    await isDetached(creatorId);
  });
});

describe("the reaper, by a clock that the test turns", () => {
  let world: Awaited<ReturnType<typeof startDesks>>;
  let nowMs = 0;
  let count = 0;
  let gateways: ReturnType<typeof createGatewayLiveness>;
  let sweep: ReturnType<typeof createDeskSweep>;
  const failures: string[] = [];

  beforeAll(async () => {
    world = await startDesks();
    gateways = createGatewayLiveness(world.heartbeats, LEASE_MS, () => nowMs);
    const reaping = { gateways, reapAfterMs: REAP_AFTER_MS, concurrency: 4, onReaped: () => {}, now: () => nowMs };
    const onFailure = ({ deskId }: { deskId: string }) => void failures.push(deskId);
    sweep = createDeskSweep({ ...world, ...reaping, onFailure });
  });
  afterAll(() => world.stop());

  /** Time passes, in steps that leave no hole in an observation; after each, everything is looked after. */
  async function pass(ms: number, { isGatewayAlive }: { isGatewayAlive: boolean }): Promise<void> {
    for (const end = nowMs + ms; nowMs < end; ) {
      nowMs += 60;
      if (isGatewayAlive) {
        count += 1;
        await world.heartbeats.send(gateway, count);
      }
      await gateways.poll();
      await sweep();
    }
  }

  it("leaves a desk alone while its gateway lives, and reaps it once that has died", async () => {
    const { deskId, creatorId } = await world.openDesk();
    await pass(5 * REAP_AFTER_MS, { isGatewayAlive: true });
    expect(await world.watchers.count(creatorId)).toBe(1);
    await pass(REAP_AFTER_MS, { isGatewayAlive: false });
    expect(await world.watchers.count(creatorId)).toBe(1);
    await pass(LEASE_MS + 120, { isGatewayAlive: false });
    expect(await world.watchers.count(creatorId)).toBe(0);
    expect(await world.desks.gateways(deskId)).toEqual([]);
  });

  it("does not lose a desk whose members come and go", async () => {
    const { deskId, creatorId } = await world.openDesk();
    for (let turn = 0; turn < 12; turn++) {
      // Between two sweeps, so that no sweep sees anybody: what tells is how often the desk was joined.
      await world.desks.present(deskId, gateway, 1);
      await world.desks.present(deskId, gateway, 0);
      await pass(REAP_AFTER_MS / 2, { isGatewayAlive: true });
    }
    expect(await world.watchers.count(creatorId)).toBe(1);
  });

  it("reaps the others though a desk cannot be read, and says which", async () => {
    const broken = await world.openDesk();
    await world.redis.client.del(keys.presence(broken.deskId));
    await world.redis.client.set(keys.presence(broken.deskId), "no hash");
    const others = await Promise.all(Array.from({ length: 8 }, () => world.openDesk()));
    for (const { deskId } of others) await world.desks.present(deskId, gateway, 0);
    await pass(3 * REAP_AFTER_MS, { isGatewayAlive: true });
    for (const { creatorId } of others) expect(await world.watchers.count(creatorId)).toBe(0);
    expect(new Set(failures)).toEqual(new Set([broken.deskId]));
  });
});
