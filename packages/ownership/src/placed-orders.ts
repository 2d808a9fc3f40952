import type { Role } from "@frontrow/protocol/session";
import type { OrderOptions, Orders } from "./start-orders.ts";

/**
 * Orders that a sweeper has placed, so that what it finds again and again is ordered once: without spare capacity an order
 * may wait for hours, and a queue that grows with every look would be the next failure.
 */
export interface PlacedOrders {
  /** Asks for an owner, unless an order for it was placed a moment ago or still waits. */
  want(id: string, options: OrderOptions): void;
  /** It has an owner. */
  forget(id: string): void;
  /** Places what was wanted since the last call. */
  flush(): Promise<void>;
}

/** An order that was taken gets this long to become a claim. */
export const PATIENCE_MS = 2_000;
const LARGEST_BATCH = 500;

export function createPlacedOrders(role: Role, orders: Orders, patienceMs = PATIENCE_MS): PlacedOrders {
  const placed = new Map<string, { order: string; nextLookAtMs: number }>();
  let wanted = new Map<string, OrderOptions>();

  const isDue = async ([id]: [string, OrderOptions]): Promise<boolean> => {
    const before = placed.get(id);
    if (!before) return true;
    if (performance.now() < before.nextLookAtMs) return false;
    before.nextLookAtMs = performance.now() + patienceMs;
    return !(await orders.isWaiting(role, before.order));
  };

  const place = async (batch: [string, OrderOptions][]): Promise<void> => {
    const names = await orders.orderAll(
      role,
      batch.map(([id, options]) => ({ ...options, id })),
    );
    for (const [index, [id]] of batch.entries()) {
      placed.set(id, { order: names[index] ?? "", nextLookAtMs: performance.now() + patienceMs });
    }
  };

  /** Who was not looked at for long has found an owner, or belongs to another sweeper now. */
  const clean = (): void => {
    const longAgoMs = performance.now() - 100 * patienceMs;
    for (const [id, { nextLookAtMs }] of placed) if (nextLookAtMs < longAgoMs) placed.delete(id);
  };

  return {
    want: (id, options) => void wanted.set(id, options),
    forget: (id) => void placed.delete(id),
    async flush() {
      const asked = [...wanted];
      wanted = new Map();
      const areDue = await Promise.all(asked.map(isDue));
      const due = asked.filter((_, index) => areDue[index]);
      for (let at = 0; at < due.length; at += LARGEST_BATCH) await place(due.slice(at, at + LARGEST_BATCH));
      clean();
    },
  };
}
