import { setTimeout as sleep } from "node:timers/promises";
import type { Role } from "@frontrow/protocol/session";
import { forceDisconnect, type RedisConnection } from "@frontrow/redis/client";
import { withTimeout } from "@frontrow/runtime/deadline";
import { type Job, Worker } from "bullmq";
import { ORDER_QUEUE, orderPrefix, type StartOrder } from "./start-orders.ts";

export interface OrderConsumer {
  start(): Promise<void>;
  /** There may be room again. */
  wake(): void;
  /** Takes no more orders; resolves when those that were taken are done. */
  stop(): Promise<void>;
  /** Disconnects for good, also without a stop, or in the middle of one that Redis does not answer. */
  close(): void;
}

export interface OrderConsumerDeps {
  readonly role: Role;
  readonly name: string;
  readonly redis: RedisConnection;
  /** Whether one more may be taken now; asked before each. */
  hasRoom(): boolean;
  /** Does what the order asks; must not reject. */
  take(order: StartOrder): Promise<void>;
}

/** How long a fetch waits for an order, and the consumer for room; both end earlier when there is some. */
const WAIT_S = 1;
/** A fetch that takes longer is stuck: BullMQ's blocking read does not always return from a cluster's fail-over, measured. */
const STUCK_MS = 3_000;
const MAX_STUCK_MS = 30_000;
/** After a fetch that gave nothing at once: Redis is away, or another worker was faster. Never a busy loop. */
const EMPTY_PAUSE_MS = 10;
const FAILED_PAUSE_MS = 500;

/**
 * Takes start orders one after the other, while there is room. Without room it does not even ask, so orders wait in the
 * queue for whoever has some: that spreads the load.
 */
export function createOrderConsumer({ role, name, redis, hasRoom, take }: OrderConsumerDeps): OrderConsumer {
  let queue: OrderQueue | undefined;
  const inProgress = new Set<Promise<void>>();
  let isStopping = false;
  let loop = Promise.resolve();
  let wake = () => {};
  let fetches = 0;
  let stuckMs = STUCK_MS;

  const run = async (): Promise<void> => {
    while (!isStopping) {
      if (hasRoom()) await takeNext().catch(() => sleep(FAILED_PAUSE_MS));
      else await untilWoken();
    }
  };

  const takeNext = async (): Promise<void> => {
    fetches += 1;
    const token = `${name}:${fetches}`;
    queue ??= openOrderQueue(redis, role, name);
    // An order that comes after all, when the fetch was given up, is begun like any other.
    const fetched = queue.worker.getNextJob(token, { block: true }).then((job) => {
      if (job) begin(job, token);
      return job ? "order" : "nothing";
    });
    const outcome = await withTimeout(fetched, stuckMs, () => "stuck" as const);
    if (outcome === "stuck") {
      queue.close();
      queue = undefined;
      stuckMs = Math.min(2 * stuckMs, MAX_STUCK_MS);
      return;
    }
    stuckMs = STUCK_MS;
    if (outcome === "nothing") await sleep(EMPTY_PAUSE_MS);
  };

  const begin = (job: Job<StartOrder>, token: string): void => {
    const done = take(job.data)
      .then(() => job.moveToCompleted(undefined, token, false))
      // The order's lock has expired, or Redis is away: BullMQ gives the order to somebody else, who finds an owner.
      .then(ignore, ignore)
      .finally(() => inProgress.delete(done));
    inProgress.add(done);
  };

  const untilWoken = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, WAIT_S * 1000);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    async start() {
      queue = openOrderQueue(redis, role, name);
      await queue.worker.waitUntilReady();
      loop = run();
    },
    wake: () => wake(),
    async stop() {
      if (isStopping) return loop;
      isStopping = true;
      wake();
      await Promise.all(inProgress);
      await queue?.worker.close();
      await loop;
      // The last order came while the worker closed.
      await Promise.all(inProgress);
    },
    close() {
      isStopping = true;
      wake();
      queue?.close();
    },
  };
}

/** Where orders are fetched: a BullMQ worker that processes nothing by itself, with the connections that it uses. */
interface OrderQueue {
  readonly worker: Worker<StartOrder>;
  /** Disconnects both connections at once and for good, whatever state they and the worker are in. */
  close(): void;
}

function openOrderQueue(redis: RedisConnection, role: Role, name: string): OrderQueue {
  const connection = redis.duplicate();
  const blocking = redis.duplicate();
  const worker = new Worker<StartOrder>(ORDER_QUEUE, null, {
    // BullMQ reads orders on a copy of its own, which it may leave connecting for ever: it gets one that is ours to end.
    connection: Object.assign(connection, { duplicate: () => blocking }),
    prefix: orderPrefix(role),
    name,
    drainDelay: WAIT_S,
  });
  // The connections log their failures themselves, and fetches go on when Redis is back.
  worker.on("error", ignore);
  // An order whose worker died before it was done goes back to the queue after half a minute.
  worker.startStalledCheckTimer().catch(ignore);
  return {
    worker,
    close() {
      for (const client of [blocking, connection]) forceDisconnect(client);
      worker.close(true).catch(ignore);
    },
  };
}

const ignore = (): void => {};
