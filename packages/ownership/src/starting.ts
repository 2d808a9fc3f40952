import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { Logger } from "@frontrow/runtime/logger";
import type { Claiming } from "./claiming.ts";
import type { OwnershipMetrics } from "./metrics.ts";
import type { Orders, StartOrder } from "./start-orders.ts";
import type { Turns } from "./turns.ts";

export interface StartingDeps {
  readonly role: Role;
  readonly workerId: WorkerId;
  readonly claiming: Claiming;
  readonly turns: Turns;
  readonly orders: Orders;
  readonly metrics: OwnershipMetrics;
  readonly logger: Pick<Logger, "warn">;
  isDraining(): boolean;
}

/** Start orders that this worker has taken and that are not turns yet. */
export interface Starting {
  /** Does what an order asks: a claim and a turn, or nothing, when it has become void. Never throws. */
  take(order: StartOrder): Promise<void>;
  has(id: string): boolean;
  count(): number;
}

/** After a claim that failed for a reason of Redis', the order is placed again with this delay. */
const TRY_AGAIN_MS = 1_000;

export function createStarting(deps: StartingDeps): Starting {
  const { role, workerId, claiming, turns, orders, metrics, logger } = deps;
  const starting = new Set<string>();

  const begin = async (order: StartOrder): Promise<void> => {
    const answer = await claiming.claim(order.id, order.deceased);
    metrics.claimed(answer.outcome);
    if (answer.outcome === "claimed") {
      if (order.deceased) metrics.tookOver();
      return turns.begin({ id: order.id, role, writer: answer.writer, workerId }, order.failures);
    }
    // Only the order that the back-off placed comes again; others would pile up beside it.
    if (answer.outcome === "early" && order.failures > 0) await again(order, answer.waitMs);
  };

  const again = (order: StartOrder, delayMs: number): Promise<void> =>
    orders.order(role, order.id, { ...order, delayMs, urgency: "interrupted" });

  return {
    async take(order) {
      if (turns.has(order.id) || starting.has(order.id)) return metrics.claimed("held");
      starting.add(order.id);
      try {
        await (deps.isDraining() ? again(order, 0) : begin(order));
      } catch (error) {
        logger.warn({ err: error, role, id: order.id }, "start order failed, placed again");
        await again(order, TRY_AGAIN_MS).catch((err: unknown) =>
          logger.warn({ err, role, id: order.id }, "start order is left to the sweep"),
        );
      } finally {
        starting.delete(order.id);
      }
    },
    has: (id) => starting.has(id),
    count: () => starting.size,
  };
}
