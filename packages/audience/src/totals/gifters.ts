import type { Documents } from "@frontrow/protocol/documents";
import type { Leaderboard } from "@frontrow/protocol/insight";

const MOST = 500;
export type Gifter = Leaderboard["gifters"][number];

/**
 * The five hundred who gave most, exactly: every viewer's totals are in the viewer table, they only grow, and a viewer can become
 * one of them only by a gift, which names them. Without pictures: an address is half of a gifter's size.
 */
export interface GiftersState {
  /** Up to twice as many, so that sorting is rare. */
  readonly byId: Map<string, Gifter>;
  /** Who was the last of five hundred when they were sorted: below it nobody is one of them. */
  least: Gifter | undefined;
  /** Grows with each change. */
  version: number;
}

export const createGifters = (): GiftersState => ({ byId: new Map(), least: undefined, version: 0 });

/** Records a gifter's new totals. */
export function recordGifter(state: GiftersState, given: Gifter): void {
  const { byId, least } = state;
  if (least && byDiamonds(least, given) < 0) return;
  byId.set(given.user.id, { ...given, user: { ...given.user, avatarUrl: "" } });
  state.version++;
  if (byId.size >= 2 * MOST) forgetLeast(state);
}

function forgetLeast(state: GiftersState): void {
  const sorted = [...state.byId.values()].sort(byDiamonds);
  for (const { user } of sorted.splice(MOST)) state.byId.delete(user.id);
  state.least = sorted.at(-1);
}

/** Best first; those on the leaderboard with their pictures. */
export function giftersOf({ byId }: GiftersState, top: readonly Gifter[]): Documents["gifters"] {
  const pictured = new Map(top.map((gifter) => [gifter.user.id, gifter]));
  return [...byId.values()]
    .sort(byDiamonds)
    .slice(0, MOST)
    .map((gifter) => pictured.get(gifter.user.id) ?? gifter);
}

/** More diamonds first; of equals the smaller id, so that the order does not depend on who came first. */
export const byDiamonds = (a: Gifter, b: Gifter): number =>
  b.diamonds - a.diamonds || (a.user.id < b.user.id ? -1 : a.user.id > b.user.id ? 1 : 0);
