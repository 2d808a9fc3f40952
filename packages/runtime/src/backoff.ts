export interface Backoff {
  /** Upper bound of the first delay. */
  readonly firstMs: number;
  /** Upper bound of any delay. */
  readonly maxMs: number;
  /** Share of a delay that is left to chance, 0 to 1; 1 is "full jitter". Half by default. */
  readonly jitter?: number;
}

/** Doublings after which no bound grows any more: keeps the power finite for a caller that counts for weeks. */
const MAX_DOUBLINGS = 32;

/**
 * Delay in milliseconds before the next attempt, after `failures` of them (from 0): an upper bound that doubles with each
 * failure, lowered by a random part so that what failed together does not come back together.
 *
 * Exponential backoff with jitter, as M. Brooker compares its forms in the AWS Architecture Blog, "Exponential Backoff And
 * Jitter" (2015). Pure: `random` gives a number from 0 up to 1.
 *
 * @example
 * backoffMs(0, { firstMs: 500, maxMs: 30_000, jitter: 1 }, () => 0.5) // 250
 * backoffMs(3, { firstMs: 500, maxMs: 30_000, jitter: 0.5 }, () => 0) // 2000
 */
export function backoffMs(
  failures: number,
  { firstMs, maxMs, jitter = 0.5 }: Backoff,
  random: () => number = Math.random,
): number {
  const boundMs = Math.min(maxMs, firstMs * 2 ** Math.min(failures, MAX_DOUBLINGS));
  return boundMs * (1 - jitter * (1 - random()));
}
