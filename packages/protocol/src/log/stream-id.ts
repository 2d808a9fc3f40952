/*
 * Ids of Redis stream entries: `milliseconds-sequence`, two unsigned 64-bit numbers in decimal without leading zeros. They are
 * compared as text, since a JavaScript number holds only 53 bits exactly.
 */

const LARGEST = "18446744073709551615";
const STREAM_ID = /^(0|[1-9]\d{0,19})-(0|[1-9]\d{0,19})$/;

/** Negative when `a` comes before `b`, 0 when they are equal, positive when it comes after. */
export function compareStreamIds(a: string, b: string): number {
  const aDash = a.indexOf("-");
  const bDash = b.indexOf("-");
  if (aDash !== bDash) return aDash - bDash;
  // The usual case of two ids from the same decades: same lengths all over, so their texts sort as their numbers do.
  if (a.length === b.length) return a < b ? -1 : a > b ? 1 : 0;
  const aMs = a.slice(0, aDash);
  const bMs = b.slice(0, bDash);
  return aMs < bMs ? -1 : aMs > bMs ? 1 : a.length - b.length;
}

/** Whether one id comes after another. */
export const isAfter = (id: string, other: string): boolean => compareStreamIds(id, other) > 0;

/** When an entry was appended: the clock of Redis in epoch milliseconds. Exact for any date before the year 287396. */
export const streamIdMs = (id: string): number => Number(id.slice(0, id.indexOf("-")));

/** Whether a text is an id as Redis writes it: what a client sends may be anything. */
export function isStreamId(text: string): boolean {
  const [, ms, sequence] = STREAM_ID.exec(text) ?? [];
  return ms !== undefined && sequence !== undefined && isUint64(ms) && isUint64(sequence);
}

/** The smallest id after this one; undefined when there is none: it is the largest, or no id at all. */
export function nextStreamId(id: string): string | undefined {
  if (!isStreamId(id)) return undefined;
  const [ms = "", sequence = ""] = id.split("-");
  if (sequence !== LARGEST) return `${ms}-${BigInt(sequence) + 1n}`;
  return ms === LARGEST ? undefined : `${BigInt(ms) + 1n}-0`;
}

const isUint64 = (digits: string): boolean => digits.length < LARGEST.length || digits <= LARGEST;
