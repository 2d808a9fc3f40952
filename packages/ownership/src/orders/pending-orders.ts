import type { Role } from "@frontrow/protocol/session";
import type { OrderOptions, Orders } from "./start-orders.ts";

/**
 * Orders that a sweeper has placed and that are not claims yet. What it finds again and again is ordered once: without spare
 * capacity an order may wait for hours, and a queue that grows with every sweep would be the next failure.
 */
export interface PendingOrders {
  /** Whether an order for it was placed, or seen waiting, within the grace. */
  isRecent(id: string): boolean;
  /** Asks for an owner at the next flush, unless an order for it still waits. */
  request(id: string, options: OrderOptions): void;
  /** It has an owner. */
  forget(id: string): void;
  /** Places what was requested since the last call. */
  flush(): Promise<void>;
}

/** Time that an order gets from its placing to its claim before it is asked for again. */
export const ORDER_GRACE_MS = 2_000;
/** Orders placed in one command. */
const MAX_BATCH = 500;
/** Orders whose state is read in one flush; the others count as waiting until the next. */
const MAX_CHECKS = 200;

export function createPendingOrders(role: Role, orders: Orders, graceMs = ORDER_GRACE_MS): PendingOrders {
  const pending = new Map<string, { order: string; nextCheckAtMs: number }>();
  let requested = new Map<string, OrderOptions>();

  const isRecent = (id: string): boolean => (pending.get(id)?.nextCheckAtMs ?? 0) > performance.now();

  /** Those that have no order in the queue. */
  const withoutOrder = async (asked: [string, OrderOptions][]): Promise<[string, OrderOptions][]> => {
    const unknown = asked.filter(([id]) => !pending.has(id));
    const known = asked.filter(([id]) => pending.has(id) && !isRecent(id)).slice(0, MAX_CHECKS);
    const isGone = await Promise.all(known.map(async ([id]) => !(await stillWaits(id))));
    return [...unknown, ...known.filter((_, index) => isGone[index])];
  };

  const stillWaits = async (id: string): Promise<boolean> => {
    const before = pending.get(id);
    if (!before) return false;
    before.nextCheckAtMs = performance.now() + graceMs;
    return orders.isWaiting(role, before.order);
  };

  const placeBatch = async (batch: [string, OrderOptions][]): Promise<void> => {
    const names = await orders.orderAll(
      role,
      batch.map(([id, options]) => ({ ...options, id })),
    );
    for (const [index, [id]] of batch.entries()) {
      pending.set(id, { order: names[index] ?? "", nextCheckAtMs: performance.now() + graceMs });
    }
  };

  /** What was not requested for 100 times the grace has found an owner, or belongs to another sweeper now. */
  const forgetOld = (): void => {
    const oldMs = performance.now() - 100 * graceMs;
    for (const [id, { nextCheckAtMs }] of pending) if (nextCheckAtMs < oldMs) pending.delete(id);
  };

  return {
    isRecent,
    request: (id, options) => void requested.set(id, options),
    forget: (id) => void pending.delete(id),
    async flush() {
      const asked = [...requested];
      requested = new Map();
      const due = await withoutOrder(asked);
      for (let at = 0; at < due.length; at += MAX_BATCH) await placeBatch(due.slice(at, at + MAX_BATCH));
      forgetOld();
    },
  };
}
