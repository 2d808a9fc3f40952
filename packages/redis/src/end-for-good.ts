import { FrontrowError } from "@frontrow/protocol/errors";
import type { RedisClient } from "./client.ts";

/**
 * Ends a connection that BullMQ works with, whatever state both are in.
 *
 * BullMQ mends a blocking read that takes too long: it ends the connection and connects it anew, and does not ask in between
 * whether the worker has been closed. A closing worker also waits for Redis to take its QUIT. So the connection refuses.
 */
export function endForGood(client: RedisClient): void {
  // Without an attempt under way ioredis ends none, and what waits in its queue would do so for ever.
  if (client.status === "reconnecting") client.connect().catch(() => {});
  client.disconnect();
  client.connect = () => Promise.reject(new FrontrowError("REDIS_UNAVAILABLE", "this connection was closed"));
}
