/**
 * An id like TikTok's: seconds in the upper half, something unique within them in the lower, as decimal text.
 *
 * They have 19 digits, so a receiver that takes them for numbers merges neighbours: tests must be able to see that.
 */
export function snowflake(atMs: number, low: number): string {
  return ((BigInt(Math.floor(atMs / 1000)) << 32n) | BigInt(low >>> 0)).toString();
}
