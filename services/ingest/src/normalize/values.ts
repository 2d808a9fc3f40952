import type { WireNumber } from "../source/messages.ts";

/** Longer texts are cut: TikTok's own limit for a comment is 150 characters. */
const MAX_TEXT = 2_000;
/** TikTok's own limits are 30 for a nickname and 24 for a handle. Names are in every list that a screen begins with. */
const MAX_NAME = 100;

/** A count as ours are: a whole number from 0 to the largest that JSON keeps exact. Nonsense is 0. */
export function countOf(value: WireNumber | undefined): number {
  const number = Number(value ?? 0);
  if (!(number > 0)) return 0;
  return number >= Number.MAX_SAFE_INTEGER ? Number.MAX_SAFE_INTEGER : Math.floor(number);
}

/** Two counts multiplied, still exact or at the limit. */
export const productOf = (one: number, other: number): number => Math.min(Number.MAX_SAFE_INTEGER, one * other);

/** Text as it is kept; what is not there is empty. */
export const textOf = (value: string | undefined): string => cut(value, MAX_TEXT);

/** What a person or a gift is called. */
export const nameOf = (value: string | undefined): string => cut(value, MAX_NAME);

/** Cut by code points at the edge, so that half a character never reaches a JSON parser elsewhere. */
function cut(value: string | undefined, most: number): string {
  if (!value) return "";
  return value.length > most ? value.slice(0, most).replace(/[\uD800-\uDBFF]$/, "") : value;
}

/** An id; "" for the several ways in which TikTok says none. */
export const idTextOf = (value: WireNumber | undefined): string =>
  value === undefined || NO_IDS.has(String(value)) ? "" : String(value).slice(0, 64);

const NO_IDS = new Set(["", "0", "-1"]);

/** Before 1973 in milliseconds, but a plausible moment in seconds, which some messages have. */
const LARGEST_SECONDS = 1e11;

/**
 * TikTok's clock in milliseconds, or the moment of arrival where a message has no time. A clock that is far off is kept as
 * it is: windows and rates know only our own.
 */
export function sentAtMsOf(createTime: WireNumber | undefined, arrivedAtMs: number): number {
  const time = countOf(createTime);
  if (time === 0) return arrivedAtMs;
  return time < LARGEST_SECONDS ? time * 1000 : time;
}
