const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before attempt number `attempt` (from 1): anything between nothing and a bound that doubles, so that ten
 * thousand clients of one gateway that went away do not come back in the same moment ("full jitter").
 */
export function backoffMs(attempt: number, random: () => number): number {
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 16));
  return Math.floor(random() * bound);
}
