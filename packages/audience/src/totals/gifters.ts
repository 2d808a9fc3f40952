import type { Documents } from "@frontrow/protocol/documents";
import type { Leaderboard } from "@frontrow/protocol/insight";

const MOST = 500;
export type Gifter = Leaderboard["gifters"][number];

/**
 * The five hundred who gave most, exactly: every viewer's totals are in the viewer table, they only grow, and a viewer can become
 * one of them only by a gift, which names them. Without pictures: an address is half of a gifter's size.
 */
export interface GiftersState {
  readonly byId: Map<string, Gifter>;
  /** Who gave least, once there are five hundred. */
  leastId: string | undefined;
  /** Grows with each gift of one of them. */
  version: number;
}

export const createGifters = (): GiftersState => ({ byId: new Map(), leastId: undefined, version: 0 });

/** Records a gifter's new totals. */
export function recordGifter(state: GiftersState, { user, diamonds, gifts }: Gifter): void {
  const { byId, leastId } = state;
  const gifter: Gifter = { user: { ...user, avatarUrl: "" }, diamonds, gifts };
  const least = leastId === undefined ? undefined : byId.get(leastId);
  if (least && !byId.has(user.id)) {
    if (byDiamonds(least, gifter) < 0) return;
    byId.delete(least.user.id);
  }
  byId.set(user.id, gifter);
  state.version++;
  if (byId.size === MOST && (!least || !byId.has(least.user.id) || least.user.id === user.id)) {
    state.leastId = [...byId.values()].reduce((least, one) => (byDiamonds(least, one) < 0 ? one : least)).user.id;
  }
}

/** Best first; those on the leaderboard with their pictures. */
export function giftersOf({ byId }: GiftersState, top: readonly Gifter[]): Documents["gifters"] {
  const pictured = new Map(top.map((gifter) => [gifter.user.id, gifter]));
  return [...byId.values()].sort(byDiamonds).map((gifter) => pictured.get(gifter.user.id) ?? gifter);
}

/** More diamonds first; of equals the smaller id, so that the order does not depend on who came first. */
export const byDiamonds = (a: Gifter, b: Gifter): number =>
  b.diamonds - a.diamonds || (a.user.id < b.user.id ? -1 : a.user.id > b.user.id ? 1 : 0);
