import { recordOf } from "@frontrow/redis/log";
import type { StartOrder } from "../orders/start-orders.ts";
import type { Claim } from "./claim.ts";
import type { Claimer } from "./claimer.ts";
import { Lease, type LeaseDeps } from "./lease.ts";

export interface LeasesDeps extends LeaseDeps {
  readonly claimer: Claimer;
  /** Aborted when the worker takes no more orders. */
  readonly draining: AbortSignal;
}

/** What one worker owns, and what it is claiming. */
export interface Leases {
  /** Does what an order asks: a claim and its work, or nothing, when it has become void. Never rejects. */
  take(order: StartOrder): Promise<void>;
  /** Whether the id is owned, or being claimed. */
  has(id: string): boolean;
  /** Number of claims that are worked on. */
  owned(): number;
  /** Number of orders that are not claims yet. */
  claiming(): number;
  claims(): Claim[];
  /** Gives one up for somebody else, see `Lease`. */
  handOver(id: string, deadline: AbortSignal): Promise<void>;
  /** The record of this claim names another, or nobody. Without effect on a later claim to the same id. */
  lose(claim: Claim): Promise<void>;
  notifyUnwanted(id: string): void;
  /** Calls back whenever there is room for one more. */
  onFreed(listener: () => void): void;
}

/** Delay of an order that is placed again because Redis failed during its claim. */
const RETRY_MS = 1_000;

export function createLeases(deps: LeasesDeps): Leases {
  const { role, workerId, claimer, orders, metrics, logger, draining } = deps;
  const claiming = new Set<string>();
  const leases = new Map<string, Lease>();
  const freedListeners: (() => void)[] = [];

  const has = (id: string): boolean => leases.has(id) || claiming.has(id);

  const claimAndWork = async (order: StartOrder): Promise<void> => {
    const answer = await claimer.claim(order.id, order.previousOwner);
    metrics.claimed(answer.outcome);
    if (answer.outcome === "claimed") {
      if (order.previousOwner) metrics.tookOver();
      begin({ id: order.id, role, writer: answer.writer, workerId }, order.failures);
    } else if (answer.outcome === "early" && order.failures > 0) {
      // Only the order that the back-off placed comes again; others would pile up beside it.
      await placeAgain(order, answer.waitMs);
    }
  };

  const placeAgain = (order: StartOrder, delayMs: number): Promise<void> =>
    orders.order(role, order.id, { ...order, delayMs, urgency: "interrupted" });

  const begin = (claim: Claim, failuresBefore: number): void => {
    const lease = new Lease(claim, failuresBefore, deps, remove);
    leases.set(claim.id, lease);
    lease.run().catch((err: unknown) => logger.error({ err, role, id: claim.id }, "a claim could not be given up"));
  };

  const remove = ({ claim }: Lease): void => {
    leases.delete(claim.id);
    for (const listener of freedListeners) listener();
  };

  return {
    async take(order) {
      if (has(order.id)) return metrics.claimed("held");
      claiming.add(order.id);
      try {
        await (draining.aborted ? placeAgain(order, 0) : claimAndWork(order));
      } catch (error) {
        logger.warn({ err: error, role, id: order.id }, "start order failed, placed again");
        await placeAgain(order, RETRY_MS).catch((err: unknown) =>
          logger.warn({ err, role, id: order.id }, "start order is left to the sweep"),
        );
      } finally {
        claiming.delete(order.id);
      }
    },
    has,
    owned: () => leases.size,
    claiming: () => claiming.size,
    claims: () => [...leases.values()].map(({ claim }) => claim),
    async handOver(id, deadline) {
      await leases.get(id)?.handOver(deadline);
    },
    async lose(claim) {
      const lease = leases.get(claim.id);
      if (lease && recordOf(lease.claim.writer) === recordOf(claim.writer)) await lease.lose();
    },
    notifyUnwanted: (id) => leases.get(id)?.notifyUnwanted(),
    onFreed: (listener) => void freedListeners.push(listener),
  };
}
