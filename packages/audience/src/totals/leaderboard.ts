import type { User } from "@frontrow/protocol/event";
import type { Leaderboard } from "@frontrow/protocol/insight";

const TOP = 10;
type TopGifter = Leaderboard["gifters"][number];

/**
 * The ten top gifters, exactly: every viewer's totals are in the viewer table, they only grow, and a viewer can enter the top ten
 * only by a gift, which names them.
 */
export interface LeaderboardState {
  /** Best first. */
  top: TopGifter[];
  changedAtMs: number;
  /** Grows with each change of the top ten. */
  version: number;
}

export const createLeaderboard = (): LeaderboardState => ({ top: [], changedAtMs: 0, version: 0 });

/** Updates the rank of a gifter, given their new totals. */
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
