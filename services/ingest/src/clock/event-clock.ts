import type { RedisClient } from "@frontrow/redis/client";

/** What the time was when the monotonic clock stood at that value. */
export interface TimeReading {
  readonly epochMs: number;
  readonly monotonicMs: number;
}

/** Tells event time: when something happened, for everybody who reads the log. */
export interface EventClock {
  /** Epoch milliseconds, whole, never smaller than an answer before. */
  now(): number;
  /** Never answers less than this from here on: the last moment in the log that is continued. */
  advanceTo(atMs: number): void;
  /**
   * Goes by another reading from here on, if that is far ahead: the monotonic clock stood still, as it does while a machine
   * sleeps. Gives the milliseconds by which event time has jumped, mostly 0.
   */
  catchUp(reading: TimeReading): number;
}

/** Difference of two clocks that is no sleep: a slow answer, a drift of days, a leap second. */
const TOLERANCE_MS = 5_000;

/**
 * A clock that is set once and then goes with the process' monotonic clock, so that neither a change of the wall clock
 * nor Redis being away moves event time. Only a sleep does.
 */
export function createEventClock(setAt: TimeReading, monotonic: () => number): EventClock {
  let anchor = setAt;
  let last = 0;
  const now = (): number => {
    const reading = Math.floor(anchor.epochMs + monotonic() - anchor.monotonicMs);
    last = Math.max(last, reading);
    return last;
  };
  return {
    now,
    advanceTo(atMs) {
      last = Math.max(last, atMs);
    },
    catchUp(reading) {
      const before = now();
      if (reading.epochMs + monotonic() - reading.monotonicMs - before < TOLERANCE_MS) return 0;
      anchor = reading;
      return now() - before;
    },
  };
}

/** A question that takes longer has waited for Redis to be there, and was not half-way when it was answered. */
const MOST_LATENCY_MS = 250;

/** The time by Redis, which all owners of a log share; half of the round trip is taken off. */
export async function readRedisTime(client: RedisClient, monotonic: () => number): Promise<TimeReading> {
  const asked = monotonic();
  const [seconds, microseconds] = await client.time();
  const answered = monotonic();
  const latencyMs = Math.min(MOST_LATENCY_MS, (answered - asked) / 2);
  return { epochMs: Number(seconds) * 1000 + Number(microseconds) / 1000, monotonicMs: answered - latencyMs };
}

/** A clock that is set by Redis. */
export const eventClockFromRedis = async (
  client: RedisClient,
  monotonic: () => number = () => performance.now(),
): Promise<EventClock> => createEventClock(await readRedisTime(client, monotonic), monotonic);

/** Notices that this machine slept: the wall clock then runs ahead of the monotonic one. Whether it is right, Redis knows. */
export class SleepWatch {
  readonly #wall: () => number;
  readonly #monotonic: () => number;
  #aheadMs: number;

  constructor(wall: () => number, monotonic: () => number) {
    this.#wall = wall;
    this.#monotonic = monotonic;
    this.#aheadMs = wall() - monotonic();
  }

  /** Whether the wall clock ran ahead since the last call that said so, or the beginning. */
  takeIfSlept(): boolean {
    const aheadMs = this.#wall() - this.#monotonic();
    const hasSlept = aheadMs - this.#aheadMs >= TOLERANCE_MS;
    // A clock that was set back may be set forward again: that is no sleep, and costs one question.
    if (hasSlept || aheadMs < this.#aheadMs) this.#aheadMs = aheadMs;
    return hasSlept;
  }
}
