import { randomUUID } from "node:crypto";
import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { RedisConnection } from "@frontrow/redis/client";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWorkerStore } from "@frontrow/redis/workers";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import { createClaiming } from "./claiming.ts";
import { within } from "./deadline.ts";
import { each } from "./each.ts";
import { createHeartbeat } from "./heartbeat.ts";
import { createIndexShards } from "./index-shards.ts";
import { createLooks } from "./looks.ts";
import { createOwnershipMetrics } from "./metrics.ts";
import { createObserver } from "./observer.ts";
import { createOrderTaker } from "./order-taker.ts";
import type { Own } from "./owned.ts";
import { createPlacedOrders } from "./placed-orders.ts";
import { createRebalance } from "./rebalance.ts";
import { type OwnershipConfig, settingsOf } from "./settings.ts";
import { createOrders } from "./start-orders.ts";
import { createStarting } from "./starting.ts";
import { createSweep } from "./sweep.ts";
import { createTurns } from "./turns.ts";
import { createUpkeep } from "./upkeep.ts";

export type { Claim, Own, Owned, OwnedHooks } from "./owned.ts";
export type { OwnershipConfig } from "./settings.ts";

export interface OwnershipDeps {
  readonly role: Role;
  readonly redis: RedisConnection;
  readonly registry?: MetricsRegistry;
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
  readonly config: OwnershipConfig;
  /** The truth that the index only hints at: a creator with watchers, a session that is not finished. */
  readonly wanted: { isWanted(id: string): Promise<boolean> };
  /** Begins the work of a claim. */
  readonly own: Own;
}

/** One worker of a role: it takes start orders, owns what it claimed, proves that it lives, and takes over from the dead. */
export interface Ownership extends Component {
  readonly workerId: WorkerId;
  /** Places a start order, for any worker of this role. Call after `WantedIndex.add`. */
  order(id: string): Promise<void>;
  /** How much this worker owns. */
  owned(): number;
  /** Start orders of this role that wait for a worker with spare capacity, at the last look. */
  waitingOrders(): number;
}

/** Builds one worker out of its parts; what each of them promises is said there. */
export function createOwnership({ role, redis, registry, logger, config, wanted, own }: OwnershipDeps): Ownership {
  const settings = settingsOf(config);
  const workerId = `wkr_${randomUUID().replaceAll("-", "")}` as WorkerId;
  let isDraining = false;
  let waiting = 0;

  const records = createOwnerRecords(redis.client);
  const workers = createWorkerStore(redis.client);
  const index = createWantedIndex(redis.client);
  const orders = createOrders(redis);
  const isWanted = (id: string) => wanted.isWanted(id);
  const metrics = createOwnershipMetrics(role, registry, () => turns.count());
  const onFailure = (err: unknown, count = 1) =>
    logger.warn({ err, role, count }, "a look at what is owned failed, the next one follows");
  const shared = { role, workerId, records, workers, orders, settings, metrics, logger, isWanted, onFailure };

  const turns = createTurns({ ...shared, own, onRoom: () => taker.wake() });
  const starting = createStarting({ ...shared, turns, claiming: createClaiming(shared), isDraining: () => isDraining });
  const observer = createObserver({ role, workers, leaseMs: settings.leaseMs });
  const rebalance = createRebalance({ workerId, turns, observer, settings, isDraining: () => isDraining });
  const hasRoom = (): boolean =>
    !isDraining &&
    !rebalance.leavesToOthers() &&
    starting.count() < settings.startConcurrency &&
    turns.count() + starting.count() < settings.capacity;
  const taker = createOrderTaker({ role, name: workerId, redis, hasRoom, take: starting.take });

  const looksPerRound = Math.ceil(settings.compareMs / settings.sweepMs);
  const upkeep = createUpkeep({ ...shared, turns, looksPerRound, isStarting: starting.has });
  const heartbeat = createHeartbeat({
    ...shared,
    owned: () => turns.count(),
    isDraining: () => isDraining,
    onOverslept: () =>
      void upkeep.verifyAll().catch((err: unknown) => logger.warn({ err, role }, "claims could not be verified")),
    onFailure: (err) => logger.warn({ err, role }, "heartbeat failed"),
  });

  const shards = createIndexShards({ role, workerId, records, workers, observer });
  const sweep = createSweep({ ...shared, index, observer, placed: createPlacedOrders(role, orders) });
  const watchOthers = async (): Promise<void> => {
    await observer.look();
    await shards.keep();
    await sweep.step(shards.held());
  };
  const balance = async (): Promise<void> => {
    waiting = (await orders.waiting(role)).forCapacity;
    metrics.ordersWait(waiting);
    await rebalance.step(waiting);
  };
  const looks = createLooks({
    everyMs: settings.sweepMs,
    async look() {
      // A worker takes care of its own also when it cannot see the others.
      await each([watchOthers, upkeep.step, balance], (part) => part(), onFailure);
      taker.wake();
    },
  });

  /** Until nothing is left: an order that was being started when the drain began becomes a turn only now. */
  const handOverAll = async (deadline: AbortSignal): Promise<void> => {
    const handOvers = () => each(turns.claims(), ({ id }) => turns.handOver(id, deadline), onFailure);
    await Promise.all([taker.stop(), handOvers()]);
    await handOvers();
  };

  const drain = async (deadline: AbortSignal): Promise<void> => {
    await heartbeat.now();
    await Promise.all([handOverAll(deadline), looks.stop().then(shards.releaseAll)]);
    heartbeat.stop();
    // Whatever could not be given up is left to be found: its worker stays listed, and dies.
    if ((await workers.holdings(workerId)).length === 0) await workers.remove(workerId, role);
  };

  const stop = async (deadline: AbortSignal): Promise<void> => {
    isDraining = true;
    // Beyond the deadline the rest is left to the others: to them this worker is dead, and its claims void.
    await within(drain(deadline), deadline).catch((err: unknown) => logger.warn({ err, role }, "drain did not finish"));
    heartbeat.stop();
    taker.close();
    await orders.close();
  };
  let stopping: Promise<void> | undefined;

  return {
    name: `ownership of ${role}`,
    workerId,
    owned: () => turns.count(),
    waitingOrders: () => waiting,
    order: (id) => orders.order(role, id),
    async start() {
      await heartbeat.start();
      await taker.start();
      looks.start();
    },
    stop(deadline) {
      stopping ??= stop(deadline);
      return stopping;
    },
  };
}
