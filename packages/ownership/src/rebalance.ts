import type { WorkerId } from "@frontrow/protocol/ids";
import { surplusOf } from "./fair-share.ts";
import type { Observer } from "./observer.ts";
import type { Settings } from "./settings.ts";
import type { Turns } from "./turns.ts";

export interface RebalanceDeps {
  readonly workerId: WorkerId;
  readonly turns: Turns;
  readonly observer: Observer;
  readonly settings: Pick<Settings, "capacity" | "beatMs" | "sweepMs" | "isRebalanced" | "handOversPerSweep" | "handOverMs">;
  isDraining(): boolean;
}

/** Keeps a worker at its fair share: it lets others take new orders, and hands over where moving is cheap. */
export interface Rebalance {
  /** Whether another worker should take the next order. Not while orders wait for long: then everybody takes. */
  leavesToOthers(): boolean;
  /** Looks at the other workers' figures and hands over some of what is too much. `waiting` is how many orders wait. */
  step(waiting: number): Promise<void>;
}

export function createRebalance({ workerId, turns, observer, settings, isDraining }: RebalanceDeps): Rebalance {
  let surplus = 0;
  let waitedBefore = false;
  let isBacklog = false;
  /** Until then the others' figures are from before our last hand-over, and what we gave is theirs to take. */
  let settledAtMs = 0;

  const isSettling = (): boolean => performance.now() < settledAtMs;

  return {
    leavesToOthers: () => !isBacklog && (surplus > 0 || isSettling()),
    async step(waiting) {
      isBacklog = waiting > 0 && waitedBefore;
      waitedBefore = waiting > 0;
      const others = [...observer.living()].filter(([id, { draining }]) => id !== workerId && !draining);
      surplus = surplusOf(
        { owned: turns.count(), capacity: settings.capacity },
        others.map(([, report]) => report),
      );
      if (!settings.isRebalanced || isDraining() || isSettling() || surplus === 0) return;
      // The youngest first: they have the least state to move.
      const moving = turns.claims().slice(-Math.min(surplus, settings.handOversPerSweep));
      settledAtMs = performance.now() + 2 * settings.beatMs + settings.sweepMs;
      const deadline = AbortSignal.timeout(settings.handOverMs);
      await Promise.all(moving.map(({ id }) => turns.handOver(id, deadline)));
    },
  };
}
