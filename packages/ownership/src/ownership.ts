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
import { createPoller } from "@frontrow/runtime/poller";
import { drainWorker } from "./drain.ts";
import { forEachConcurrently } from "./for-each-concurrently.ts";
import type { Own } from "./lease/claim.ts";
import { createClaimer } from "./lease/claimer.ts";
import { createHeartbeat } from "./lease/heartbeat.ts";
import { createLeaseAudit } from "./lease/lease-audit.ts";
import { createLeases } from "./lease/leases.ts";
import { createRebalance } from "./lease/rebalance.ts";
import { createOwnershipMetrics } from "./metrics.ts";
import { createOrderConsumer } from "./orders/order-consumer.ts";
import { createOrders } from "./orders/start-orders.ts";
import { type OwnershipConfig, settingsOf } from "./settings.ts";
import { createObserver } from "./takeover/observer.ts";
import { createTakeover } from "./takeover/takeover.ts";

export type { Claim, Own, Owned, OwnedHooks, Rest } from "./lease/claim.ts";
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
  /** Number of claims that this worker owns. */
  owned(): number;
  /** Start orders of this role that wait for a worker with spare capacity, at the last check. */
  waitingOrders(): number;
}

/** Builds one worker out of its parts, each from those above it; what a part promises is said there. */
export function createOwnership({ role, redis, registry, logger, config, wanted, own }: OwnershipDeps): Ownership {
  const settings = settingsOf(config);
  const workerId = `wkr_${randomUUID().replaceAll("-", "")}` as WorkerId;
  const drain = new AbortController();
  const draining = drain.signal;
  let waiting = 0;

  const records = createOwnerRecords(redis.client);
  const workers = createWorkerStore(redis.client);
  const orders = createOrders(redis);
  const metrics = createOwnershipMetrics(role, registry);
  const isWanted = (id: string) => wanted.isWanted(id);
  const warn = (message: string) => (err: unknown, count?: number) =>
    logger.warn({ err, role, ...(count && { count }) }, message);
  const onFailure = warn("a check of what is owned failed, the next one follows");
  const shared = { role, workerId, records, workers, orders, settings, metrics, logger, draining, isWanted, onFailure };

  const leases = createLeases({ ...shared, own, claimer: createClaimer(shared) });
  metrics.observeOwned(leases.owned);
  const audit = createLeaseAudit({ ...shared, leases, stepsPerRound: Math.ceil(settings.compareMs / settings.sweepMs) });
  const heartbeat = createHeartbeat({
    ...shared,
    leases,
    onLapsed: () => void audit.verifyAll().catch(warn("claims could not be verified")),
    onFailure: warn("heartbeat failed"),
  });

  const observer = createObserver({ role, workers, leaseMs: settings.leaseMs });
  const takeover = createTakeover({ ...shared, observer, index: createWantedIndex(redis.client) });
  const rebalance = createRebalance({ ...shared, leases, observer });
  const balance = async (): Promise<void> => {
    waiting = (await orders.waiting(role)).forCapacity;
    metrics.ordersWaiting(waiting);
    await rebalance.step(waiting);
  };

  const consumer = createOrderConsumer({
    role,
    name: workerId,
    redis,
    hasRoom: () =>
      !draining.aborted &&
      !rebalance.yieldsToOthers() &&
      leases.claiming() < settings.startConcurrency &&
      leases.owned() + leases.claiming() < settings.capacity,
    take: leases.take,
  });
  leases.onFreed(consumer.wake);

  const poller = createPoller({
    pauseMs: settings.sweepMs,
    async poll() {
      // A worker takes care of its own also when it cannot see the others.
      await forEachConcurrently([takeover.step, audit.step, balance], (part) => part(), onFailure);
      consumer.wake();
    },
    onError: onFailure,
  });

  let stopping: Promise<void> | undefined;

  return {
    name: `ownership of ${role}`,
    workerId,
    owned: leases.owned,
    waitingOrders: () => waiting,
    order: (id) => orders.order(role, id),
    async start() {
      await heartbeat.start();
      await consumer.start();
      poller.start();
    },
    stop(deadline) {
      drain.abort();
      const parts = { ...shared, leases, heartbeat, consumer, poller, takeover };
      stopping ??= drainWorker({ ...parts, onUnfinished: warn("drain did not finish") }, deadline);
      return stopping;
    },
  };
}
