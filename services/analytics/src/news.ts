import { leaderboardOf } from "@frontrow/audience/leaderboard";
import { changedMetrics, metricsOf } from "@frontrow/audience/metrics";
import type { FoldState } from "@frontrow/audience/state";
import type { Insight } from "@frontrow/protocol/insight";
import type { Metrics } from "@frontrow/protocol/metrics";

/** What the metrics hash holds, and up to where. */
export interface Written {
  readonly metrics: Partial<Metrics>;
  /** The gifters of the leaderboard written last, as JSON; undefined when none was. */
  readonly gifters: string | undefined;
  /** Version of the leaderboard that `gifters` was made of; undefined when another fold made it. */
  readonly leaderboardVersion: number | undefined;
  /** Id of the last entry folded into them. */
  readonly positionId: string;
}

/** What a checkpoint writes and says, and what is written once it has been applied. */
export interface News {
  /** Fields of the metrics hash. */
  readonly changed: Partial<Record<string, string | number>>;
  readonly insights: readonly Insight[];
  readonly written: Omit<Written, "positionId">;
}

/**
 * The difference between what is written and what is true now, and the conclusions since. Time that goes on is written,
 * but no news: a quiet session says nothing to its viewers.
 */
export function newsOf(state: FoldState, before: Written, conclusions: readonly Insight[]): News {
  const metrics = metricsOf(state);
  const changed = changedMetrics(metrics, before.metrics);
  const insights: Insight[] = [];
  const names = Object.keys(changed);
  if (names.length > 1 || (names.length === 1 && changed.atMs === undefined)) insights.push({ type: "metrics", ...changed });

  const board = state.leaderboard.version === before.leaderboardVersion ? undefined : leaderboardOf(state.leaderboard);
  const gifters = board ? JSON.stringify(board.gifters) : before.gifters;
  const isNewBoard = board !== undefined && gifters !== (before.gifters ?? "[]");
  if (isNewBoard) insights.push(board);
  return {
    changed: isNewBoard ? { ...changed, leaderboard: JSON.stringify(board) } : changed,
    insights: [...insights, ...conclusions],
    written: { metrics, gifters, leaderboardVersion: state.leaderboard.version },
  };
}
