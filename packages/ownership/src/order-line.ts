import type { Role } from "@frontrow/protocol/session";
import type { RedisConnection } from "@frontrow/redis/client";
import { endForGood } from "@frontrow/redis/end-for-good";
import { Worker } from "bullmq";
import { ORDER_QUEUE, orderPrefix, type StartOrder } from "./start-orders.ts";

/** Where orders are fetched: a BullMQ worker that processes nothing by itself, with the connections that it uses. */
export interface OrderLine {
  readonly worker: Worker<StartOrder>;
  /** Lets go of both connections at once and for good, whatever state they and the worker are in. */
  close(): void;
}

/** `waitS`: how long one fetch waits for an order. */
export function openOrderLine(redis: RedisConnection, role: Role, name: string, waitS: number): OrderLine {
  const connection = redis.duplicate();
  const blocking = redis.duplicate();
  const worker = new Worker<StartOrder>(ORDER_QUEUE, null, {
    // BullMQ reads orders on a copy of its own, which it may leave connecting for ever: it gets one that is ours to end.
    connection: Object.assign(connection, { duplicate: () => blocking }),
    prefix: orderPrefix(role),
    name,
    drainDelay: waitS,
  });
  // The connections log their failures themselves, and fetches go on when Redis is back.
  worker.on("error", ignore);
  // An order whose taker died before it was done goes back to the queue after half a minute.
  worker.startStalledCheckTimer().catch(ignore);
  return {
    worker,
    close() {
      for (const client of [blocking, connection]) endForGood(client);
      worker.close(true).catch(ignore);
    },
  };
}

const ignore = (): void => {};
