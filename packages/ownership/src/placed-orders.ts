import type { Role } from "@frontrow/protocol/session";
import type { OrderOptions, Orders } from "./start-orders.ts";

/**
 * Orders that a sweeper has placed, so that what it finds again and again is ordered once: without spare capacity an order
 * may wait for hours, and a queue that grows with every look would be the next failure.
 */
export interface PlacedOrders {
  /** An order for it was placed a moment ago: nothing to do, and nothing to find out. */
  isFresh(id: string): boolean;
  /** Asks for an owner, unless an order for it still waits. */
  want(id: string, options: OrderOptions): void;
  /** It has an owner. */
  forget(id: string): void;
  /** Places what was wanted since the last call. */
  flush(): Promise<void>;
}

/** An order that was taken gets this long to become a claim. */
export const PATIENCE_MS = 2_000;
const LARGEST_BATCH = 500;
/** Of so many that still have no owner, it is found out each time whether their orders wait; the rest is taken to. */
const MOST_LOOKED_AT = 200;

export function createPlacedOrders(role: Role, orders: Orders, patienceMs = PATIENCE_MS): PlacedOrders {
  const placed = new Map<string, { order: string; nextLookAtMs: number }>();
  let wanted = new Map<string, OrderOptions>();

  const isFresh = (id: string): boolean => (placed.get(id)?.nextLookAtMs ?? 0) > performance.now();

  /** Those that have no order in the queue. */
  const withoutOrder = async (asked: [string, OrderOptions][]): Promise<[string, OrderOptions][]> => {
    const unknown = asked.filter(([id]) => !placed.has(id));
    const known = asked.filter(([id]) => placed.has(id) && !isFresh(id)).slice(0, MOST_LOOKED_AT);
    const areGone = await Promise.all(known.map(async ([id]) => !(await stillWaits(id))));
    return [...unknown, ...known.filter((_, index) => areGone[index])];
  };

  const stillWaits = async (id: string): Promise<boolean> => {
    const before = placed.get(id);
    if (!before) return false;
    before.nextLookAtMs = performance.now() + patienceMs;
    return orders.isWaiting(role, before.order);
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
    isFresh,
    want: (id, options) => void wanted.set(id, options),
    forget: (id) => void placed.delete(id),
    async flush() {
      const asked = [...wanted];
      wanted = new Map();
      const due = await withoutOrder(asked);
      for (let at = 0; at < due.length; at += LARGEST_BATCH) await place(due.slice(at, at + LARGEST_BATCH));
      clean();
    },
  };
}
