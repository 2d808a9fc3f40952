import type { Role } from "@frontrow/protocol/session";
import type { RedisConnection } from "@frontrow/redis/client";
import type { Job } from "bullmq";
import { type OrderLine, openOrderLine } from "./order-line.ts";
import type { StartOrder } from "./start-orders.ts";

export interface OrderTaker {
  start(): Promise<void>;
  /** There may be room again. */
  wake(): void;
  /** Takes no more orders; resolves when those that were taken are done. */
  stop(): Promise<void>;
  /** Lets go of the connections for good, also without a stop, or in the middle of one that Redis does not answer. */
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
/** A fetch that takes longer is stuck: BullMQ's blocking read does not always come back from a cluster's fail-over, measured. */
const STUCK_MS = 3_000;
const LONGEST_STUCK_MS = 30_000;

/**
 * Takes start orders one after the other, while there is room. Without room it does not even ask, so orders wait in the
 * queue for whoever has some: that spreads the load.
 */
export function createOrderTaker({ role, name, redis, hasRoom, take }: OrderTakerDeps): OrderTaker {
  let line: OrderLine | undefined;
  const taken = new Set<Promise<void>>();
  let isStopping = false;
  let loop = Promise.resolve();
  let wake = () => {};
  let fetches = 0;
  let stuckMs = STUCK_MS;

  const openLine = () => openOrderLine(redis, role, name, LOOK_AGAIN_S);

  const room = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_AGAIN_S * 1000);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const begin = (job: Job<StartOrder>, token: string): void => {
    const done = take(job.data)
      .then(() => job.moveToCompleted(undefined, token, false))
      // The order's lock has expired, or Redis is away: BullMQ gives the order to somebody else, who finds an owner.
      .then(ignore, ignore)
      .finally(() => taken.delete(done));
    taken.add(done);
  };

  const takeNext = async (): Promise<void> => {
    fetches += 1;
    const token = `${name}:${fetches}`;
    // An order that comes after all, when the fetch was given up, is begun like any other.
    line ??= openLine();
    const fetched = line.worker.getNextJob(token, { block: true }).then((job) => {
      if (job) begin(job, token);
      return job ? "order" : "nothing";
    });
    const outcome = await sooner(fetched, stuckMs);
    if (outcome === "stuck") {
      line.close();
      line = undefined;
      stuckMs = Math.min(2 * stuckMs, LONGEST_STUCK_MS);
      return;
    }
    stuckMs = STUCK_MS;
    // Redis is away, or somebody was faster: never a busy loop.
    if (outcome === "nothing") await pause(10);
  };

  const run = async (): Promise<void> => {
    while (!isStopping) {
      if (hasRoom()) await takeNext().catch(() => pause(500));
      else await room();
    }
  };

  return {
    async start() {
      line = openLine();
      await line.worker.waitUntilReady();
      loop = run();
    },
    wake: () => wake(),
    async stop() {
      if (isStopping) return loop;
      isStopping = true;
      wake();
      await Promise.all(taken);
      await line?.worker.close();
      await loop;
      // The last order came while the worker closed.
      await Promise.all(taken);
    },
    close() {
      isStopping = true;
      wake();
      line?.close();
    },
  };
}

async function sooner<T>(work: Promise<T>, ms: number): Promise<T | "stuck"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"stuck">((resolve) => {
    timer = setTimeout(() => resolve("stuck"), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(ignore);
  }
}

const ignore = (): void => {};
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
