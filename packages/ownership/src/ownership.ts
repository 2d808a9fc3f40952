import { randomUUID } from "node:crypto";
import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { RedisConnection } from "@frontrow/redis/client";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createWorkerStore } from "@frontrow/redis/workers";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import { createClaiming } from "./claiming.ts";
import { createHeartbeat } from "./heartbeat.ts";
import { createOwnershipMetrics } from "./metrics.ts";
import { createOrderTaker } from "./order-taker.ts";
import type { Own } from "./owned.ts";
import { type OwnershipConfig, settingsOf } from "./settings.ts";
import { createOrders, type StartOrder } from "./start-orders.ts";
import { createTurns } from "./turns.ts";

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
  /** Places a start order, for any worker of this role. */
  order(id: string): Promise<void>;
  /** How much this worker owns. */
  owned(): number;
}

export function createOwnership(deps: OwnershipDeps): Ownership {
  const { role, redis, logger } = deps;
  const settings = settingsOf(deps.config);
  const workerId = `wkr_${randomUUID().replaceAll("-", "")}` as WorkerId;
  const records = createOwnerRecords(redis.client);
  const workers = createWorkerStore(redis.client);
  const orders = createOrders(redis);
  const isWanted = (id: string) => deps.wanted.isWanted(id);
  const metrics = createOwnershipMetrics(role, deps.registry, () => turns.count());
  const onRoom = (): void => taker.wake();
  const turns = createTurns({
    role,
    workerId,
    records,
    workers,
    orders,
    isWanted,
    own: deps.own,
    settings,
    metrics,
    logger,
    onRoom,
  });
  const claiming = createClaiming({ role, workerId, records, workers, isWanted });
  let isDraining = false;
  let starting = 0;

  const take = async (order: StartOrder): Promise<void> => {
    starting += 1;
    try {
      const answer = await claiming.claim(order.id, order.deceased);
      metrics.claimed(answer.outcome);
      if (answer.outcome === "early" && order.failures > 0) {
        await orders.order(role, order.id, { ...order, delayMs: answer.waitMs });
      }
      if (answer.outcome !== "claimed") return;
      if (order.deceased) metrics.tookOver();
      turns.begin({ id: order.id, role, writer: answer.writer, workerId }, order.failures);
    } catch (error) {
      logger.warn({ err: error, role, id: order.id }, "start order failed, the sweep finds it again");
    } finally {
      starting -= 1;
    }
  };

  const taker = createOrderTaker({
    role,
    name: workerId,
    redis,
    take,
    hasRoom: () => !isDraining && starting < settings.startConcurrency && turns.count() + starting < settings.capacity,
  });

  const heartbeat = createHeartbeat({
    role,
    workerId,
    workers,
    settings,
    owned: () => turns.count(),
    isDraining: () => isDraining,
    onOverslept() {},
    onFailure: (error) => logger.warn({ err: error, role }, "heartbeat failed"),
  });

  return {
    name: `ownership of ${role}`,
    workerId,
    owned: () => turns.count(),
    order: (id) => orders.order(role, id),
    async start() {
      await heartbeat.start();
      await taker.start();
    },
    async stop(deadline) {
      if (isDraining) return;
      isDraining = true;
      await heartbeat.now();
      await taker.stop();
      await Promise.all(turns.claims().map(({ id }) => turns.handOver(id, deadline)));
      heartbeat.stop();
      await workers.remove(workerId, role);
      await orders.close();
    },
  };
}
