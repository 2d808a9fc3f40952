/** Where a message stands in TikTok's order, as far as it says: both its id and its time grow from message to message. */
export interface Place {
  /** TikTok's message id; one that is not a number says nothing about the order. */
  readonly id: string;
  /** By TikTok's clock; undefined when the message has no time. */
  readonly sentAtMs: number | undefined;
}

/** Ids are 64-bit numbers as text: JavaScript's numbers would merge neighbours. */
const ORDERED_ID = /^[1-9]\d{0,19}$/;

export const isOrdered = (id: string): boolean => ORDERED_ID.test(id);

export const compareIds = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);

/** Negative when `one` comes first, 0 when they cannot be told apart. */
export function comparePlaces(one: Place, other: Place): number {
  if (isOrdered(one.id) && isOrdered(other.id)) return compareIds(one.id, other.id);
  return one.sentAtMs === undefined || other.sentAtMs === undefined ? 0 : one.sentAtMs - other.sentAtMs;
}

/** The first of some places, or the second when there are three or more: one that is far off decides nothing. */
export function firstOf(places: readonly Place[]): Place | undefined {
  const ordered = places.filter(({ id, sentAtMs }) => isOrdered(id) || sentAtMs !== undefined).toSorted(comparePlaces);
  return ordered[ordered.length < 3 ? 0 : 1];
}
