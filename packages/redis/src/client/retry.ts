import { setTimeout as sleep } from "node:timers/promises";
import { FrontrowError } from "@frontrow/protocol/errors";
import { backoffMs } from "@frontrow/runtime/backoff";
import type { RedisClient } from "./client.ts";

/**
 * Errors of Redis and its client that mean "not now": a slot on the move, a fail-over, a start, a cut. The first word of a
 * Redis error is its code; the client's own errors have nothing but their text.
 */
const transient =
  /^(MOVED|ASK|TRYAGAIN|CLUSTERDOWN|READONLY|LOADING|MASTERDOWN|NOREPLICAS|MISCONF|BUSY|UNKILLABLE|Connection is closed|Command aborted|Cluster is|Too many Cluster redirections|None of startup nodes|Failed to refresh slots|Socket timeout|Stream isn't writeable)/;

const FIRST_PAUSE_MS = 20;
/** Full jitter, so that a thousand callers do not come back in one moment. */
const PAUSES = { firstMs: FIRST_PAUSE_MS, maxMs: 1000, jitter: 1 };

/**
 * Repeats an operation, which must be safe to repeat, until Redis has answered it: the way in which everything here waits
 * while Redis is away.
 *
 * The client itself sends commands again after a cut, and follows a slot; what it gives up on (a fail-over that lasts, a
 * refused write on a primary that lost its replicas) ends here. Throws a `FrontrowError` once the client is closed, when
 * Redis is full (`STORE_FULL`), or refuses us (`REDIS_UNAVAILABLE`).
 */
export async function retryUntilAnswered<T>(redis: RedisClient, operation: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await operation();
    } catch (error) {
      if (!isTransient(error) || redis.status === "end") throw translated(error);
    }
    await sleep(FIRST_PAUSE_MS + backoffMs(attempt, PAUSES));
  }
}

export const isTransient = (error: unknown): boolean => error instanceof Error && transient.test(error.message);

function translated(error: unknown): FrontrowError {
  if (error instanceof FrontrowError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (text.startsWith("OOM")) return new FrontrowError("STORE_FULL", "Redis has no memory left", { cause: error });
  if (isTransient(error)) return new FrontrowError("REDIS_UNAVAILABLE", "the connection to Redis is closed", { cause: error });
  if (/^(NOAUTH|WRONGPASS|NOPERM)/.test(text)) {
    return new FrontrowError("REDIS_UNAVAILABLE", "Redis refuses this user", { cause: error });
  }
  return new FrontrowError("INTERNAL", "Redis refused a command", { cause: error });
}
