/**
 * `held` with `items` in it, oldest first: an item with the id of one that is held takes its place, a new one goes to the end,
 * and above `limit` the oldest are forgotten. The same array when there is nothing new.
 */
export function upsert<Item extends object>(
  held: readonly Item[],
  items: readonly Item[],
  idOf: (item: Item) => string,
  limit: number,
): readonly Item[] {
  if (items.length === 0) return held;
  const byId = new Map(held.map((item) => [idOf(item), item]));
  for (const item of items) byId.set(idOf(item), item);
  return [...byId.values()].slice(-limit);
}
