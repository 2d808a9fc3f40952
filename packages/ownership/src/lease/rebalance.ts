import type { WorkerId } from "@frontrow/protocol/ids";
import type { Settings } from "../settings.ts";
import type { Observer } from "../takeover/observer.ts";
import { surplusOf } from "./fair-share.ts";
import type { Leases } from "./leases.ts";

export interface RebalanceDeps {
  readonly workerId: WorkerId;
  readonly leases: Pick<Leases, "owned" | "claims" | "handOver">;
  readonly observer: Pick<Observer, "living">;
  readonly settings: Pick<Settings, "capacity" | "heartbeatMs" | "sweepMs" | "isRebalanced" | "handOversPerSweep" | "handOverMs">;
  /** Aborted when the worker takes no more orders. */
  readonly draining: AbortSignal;
}

/** Keeps a worker at its fair share: it lets others take new orders, and hands over where moving is cheap. */
export interface Rebalance {
  /** Whether another worker should take the next order. Not once orders have waited for two steps: then everybody takes. */
  yieldsToOthers(): boolean;
  /** Compares the workers' loads and hands over some of the surplus. `waiting` is the number of orders that wait. */
  step(waiting: number): Promise<void>;
}

export function createRebalance({ workerId, leases, observer, settings, draining }: RebalanceDeps): Rebalance {
  let surplus = 0;
  let waitedBefore = false;
  let isBacklog = false;
  /** Until then the others' figures are from before our last hand-over, and what we gave is theirs to take. */
  let coolDownUntilMs = 0;

  const isCoolingDown = (): boolean => performance.now() < coolDownUntilMs;

  return {
    yieldsToOthers: () => !isBacklog && (surplus > 0 || isCoolingDown()),
    async step(waiting) {
      isBacklog = waiting > 0 && waitedBefore;
      waitedBefore = waiting > 0;
      const others = [...observer.living()].filter(([id, report]) => id !== workerId && !report.draining);
      surplus = surplusOf(
        { owned: leases.owned(), capacity: settings.capacity },
        others.map(([, report]) => report),
      );
      if (!settings.isRebalanced || draining.aborted || isCoolingDown() || surplus === 0) return;
      // The youngest first: they have the least state to move.
      const moving = leases.claims().slice(-Math.min(surplus, settings.handOversPerSweep));
      coolDownUntilMs = performance.now() + 2 * settings.heartbeatMs + settings.sweepMs;
      const deadline = AbortSignal.timeout(settings.handOverMs);
      await Promise.all(moving.map(({ id }) => leases.handOver(id, deadline)));
    },
  };
}
