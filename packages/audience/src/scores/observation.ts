import { flaggedShare, meanSentiment, recentMessages, type SentimentState } from "../conversation/sentiment.ts";
import { type ConcurrentViewersState, summarizeViewers } from "../viewers/concurrent-viewers.ts";
import { activeViewers, type ViewersState } from "../viewers/viewers.ts";
import type { ActivityState } from "../windows/activity.ts";
import {
  type BaselineState,
  effortIn,
  HALF_MINUTE_INTERVALS,
  MINUTE_INTERVALS,
  PSEUDO_VIEWERS,
  rateActivityIn,
  type ViewerRate,
} from "./baseline.ts";

/** Observed intervals of the last minute without which it is not judged. */
const MIN_OBSERVED = 4;

/** Everything that scores are made of, as of the end of one interval: numbers alone. */
export interface Observation {
  /** Mean number of viewers of the last five minutes, plus the pseudo-viewers. */
  readonly audience: number;
  readonly viewers: number;
  /** The largest number of viewers at the end of an interval, in the last fifteen minutes. */
  readonly maxViewers: number;
  /** Means of the last minute, and of the minute five minutes ago (or the first that was reported). */
  readonly viewersNow: number;
  readonly viewersBefore: number;
  /** People seen in the last five minutes; at least as many as when those were last fully observed. */
  readonly active: number;
  /** Counts of the last minute. */
  readonly minute: Readonly<Record<ViewerRate, number>>;
  /** Baseline rates per viewer and minute. */
  readonly baseline: Readonly<Record<ViewerRate, number>>;
  /** Effort in the last half minute, and its baseline. */
  readonly pace: number;
  readonly baselinePace: number;
  /** Messages of the last five minutes, their mean sentiment, and the share of toxic ones. */
  readonly messages: number;
  readonly sentiment: number;
  readonly toxicity: number;
  /** People whose first gift came in the last five minutes. */
  readonly newGifters: number;
  /** Share of the way to the nearest milestone that is done, 0…1. */
  readonly milestoneProgress: number;
}

/** What favours gifts, measured by the moments. */
export type Opportunities = Pick<Observation, "newGifters" | "milestoneProgress">;

/** The parts of the fold's state that scores are made of. */
export interface ScoreInputs {
  readonly activity: ActivityState;
  readonly sentiment: SentimentState;
  readonly viewers: ViewersState;
  readonly concurrentViewers: ConcurrentViewersState;
}

/** The observation at the end of an interval; undefined when too little of the last minute was observed. */
export function observe(
  { activity, sentiment, viewers, concurrentViewers }: ScoreInputs,
  { baseline, active }: { readonly baseline: BaselineState; readonly active: number },
  opportunities: Opportunities,
): Observation | undefined {
  const minute = summarizeViewers(concurrentViewers, MINUTE_INTERVALS);
  if (minute.observed < MIN_OBSERVED) return undefined;
  const half = summarizeViewers(concurrentViewers, HALF_MINUTE_INTERVALS);
  const perMinute = (rate: ViewerRate) => (rateActivityIn(activity, rate, MINUTE_INTERVALS) * MINUTE_INTERVALS) / minute.observed;
  const pace =
    half.observed === 0 ? baseline.pace : (effortIn(activity, HALF_MINUTE_INTERVALS) * HALF_MINUTE_INTERVALS) / half.observed;
  const fiveMinutes = summarizeViewers(concurrentViewers, 5 * MINUTE_INTERVALS);
  const activeNow = activeViewers(viewers);
  return {
    audience: fiveMinutes.mean + PSEUDO_VIEWERS,
    viewers: concurrentViewers.last,
    maxViewers: summarizeViewers(concurrentViewers, 15 * MINUTE_INTERVALS).max,
    viewersNow: minute.mean,
    viewersBefore: viewersBefore(concurrentViewers) ?? minute.mean,
    active: fiveMinutes.observed < 5 * MINUTE_INTERVALS ? Math.max(active, activeNow) : activeNow,
    minute: {
      chats: perMinute("chats"),
      likes: perMinute("likes"),
      approvals: perMinute("approvals"),
      diamonds: perMinute("diamonds"),
    },
    baseline: baseline.rates,
    pace,
    baselinePace: baseline.pace,
    messages: recentMessages(sentiment),
    sentiment: meanSentiment(sentiment),
    toxicity: flaggedShare(sentiment, "toxic"),
    newGifters: opportunities.newGifters,
    milestoneProgress: opportunities.milestoneProgress,
  };
}

/** Mean number of viewers five minutes ago, or as long ago as it was reported. */
function viewersBefore(viewers: ConcurrentViewersState): number | undefined {
  for (let minutes = 5; minutes > 0; minutes--) {
    const { reported, mean } = summarizeViewers(viewers, MINUTE_INTERVALS, minutes * MINUTE_INTERVALS);
    if (reported > 0) return mean;
  }
  return undefined;
}
