import { FrontrowError } from "@frontrow/protocol/errors";
import type { RedisClient } from "./client.ts";

/**
 * What Redis and its client say when the answer is "not now": a slot on the move, a fail-over, a start, a cut. The first
 * word of a Redis error is its code; the client's own errors have nothing but their text.
 */
const passing =
  /^(MOVED|ASK|TRYAGAIN|CLUSTERDOWN|READONLY|LOADING|MASTERDOWN|NOREPLICAS|MISCONF|BUSY|UNKILLABLE|Connection is closed|Command aborted|Cluster is|Too many Cluster redirections|None of startup nodes|Failed to refresh slots|Socket timeout|Stream isn't writeable)/;

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1000;

/**
 * Does what is safe to repeat until Redis has answered it: the way in which everything here waits while Redis is away.
 *
 * The client itself sends commands again after a cut, and follows a slot; what it gives up on (a fail-over that lasts, a
 * refused write on a primary that lost its replicas) ends here. Throws a `FrontrowError` once the client is closed, when
 * Redis is full (`STORE_FULL`), or refuses us (`REDIS_UNAVAILABLE`).
 */
export async function patiently<T>(redis: RedisClient, operation: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await operation();
    } catch (error) {
      if (!isPassing(error) || redis.status === "end") throw translated(error);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs(attempt)));
  }
}

export const isPassing = (error: unknown): boolean => error instanceof Error && passing.test(error.message);

/** Doubles up to a second, with full jitter, so that a thousand callers do not come back in one moment. */
const pauseMs = (attempt: number): number =>
  FIRST_PAUSE_MS + Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt, 10));

function translated(error: unknown): FrontrowError {
  if (error instanceof FrontrowError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (text.startsWith("OOM")) return new FrontrowError("STORE_FULL", "Redis has no memory left", { cause: error });
  if (isPassing(error)) return new FrontrowError("REDIS_UNAVAILABLE", "the connection to Redis is closed", { cause: error });
  if (/^(NOAUTH|WRONGPASS|NOPERM)/.test(text)) {
    return new FrontrowError("REDIS_UNAVAILABLE", "Redis refuses this user", { cause: error });
  }
  return new FrontrowError("INTERNAL", "Redis refused a command", { cause: error });
}
