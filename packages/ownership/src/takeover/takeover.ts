import { createPendingOrders } from "../orders/pending-orders.ts";
import type { Orders } from "../orders/start-orders.ts";
import { createIndexShards, type IndexShardsDeps } from "./index-shards.ts";
import type { Observer } from "./observer.ts";
import { createSweep, type SweepDeps } from "./sweep.ts";

/** What one worker does about the others of its role: it observes them, sweeps a part of the index, and reclaims from the dead. */
export interface Takeover {
  step(): Promise<void>;
  /** Gives up the index shards, for others to sweep. Call when no step is under way. */
  releaseAll(): Promise<void>;
}

export interface TakeoverDeps extends IndexShardsDeps, Omit<SweepDeps, "pending"> {
  readonly observer: Observer;
  readonly orders: Orders;
}

export function createTakeover(deps: TakeoverDeps): Takeover {
  const shards = createIndexShards(deps);
  const sweep = createSweep({ ...deps, pending: createPendingOrders(deps.role, deps.orders) });
  return {
    async step() {
      await deps.observer.poll();
      await shards.step();
      await sweep.step(shards.held());
    },
    releaseAll: shards.releaseAll,
  };
}
