import type { CreatorId, DeskId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import { createRedis, type RedisClient, type RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { createWantedIndex, type WantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore, type WatcherStore } from "@frontrow/redis/watchers";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { Cluster, type Redis } from "ioredis";
import { createOrders, type Orders } from "../src/orders/start-orders.ts";
import {
  type Claim,
  createOwnership,
  type OwnedHooks,
  type Ownership,
  type OwnershipConfig,
  type OwnershipDeps,
} from "../src/ownership.ts";

export const creator = (name: string | number): CreatorId => `cr_${name}` as CreatorId;

/** The work of one claim, steered by a test. */
export interface Work {
  readonly workerId: string;
  readonly claim: Claim;
  readonly hooks: OwnedHooks;
  finish(): void;
  fail(error: Error): void;
  state: "running" | "handed over" | "lost" | "finished" | "failed";
}

/** A Redis, and workers in this process whose work does nothing but be there. */
export interface Harness {
  readonly redis: RedisConnection;
  readonly index: WantedIndex;
  readonly watchers: WatcherStore;
  readonly orders: Orders;
  /** The work of every claim, by id, in order. */
  readonly works: Map<string, Work[]>;
  worker(config?: Partial<OwnershipConfig>, deps?: Partial<OwnershipDeps>): Promise<Ownership>;
  /** Index, attach, order: what a gateway does. */
  watch(id: CreatorId): Promise<void>;
  unwatch(id: CreatorId): Promise<void>;
  /** How often a worker has asked whether an id is wanted: its sweep does for what nobody owns, its audit for what it owns. */
  asked(id: string): number;
  /** How many index shards a worker sweeps, by its own list. */
  shardsOf(worker: Ownership): Promise<number>;
  /** Who runs it now; fails when two do. */
  runner(id: string): Work | undefined;
  /** Between tests: every worker stops, and the database is empty. */
  clean(): Promise<void>;
  close(): Promise<void>;
}

const desk = "dsk_00000000000000000000" as DeskId;
export const role: Role = "ingest";
export const quick = { leaseMs: 600, heartbeatMs: 100, sweepMs: 100, compareMs: 400, graceMs: 300, minBackOffMs: 100 } as const;

export async function createHarness(server?: { readonly url: string; stop(): Promise<void> }): Promise<Harness> {
  const started = server ?? (await startTestRedis());
  const redis = createRedis(started.url, quietLogger);
  const index = createWantedIndex(redis.client);
  const watchers = createWatcherStore(redis.client);
  const works = new Map<string, Work[]>();
  const asked = new Map<string, number>();
  let orders = createOrders(redis);
  let workers: Ownership[] = [];

  return {
    redis,
    index,
    watchers,
    get orders() {
      return orders;
    },
    works,
    async worker(config = {}, deps = {}) {
      const ownership = createOwnership({
        role,
        redis,
        logger: quietLogger as never,
        config: { capacity: 100, ...quick, ...config },
        wanted: {
          async isWanted(id) {
            asked.set(id, (asked.get(id) ?? 0) + 1);
            return (await watchers.count(id as CreatorId)) > 0;
          },
        },
        own: (claim, hooks) => {
          const { work, owned } = steeredWork(claim, hooks);
          works.set(claim.id, [...(works.get(claim.id) ?? []), work]);
          return owned;
        },
        ...deps,
      });
      workers.push(ownership);
      await ownership.start();
      return ownership;
    },
    async watch(id) {
      await index.add(role, id);
      await watchers.attach({ creatorId: id, deskId: desk, generation: 1 });
      await orders.order(role, id);
    },
    async unwatch(id) {
      await watchers.detach({ creatorId: id, deskId: desk, generation: 1 });
    },
    asked: (id) => asked.get(id) ?? 0,
    async shardsOf({ workerId }) {
      return (await redis.client.smembers(keys.owns(workerId))).filter((holding) => holding.startsWith("sweep ")).length;
    },
    runner(id) {
      const running = (works.get(id) ?? []).filter(({ state }) => state === "running");
      if (running.length > 1) throw new Error(`${id} runs ${running.length} times`);
      return running[0];
    },
    async clean() {
      await Promise.all(workers.map((worker) => worker.stop(AbortSignal.timeout(3000))));
      await orders.close();
      workers = [];
      works.clear();
      asked.clear();
      await Promise.all(nodesOf(redis.client).map((node) => node.flushall()));
      orders = createOrders(redis);
    },
    async close() {
      await orders.close();
      await redis.stop();
      await started.stop();
    },
  };
}

const nodesOf = (client: RedisClient): Redis[] => (client instanceof Cluster ? client.nodes("master") : [client]);

function steeredWork(claim: Claim, hooks: OwnedHooks) {
  let finish = () => {};
  let fail = (_error: Error) => {};
  const running = new Promise<void>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  const work: Work = {
    workerId: claim.workerId,
    claim,
    hooks,
    state: "running",
    finish() {
      work.state = "finished";
      finish();
    },
    fail(error) {
      work.state = "failed";
      fail(error);
    },
  };
  const owned = {
    run: () => running,
    async handOver() {
      work.state = "handed over";
      finish();
    },
    lost() {
      work.state = "lost";
      finish();
    },
  };
  return { work, owned };
}
