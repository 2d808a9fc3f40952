import type { RedisClient } from "@frontrow/redis/client";

/** Tells event time: when something happened, for everybody who reads the log. */
export interface EventClock {
  /** Epoch milliseconds, whole, never smaller than an answer before. */
  now(): number;
  /** From here on nothing is earlier than this: the last moment in the log that is continued. */
  notBefore(atMs: number): void;
}

/**
 * A clock that was right once and then goes with the process' monotonic clock, so that neither a change of the wall clock
 * nor Redis being away moves event time.
 */
export function createEventClock(rightAt: { epochMs: number; monotonicMs: number }, monotonic: () => number): EventClock {
  let last = 0;
  return {
    now() {
      const reading = Math.floor(rightAt.epochMs + monotonic() - rightAt.monotonicMs);
      last = Math.max(last, reading);
      return last;
    },
    notBefore(atMs) {
      last = Math.max(last, atMs);
    },
  };
}

/** Sets a clock by Redis, which all owners of a log share; half of the round trip is taken off. */
export async function eventClockOf(client: RedisClient, monotonic: () => number = () => performance.now()): Promise<EventClock> {
  const asked = monotonic();
  const [seconds, microseconds] = await client.time();
  const monotonicMs = (asked + monotonic()) / 2;
  return createEventClock({ epochMs: Number(seconds) * 1000 + Number(microseconds) / 1000, monotonicMs }, monotonic);
}
