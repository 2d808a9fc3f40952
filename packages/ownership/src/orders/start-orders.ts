import type { Role } from "@frontrow/protocol/session";
import type { RedisClient, RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { Queue } from "bullmq";

/** The name of each role's queue; the queues differ by their prefix, which puts each in a slot of its own. */
export const ORDER_QUEUE = "orders";
export const orderPrefix = (role: Role): string => keys.queue(`start-${role}`);

/** A start order: it asks for an owner of an id. Short, and worthless once the id has one. */
export interface StartOrder {
  readonly id: string;
  /** Failures of the work in a row before this order; 0 for a first start. */
  readonly failures: number;
  /** The owner that was judged dead, to take over from. */
  readonly previousOwner?: PreviousOwner;
}

/** An owner that somebody judged dead: the text of its record, and the heartbeat at which its worker stopped. */
export interface PreviousOwner {
  readonly writer: string;
  /** Named so in the jobs of orders, which outlive a release. */
  readonly beat: string;
}

export interface OrderOptions extends Partial<Omit<StartOrder, "id">> {
  readonly delayMs?: number;
  /** "interrupted" work was running a moment ago and comes first; "new" is the default. */
  readonly urgency?: "interrupted" | "new" | "found";
  /** Of a new one: how many whoever asks has had started lately. Who had few comes first. */
  readonly share?: number;
}

/** Where start orders are placed. Placing one twice is harmless: whoever takes the second finds an owner, and drops it. */
export interface Orders {
  /** Asks for an owner. Call after `WantedIndex.add` and what makes the id wanted, or the order is dropped. */
  order(role: Role, id: string, options?: OrderOptions): Promise<void>;
  /** Places many at once, and gives the names under which `isWaiting` knows them. */
  orderAll(role: Role, orders: readonly (OrderOptions & { readonly id: string })[]): Promise<string[]>;
  /** Whether an order still waits. False once somebody has taken it. */
  isWaiting(role: Role, order: string): Promise<boolean>;
  /**
   * Orders that wait for a worker with spare capacity, and orders that wait for their back-off. While all workers are full, an
   * order may be counted twice, or be void: only who takes it finds out.
   */
  waiting(role: Role): Promise<{ forCapacity: number; delayed: number }>;
  close(): Promise<void>;
}

/** Lower comes first; BullMQ takes those without a priority before all others. */
const PRIORITY = { interrupted: undefined, new: 1, found: 1_000 } as const;

/** Not "active": who took it may have died with it, and then BullMQ gives it to another only after half a minute. */
const WAITING_STATES: ReadonlySet<string> = new Set(["waiting", "prioritized", "delayed"]);

export function createOrders(redis: RedisConnection): Orders {
  let client: RedisClient | undefined;
  const queues = new Map<Role, Queue<StartOrder>>();
  const queueOf = (role: Role): Queue<StartOrder> => {
    const known = queues.get(role);
    if (known) return known;
    client ??= redis.duplicate();
    const queue = new Queue<StartOrder>(ORDER_QUEUE, {
      connection: client,
      prefix: orderPrefix(role),
      // No retries of BullMQ's: an order that fails is placed anew. No ids: an add with the id of a job in its last
      // moments is dropped, measured.
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    // The connection logs its failures itself, and commands wait for it.
    queue.on("error", () => {});
    queues.set(role, queue);
    return queue;
  };
  return {
    async order(role, id, options = {}) {
      await queueOf(role).addBulk([jobOf({ ...options, id })]);
    },
    async orderAll(role, orders) {
      const jobs = await queueOf(role).addBulk(orders.map(jobOf));
      return jobs.map(({ id }) => id ?? "");
    },
    async isWaiting(role, order) {
      return WAITING_STATES.has(await queueOf(role).getJobState(order));
    },
    async waiting(role) {
      const counts = await queueOf(role).getJobCounts("wait", "prioritized", "delayed");
      return { forCapacity: (counts["wait"] ?? 0) + (counts["prioritized"] ?? 0), delayed: counts["delayed"] ?? 0 };
    },
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      client?.disconnect();
    },
  };
}

function jobOf({ id, failures = 0, previousOwner, delayMs, urgency = "new", share = 0 }: OrderOptions & { readonly id: string }) {
  const priority = urgency === "new" ? Math.min(PRIORITY.new + Math.floor(share), PRIORITY.found) : PRIORITY[urgency];
  return {
    name: "start",
    data: { id, failures, ...(previousOwner ? { previousOwner } : {}) },
    opts: { ...(priority ? { priority } : {}), ...(delayMs ? { delay: Math.round(delayMs) } : {}) },
  };
}
