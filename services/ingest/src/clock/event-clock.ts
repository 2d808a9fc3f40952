import type { RedisClient } from "@frontrow/redis/client";

/** Tells event time: when something happened, for everybody who reads the log. */
export interface EventClock {
  /** Epoch milliseconds, whole, never smaller than an answer before. */
  now(): number;
  /** Never answers less than this from here on: the last moment in the log that is continued. */
  advanceTo(atMs: number): void;
}

/**
 * A clock that is set once and then goes with the process' monotonic clock, so that neither a change of the wall clock
 * nor Redis being away moves event time.
 */
export function createEventClock(setAt: { epochMs: number; monotonicMs: number }, monotonic: () => number): EventClock {
  let last = 0;
  return {
    now() {
      const reading = Math.floor(setAt.epochMs + monotonic() - setAt.monotonicMs);
      last = Math.max(last, reading);
      return last;
    },
    advanceTo(atMs) {
      last = Math.max(last, atMs);
    },
  };
}

/** A clock that is set by Redis, which all owners of a log share; half of the round trip is taken off. */
export async function eventClockFromRedis(
  client: RedisClient,
  monotonic: () => number = () => performance.now(),
): Promise<EventClock> {
  const asked = monotonic();
  const [seconds, microseconds] = await client.time();
  const monotonicMs = (asked + monotonic()) / 2;
  return createEventClock({ epochMs: Number(seconds) * 1000 + Number(microseconds) / 1000, monotonicMs }, monotonic);
}
