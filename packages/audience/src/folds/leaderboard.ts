import type { User } from "@frontrow/protocol/event";
import type { Leaderboard } from "@frontrow/protocol/insight";

/** Gifters whose totals are kept. */
export const MAX_GIFTERS = 10_000;
const KEPT_WHEN_FULL = MAX_GIFTERS / 2;
const TOP = 10;

export interface GifterTotals {
  diamonds: number;
  gifts: number;
}
type TopGifter = Leaderboard["gifters"][number];

/**
 * Who gave how much, exact. When it is full, the half that gave least is forgotten, and starts from zero with its next
 * gift; the top ten are never among them. Only the top ten are known by more than their id: whoever comes to be one of
 * them does so by a gift, which tells the rest.
 */
export interface LeaderboardState {
  totals: Map<string, GifterTotals>;
  /** Best first. */
  top: TopGifter[];
  changedAtMs: number;
  /** Grows with each change of the top ten. */
  version: number;
}

export const createLeaderboard = (): LeaderboardState => ({ totals: new Map(), top: [], changedAtMs: 0, version: 0 });

export function creditGifter(state: LeaderboardState, user: User, gifts: number, diamonds: number, atMs: number): void {
  const totals = totalsOf(state, user.id);
  totals.gifts += gifts;
  totals.diamonds += diamonds;
  const worst = state.top.at(-1);
  const entry: TopGifter = { user, diamonds: totals.diamonds, gifts: totals.gifts };
  const held = state.top.findIndex((gifter) => gifter.user.id === user.id);
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

/** More diamonds first; of equals the smaller id, so that the order does not depend on who came first. */
const byDiamonds = (a: TopGifter, b: TopGifter): number =>
  b.diamonds - a.diamonds || (a.user.id < b.user.id ? -1 : a.user.id > b.user.id ? 1 : 0);

function totalsOf(state: LeaderboardState, id: string): GifterTotals {
  const known = state.totals.get(id);
  if (known) return known;
  if (state.totals.size >= MAX_GIFTERS) {
    const best = [...state.totals].sort(([a, x], [b, y]) => y.diamonds - x.diamonds || (a < b ? -1 : 1));
    state.totals = new Map(best.slice(0, KEPT_WHEN_FULL));
  }
  const fresh = { diamonds: 0, gifts: 0 };
  state.totals.set(id, fresh);
  return fresh;
}
