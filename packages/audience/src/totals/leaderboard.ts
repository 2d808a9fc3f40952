import type { User } from "@frontrow/protocol/event";
import type { Leaderboard } from "@frontrow/protocol/insight";
import { byDiamonds, type Gifter } from "./gifters.ts";

const TOP = 10;

/**
 * The ten top gifters, exactly: every viewer's totals are in the viewer table, they only grow, and a viewer can enter the top ten
 * only by a gift, which names them.
 */
export interface LeaderboardState {
  /** Best first. */
  top: Gifter[];
  changedAtMs: number;
  /** Grows with each change of the top ten. */
  version: number;
}

export const createLeaderboard = (): LeaderboardState => ({ top: [], changedAtMs: 0, version: 0 });

/** Updates the rank of a gifter, given their new totals. */
export function rankGifter(state: LeaderboardState, entry: Gifter, atMs: number): void {
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
