import { creatorIdOf, type DeskId, type WorkerId } from "@frontrow/protocol/ids";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { settleWatches } from "@frontrow/redis/desk-watches";
import { createDeskStore, type DeskStore } from "@frontrow/redis/desks";
import { createGatewayBeats, type GatewayBeats } from "@frontrow/redis/presence";
import type { RedisServer } from "@frontrow/redis/server";
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

const gateway = "wkr_gateway" as WorkerId;

describe("the reaper", () => {
  let server: RedisServer;
  let redis: RedisConnection;
  let jobs: Component;
  let desks: DeskStore;
  let beats: GatewayBeats;
  let made = 0;

  beforeAll(async () => {
    server = await startTestRedis();
    redis = createRedis(server.url, quietLogger);
    desks = createDeskStore(redis.client);
    beats = createGatewayBeats(redis.client);
    jobs = createJobs({
      config: configSchema.parse({ REDIS_URL: server.url, REAP_AFTER_MS: 300, GATEWAY_LEASE_MS: 250 }),
      redis,
      logger: quietLogger as unknown as Parameters<typeof createJobs>[0]["logger"],
      registry: createMetricsRegistry(),
    });
    await jobs.start();
  });
  afterAll(async () => {
    await jobs.stop(AbortSignal.timeout(5_000));
    await redis.stop();
    await server.stop();
  });

  /** A desk that watches a creator of its own. */
  async function openDesk({ attach = true } = {}) {
    made += 1;
    const deskId = `dsk_${String(made).padStart(24, "0")}` as DeskId;
    const handle = `creator${made}`;
    const creatorId = creatorIdOf(handle);
    await index().add("desks", deskId);
    await desks.open({ deskId, tokenDigest: "digest", language: "en" });
    await desks.present(deskId, gateway, 1);
    await desks.change(deskId, { type: "watch", creatorId, handle });
    if (attach) await settleWatches({ desks, watchers: watchers(), wanted: index() }, deskId);
    return { deskId, creatorId };
  }
  const watchers = () => createWatcherStore(redis.client);
  const index = () => createWantedIndex(redis.client);

  /** A gateway's heart, until it is told to stop. */
  function beating(): () => void {
    let beat = 0;
    const timer = setInterval(() => {
      beat += 1;
      beats.beat(gateway, beat).catch(() => {});
    }, 50);
    return () => clearInterval(timer);
  }

  it("ends the watch of a desk that everybody left, and tells the creator's slot", async () => {
    const { deskId, creatorId } = await openDesk();
    await desks.present(deskId, gateway, 0);
    expect(await watchers().count(creatorId)).toBe(1);
    await eventually(async () => expect(await watchers().count(creatorId)).toBe(0));
    expect((await desks.read(deskId))?.rested).toBeDefined();
    const { ids } = await index().scan("desks", shardOf(deskId), "0");
    expect(ids.map(({ id }) => id)).not.toContain(deskId);
  });

  it("leaves a desk alone while its gateway lives, and reaps it once that has died", async () => {
    const stop = beating();
    const { deskId, creatorId } = await openDesk();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(await watchers().count(creatorId)).toBe(1);
    stop();
    await eventually(async () => expect(await watchers().count(creatorId)).toBe(0));
    expect(await desks.gateways(deskId)).toEqual([]);
  });

  it("finishes a watch whose gateway died before it told the creator's slot", async () => {
    const stop = beating();
    const { creatorId } = await openDesk({ attach: false });
    await eventually(async () => expect(await watchers().count(creatorId)).toBe(1));
    stop();
  });

  it("finishes a reap whose reaper died after the desk's step", async () => {
    const { deskId, creatorId } = await openDesk();
    await desks.present(deskId, gateway, 0);
    const joins = (await desks.read(deskId))?.joins ?? 0;
    await desks.change(deskId, { type: "reap", joins, dead: [] });
    expect(await watchers().count(creatorId)).toBe(1);
    await eventually(async () => expect(await watchers().count(creatorId)).toBe(0));
  });

  it("finishes the end of a desk whose gateway died after it was closed", async () => {
    const { deskId, creatorId } = await openDesk();
    await desks.change(deskId, { type: "close" });
    await eventually(async () => expect(await watchers().count(creatorId)).toBe(0));
  });

  it("does not lose a desk whose members come and go", async () => {
    const stop = beating();
    const { deskId, creatorId } = await openDesk();
    for (let turn = 0; turn < 12; turn++) {
      await desks.present(deskId, gateway, turn % 2);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    expect(await watchers().count(creatorId)).toBe(1);
    stop();
  });
});
