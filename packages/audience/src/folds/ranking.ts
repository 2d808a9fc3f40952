import type { User } from "@frontrow/protocol/event";
import type { ViewerStats } from "@frontrow/protocol/insight";
import { type CellName, cellOf, hasFlag, type PeopleTable } from "./people-table.ts";

const RANKED = 50;

interface Ranked {
  readonly row: number;
  user: User;
  points: number;
}

/**
 * The most engaged viewers. Points only grow, and whoever comes to be one of the fifty does so by an event, which tells who
 * they are: so the fifty are exact, though of the others only the columns are known.
 */
export interface RankingState {
  byRow: Map<number, Ranked>;
  /** The row of the last of the fifty, once there are so many. Of the others points only grow: it stays the last. */
  lastRow: number | undefined;
}

export const createRanking = (): RankingState => ({ byRow: new Map(), lastRow: undefined });

/**
 * Engagement points: a minute of watching is one, and what costs a viewer more counts for more. Roots and the logarithm keep
 * one who repeats a thing from outrunning one who does many; each term grows with what it counts.
 *
 *     minutes + 4·√chats + √likes + 6·√shares + 10·followed + 20·subscribed + 8·log₂(1 + diamonds)
 */
function pointsOf(table: PeopleTable, row: number): number {
  const of = (name: CellName): number => cellOf(table, row, name);
  const points =
    of("watchS") / 60 +
    4 * Math.sqrt(of("chats")) +
    Math.sqrt(of("likes")) +
    6 * Math.sqrt(of("shares")) +
    (hasFlag(table, row, "followed") ? 10 : 0) +
    (hasFlag(table, row, "subscribed") ? 20 : 0) +
    8 * Math.log2(1 + of("diamonds"));
  return Math.round(points * 100) / 100;
}

/** Ranks a viewer anew after they did something, or watched on. */
export function rank(state: RankingState, table: PeopleTable, row: number, user: User): void {
  const points = pointsOf(table, row);
  const held = state.byRow.get(row);
  if (held) {
    held.user = user;
    held.points = points;
    if (row === state.lastRow) state.lastRow = lastRowOf(state);
    return;
  }
  const last = state.lastRow === undefined ? undefined : state.byRow.get(state.lastRow);
  if (last && better(last, { row, user, points }) < 0) return;
  if (last) state.byRow.delete(last.row);
  state.byRow.set(row, { row, user, points });
  if (state.byRow.size === RANKED) state.lastRow = lastRowOf(state);
}

function lastRowOf(state: RankingState): number | undefined {
  let last: Ranked | undefined;
  for (const one of state.byRow.values()) if (!last || better(last, one) < 0) last = one;
  return last?.row;
}

/** The most engaged, best first, with all that is known of them. */
export const rankingOf = (state: RankingState, table: PeopleTable, most: number): ViewerStats[] =>
  [...state.byRow.values()]
    .sort(better)
    .slice(0, most)
    .map(({ row, user, points }) => statsOf(table, row, user, points));

function statsOf(table: PeopleTable, row: number, user: User, points: number): ViewerStats {
  const { baseMs } = table;
  const at = (name: CellName): number => cellOf(table, row, name);
  return {
    user,
    points,
    firstSeenMs: baseMs + at("firstS") * 1_000,
    lastSeenMs: baseMs + at("lastS") * 1_000,
    watchMs: at("watchS") * 1_000,
    visits: at("visits"),
    chats: at("chats"),
    likes: at("likes"),
    shares: at("shares"),
    gifts: at("gifts"),
    diamonds: at("diamonds"),
    followed: hasFlag(table, row, "followed"),
    subscribed: hasFlag(table, row, "subscribed"),
  };
}

/** More points first; of equals the smaller id, so that the order does not depend on who came first. */
const better = (a: Ranked, b: Ranked): number => b.points - a.points || (a.user.id < b.user.id ? -1 : 1);
