import type { User } from "@frontrow/protocol/event";
import type { ViewerStats } from "@frontrow/protocol/insight";
import { type CellName, type CountName, cellOf, countOf, hasFlag, type ViewerTable } from "./viewer-table.ts";

const RANKED = 50;

interface Ranked {
  readonly row: number;
  user: User;
  points: number;
  /** The points with which it stands in `lowestFirst`: fewer than it has, once there were more events of the viewer. */
  placed?: number;
}

/**
 * The fifty most engaged viewers, exactly: points only grow, and a viewer can enter the top fifty only by an event, which names
 * them. Of the others only the row in the viewer table is known.
 */
export interface RankingState {
  byRow: Map<number, Ranked>;
  /** All of them by the points with which each was placed, once there are fifty. Made anew of a keyframe that has none. */
  lowestFirst?: Ranked[];
}

export const createRanking = (): RankingState => ({ byRow: new Map() });

/**
 * Engagement points: a minute of watching is worth one, and what costs a viewer more is worth more. Roots and the logarithm keep a
 * viewer who repeats one thing from outranking one who does many. Each term grows with what it counts.
 *
 *     minutes + 4·√chats + √likes + 6·√shares + 10·followed + 20·subscribed + 8·log₂(1 + diamonds)
 */
function pointsOf(table: ViewerTable, row: number): number {
  // Few tables have counts beyond a cell, and this is computed with every event.
  const read = table.overflows.size === 0 ? cellOf : countOf;
  const of = (name: CountName): number => read(table, row, name);
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

/** Updates the rank of a viewer after an event or more watch time. */
export function rankViewer(state: RankingState, table: ViewerTable, row: number, user: User): void {
  const points = pointsOf(table, row);
  const held = state.byRow.get(row);
  if (held) {
    held.user = user;
    held.points = points;
    return;
  }
  const entrant: Ranked = { row, user, points };
  if (state.byRow.size >= RANKED) {
    state.lowestFirst ??= placedAnew(state.byRow.values());
    const lowest = lowestOf(state.lowestFirst);
    if (byPoints(lowest, entrant) < 0) return;
    state.lowestFirst.shift();
    place(state.lowestFirst, entrant);
    state.byRow.delete(lowest.row);
  }
  state.byRow.set(row, entrant);
}

/** Nobody has fewer points than those they were placed with, so the first is the lowest once it stands where its own points belong. */
function lowestOf(lowestFirst: Ranked[]): Ranked {
  for (;;) {
    const first = lowestFirst[0] as Ranked;
    if (first.placed === first.points) return first;
    lowestFirst.shift();
    place(lowestFirst, first);
  }
}

function placedAnew(all: Iterable<Ranked>): Ranked[] {
  const lowestFirst: Ranked[] = [];
  for (const one of all) place(lowestFirst, one);
  return lowestFirst;
}

/** Inserts by points, at its place between the others. */
function place(lowestFirst: Ranked[], one: Ranked): void {
  one.placed = one.points;
  let [from, to] = [0, lowestFirst.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isLower(lowestFirst[middle] as Ranked, one)) from = middle + 1;
    else to = middle;
  }
  lowestFirst.splice(from, 0, one);
}

/** Of equals the larger id, as in `byPoints`. */
const isLower = (a: Ranked, b: Ranked): boolean =>
  a.placed === b.placed ? a.user.id > b.user.id : (a.placed as number) < (b.placed as number);

/** The most engaged viewers, best first, with their row of the viewer table. */
export const rankingOf = (state: RankingState, table: ViewerTable, most: number): ViewerStats[] =>
  [...state.byRow.values()]
    .sort(byPoints)
    .slice(0, most)
    .map(({ row, user, points }) => statsOf(table, row, user, points));

function statsOf(table: ViewerTable, row: number, user: User, points: number): ViewerStats {
  const { baseMs } = table;
  const at = (name: CellName): number => cellOf(table, row, name);
  return {
    user,
    points,
    firstSeenMs: baseMs + at("firstS") * 1_000,
    lastSeenMs: baseMs + at("lastS") * 1_000,
    watchMs: at("watchS") * 1_000,
    visits: countOf(table, row, "visits"),
    chats: countOf(table, row, "chats"),
    likes: countOf(table, row, "likes"),
    shares: countOf(table, row, "shares"),
    gifts: countOf(table, row, "gifts"),
    diamonds: countOf(table, row, "diamonds"),
    followed: hasFlag(table, row, "followed"),
    subscribed: hasFlag(table, row, "subscribed"),
  };
}

/** More points first; of equals the smaller id, so that the order does not depend on arrival. */
const byPoints = (a: Ranked, b: Ranked): number => b.points - a.points || (a.user.id < b.user.id ? -1 : 1);
