import type { User } from "@frontrow/protocol/event";
import type { Leaderboard } from "@frontrow/protocol/insight";

const TOP = 10;
type TopGifter = Leaderboard["gifters"][number];

/**
 * Who gave most. Totals only grow, and whoever comes to be one of the ten does so by a gift, which tells who they are: so
 * the ten are exact, as the totals of all viewers are in their table.
 */
export interface LeaderboardState {
  /** Best first. */
  top: TopGifter[];
  changedAtMs: number;
  /** Grows with each change of the top ten. */
  version: number;
}

export const createLeaderboard = (): LeaderboardState => ({ top: [], changedAtMs: 0, version: 0 });

/** A gifter has these totals now. */
export function rankGifter(state: LeaderboardState, entry: TopGifter, atMs: number): void {
  const worst = state.top.at(-1);
  const held = state.top.findIndex((gifter) => gifter.user.id === entry.user.id);
  if (held >= 0) state.top[held] = entry;
  else if (state.top.length < TOP || (worst && byDiamonds(entry, worst) < 0)) state.top.push(entry);
  else return;
  state.top.sort(byDiamonds);
  state.top.length = Math.min(state.top.length, TOP);
  state.changedAtMs = atMs;
  state.version++;
}

export const leaderboardOf = (state: LeaderboardState): Leaderboard => ({
  type: "leaderboard",
  atMs: state.changedAtMs,
  gifters: [...state.top],
});

export const isTopGifter = ({ top }: LeaderboardState, { id }: User): boolean => top.some(({ user }) => user.id === id);

/** More diamonds first; of equals the smaller id, so that the order does not depend on who came first. */
const byDiamonds = (a: TopGifter, b: TopGifter): number =>
  b.diamonds - a.diamonds || (a.user.id < b.user.id ? -1 : a.user.id > b.user.id ? 1 : 0);
