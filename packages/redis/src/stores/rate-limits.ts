import { withTimeout } from "@frontrow/runtime/deadline";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { RedisClient } from "../client/client.ts";
import { keys } from "../keys.ts";

/** At most `count` in each window, which begins with the first of it. */
export interface WindowLimit {
  readonly count: number;
  readonly windowMs: number;
}

/** `used`: spent in the window, this included: the payer's share. `retryAtMs`: when the next window begins, epoch ms. */
export type Spent = { readonly ok: true; readonly used: number } | { readonly ok: false; readonly retryAtMs: number };

/** A limit that all processes keep together. */
export interface RateLimit {
  /** Spends from what the payer may do in this window. Never rejects, and never waits for a Redis that does not answer. */
  spend(payer: string, cost?: number): Promise<Spent>;
}

/** Redis answers in a millisecond; one that takes longer than this is away. */
const ANSWER_MS = 500;

/**
 * A limit that holds across processes, by Redis. A payer that has spent all is refused in this process alone until the window ends,
 * so that refusing costs no call. While Redis is away each process keeps the limit for itself: nobody is let in without one,
 * and nobody is kept out for want of Redis.
 */
export function createRateLimit(client: RedisClient, name: string, { count, windowMs }: WindowLimit): RateLimit {
  const duration = Math.max(1, Math.round(windowMs / 1000));
  const shared = new RateLimiterRedis({
    storeClient: client,
    keyPrefix: "",
    points: count,
    duration,
    inMemoryBlockOnConsumed: count + 1,
    rejectIfRedisNotReady: true,
  });
  const own = new RateLimiterMemory({ keyPrefix: "", points: count, duration });
  return {
    async spend(payer, cost = 1) {
      const answer = outcomeOf(shared.consume(keys.limit(name, payer), cost));
      const spent = await withTimeout(answer, ANSWER_MS, () => undefined);
      return spent ?? (await outcomeOf(own.consume(payer, cost))) ?? { ok: true, used: cost };
    },
  };
}

/** Undefined when the limiter could not tell. */
async function outcomeOf(consumed: Promise<RateLimiterRes>): Promise<Spent | undefined> {
  try {
    return { ok: true, used: (await consumed).consumedPoints };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) return undefined;
    return { ok: false, retryAtMs: Date.now() + Math.max(1, refused.msBeforeNext) };
  }
}
