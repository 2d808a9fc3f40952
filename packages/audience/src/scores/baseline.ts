import { medianOf } from "../statistics.ts";
import { type ConcurrentViewersState, summarizeViewers } from "../viewers/concurrent-viewers.ts";
import { type ActivityState, activityIn } from "../windows/activity.ts";
import { INTERVAL_MS } from "../windows/evaluation-interval.ts";

const MINUTE_MS = 60_000;
/** Evaluation intervals in a minute, and in half a minute. */
export const MINUTE_INTERVALS = MINUTE_MS / INTERVAL_MS;
export const HALF_MINUTE_INTERVALS = MINUTE_INTERVALS / 2;
const MINUTES = 15;
/** Viewers that are assumed to be there besides: one message in a room of two is no enthusiastic audience. */
export const PSEUDO_VIEWERS = 10;
/** Weight of the prior, in minutes of the broadcast; of the prior pace, in half minutes. */
const PRIOR_SPANS = 10;
const PACE_PRIOR_SPANS = 4;

export const viewerRates = ["chats", "likes", "approvals", "diamonds"] as const;
export type ViewerRate = (typeof viewerRates)[number];
/** Prior rates per viewer and minute: our estimate of an average broadcast, which the broadcast itself soon outweighs. */
const PRIOR: Record<ViewerRate, number> = { chats: 0.05, likes: 1, approvals: 0.005, diamonds: 0.2 };

/** Weight of each activity in the pace: roughly the effort that it costs a viewer. */
const EFFORT = { chats: 1, likes: 0.05, gifts: 0.5, diamonds: 0.02, shares: 2, follows: 2, joins: 0.2, subscribes: 5 } as const;
const activities = Object.keys(EFFORT) as (keyof typeof EFFORT)[];
/** Prior effort per viewer and half minute. */
const PACE_PRIOR = 0.1;

/** The broadcast's own normal: the last fifteen minutes without the newest, updated once a minute. */
export interface BaselineState {
  /** Rates per viewer and minute. */
  rates: Record<ViewerRate, number>;
  /** Effort of the whole audience per half minute; 0 before the first interval. */
  pace: number;
}

export const createBaseline = (): BaselineState => ({ rates: { ...PRIOR }, pace: 0 });

/** Count of `intervals` intervals; `approvals` are shares and follows. */
export function rateActivityIn(activity: ActivityState, rate: ViewerRate, intervals: number, ago = 0): number {
  if (rate !== "approvals") return activityIn(activity, rate, intervals, ago);
  return activityIn(activity, "shares", intervals, ago) + activityIn(activity, "follows", intervals, ago);
}

export const effortIn = (activity: ActivityState, intervals: number, ago = 0): number =>
  activities.reduce((sum, kind) => sum + EFFORT[kind] * activityIn(activity, kind, intervals, ago), 0);

/**
 * Once a minute: the median over single minutes, drawn toward the prior while few were observed (a Bayesian average). A median,
 * because a spike must not raise the baseline; without the newest minute, because that is compared with it.
 */
export function updateBaseline(
  state: BaselineState,
  intervalEndMs: number,
  activity: ActivityState,
  viewers: ConcurrentViewersState,
): void {
  if (intervalEndMs % MINUTE_MS !== 0 && state.pace > 0) return;
  const minutes = baselineSpans(viewers, MINUTE_INTERVALS);
  for (const rate of viewerRates) {
    const observed = minutes.map(
      ({ ago, share, mean }) => rateActivityIn(activity, rate, MINUTE_INTERVALS, ago) / share / (mean + PSEUDO_VIEWERS),
    );
    state.rates[rate] = bayesianAverage(observed, PRIOR[rate], PRIOR_SPANS);
  }
  const halves = baselineSpans(viewers, HALF_MINUTE_INTERVALS);
  const prior = PACE_PRIOR * (summarizeViewers(viewers, MINUTE_INTERVALS).mean + PSEUDO_VIEWERS);
  const observed = halves.map(({ ago, share }) => effortIn(activity, HALF_MINUTE_INTERVALS, ago) / share);
  state.pace = Math.max(1, bayesianAverage(observed, prior, PACE_PRIOR_SPANS));
}

const bayesianAverage = (values: number[], prior: number, weight: number): number =>
  (weight * prior + values.length * medianOf(values)) / (weight + values.length);

/** The spans before the newest minute of which at least half was observed, with the observed share and the mean number of viewers. */
function baselineSpans(state: ConcurrentViewersState, intervals: number): { ago: number; share: number; mean: number }[] {
  const spans = [];
  for (let ago = MINUTE_INTERVALS; ago + intervals <= MINUTES * MINUTE_INTERVALS; ago += intervals) {
    const { observed, mean } = summarizeViewers(state, intervals, ago);
    if (observed * 2 >= intervals) spans.push({ ago, share: observed / intervals, mean });
  }
  return spans;
}
