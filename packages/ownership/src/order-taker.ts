import type { Role } from "@frontrow/protocol/session";
import type { RedisConnection } from "@frontrow/redis/client";
import { Worker } from "bullmq";
import { ORDER_QUEUE, orderPrefix, type StartOrder } from "./start-orders.ts";

export interface OrderTaker {
  start(): Promise<void>;
  /** There may be room again. */
  wake(): void;
  /** Takes no more orders; resolves when those that were taken are done. */
  stop(): Promise<void>;
  /** Lets go of the connection, also in the middle of a stop that Redis does not answer. */
  close(): void;
}

export interface OrderTakerDeps {
  readonly role: Role;
  readonly name: string;
  readonly redis: RedisConnection;
  /** Whether one more may be taken now; asked before each. */
  hasRoom(): boolean;
  /** Does what the order asks; must not throw. */
  take(order: StartOrder): Promise<void>;
}

/** How long it waits for an order, or for room, before it looks again; both wake it earlier. */
const LOOK_AGAIN_S = 1;

/**
 * Takes start orders one after the other, while there is room. Without room it does not even ask, so orders wait in the
 * queue for whoever has some: that spreads the load.
 */
export function createOrderTaker({ role, name, redis, hasRoom, take }: OrderTakerDeps): OrderTaker {
  const connection = redis.duplicate();
  const worker = new Worker<StartOrder>(ORDER_QUEUE, null, {
    connection,
    prefix: orderPrefix(role),
    name,
    drainDelay: LOOK_AGAIN_S,
  });
  // The connection logs its failures itself, and the loop goes on when Redis is back.
  worker.on("error", () => {});
  const taken = new Set<Promise<void>>();
  let isStopping = false;
  let loop = Promise.resolve();
  let wake = () => {};
  let orderCount = 0;

  const room = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_AGAIN_S * 1000);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const takeNext = async (): Promise<void> => {
    orderCount += 1;
    const token = `${name}:${orderCount}`;
    const job = await worker.getNextJob(token, { block: true });
    if (!job) return pause(10); // Redis is away, or somebody was faster: never a busy loop.
    const done = take(job.data)
      .then(() => job.moveToCompleted(undefined, token, false))
      // The order's lock has expired, or Redis is away: BullMQ gives the order to somebody else, who finds an owner.
      .then(ignore, ignore)
      .finally(() => taken.delete(done));
    taken.add(done);
  };

  const run = async (): Promise<void> => {
    while (!isStopping) {
      if (hasRoom()) await takeNext().catch(() => pause(500));
      else await room();
    }
  };

  return {
    async start() {
      await worker.waitUntilReady();
      await worker.startStalledCheckTimer();
      loop = run();
    },
    wake: () => wake(),
    async stop() {
      if (isStopping) return loop;
      isStopping = true;
      wake();
      await Promise.all(taken);
      await worker.close();
      await loop;
      // The last order came while the worker closed.
      await Promise.all(taken);
    },
    close: () => connection.disconnect(),
  };
}

const ignore = (): void => {};
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
