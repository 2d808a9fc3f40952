import type { CurveName } from "@frontrow/protocol/insight";
import type { MetricName, Metrics } from "@frontrow/protocol/metrics";
import { flaggedShare, meanSentiment, sentimentVolatilityOf } from "./conversation/sentiment.ts";
import { engagementTrend, entertainmentOf, forecastValue, scoreOf } from "./scores/scores.ts";
import type { FoldState } from "./state.ts";
import { gapMsOf } from "./totals/gaps.ts";
import { viewersAverage } from "./viewers/viewer-count.ts";
import { activeViewers } from "./viewers/viewers.ts";
import { perMinute } from "./windows/activity.ts";

type RateName = Extract<MetricName, `${string}PerMinute${string}`>;

/** The session's metrics at the last item folded. */
export const metricsOf = (state: FoldState): Metrics => ({
  chats: state.counters.chats,
  likes: state.counters.likes,
  likesObserved: state.counters.likesObserved,
  gifts: state.gifts.gifts,
  diamonds: state.gifts.diamonds,
  shares: state.counters.shares,
  follows: state.counters.follows,
  joins: state.counters.joins,
  subscribes: state.counters.subscribes,
  guestGifts: state.gifts.guestGifts,
  guestDiamonds: state.gifts.guestDiamonds,
  uniqueViewers: state.viewers.table.size,
  viewers: state.viewerCount.now,
  visitors: state.viewerCount.visitors,
  viewersPeak: state.viewerCount.peak,
  viewersAverage: viewersAverage(state.viewerCount),
  viewersActive: activeViewers(state.viewers),
  sentiment: meanSentiment(state.sentiment),
  sentimentVolatility: sentimentVolatilityOf(state.sentiment),
  toxicityShare: flaggedShare(state.sentiment, "toxic"),
  spamShare: flaggedShare(state.sentiment, "spam"),
  questions: state.questions.distinct,
  ...ratesOf(state),
  ...scoresIn(state),
  gapMs: gapMsOf(state.gaps),
  sinceMs: state.sinceMs,
  startedAtMs: state.startedAtMs,
  pausedSinceMs: state.pause.sinceMs,
  atMs: state.nowMs,
});

type ScoreMetric = "entertainment" | "engagement" | "reception" | "energy" | "retention" | "churnRisk" | "monetization";

const scoresIn = ({ scores }: FoldState): Record<ScoreMetric | "engagementTrend", number> => ({
  entertainment: entertainmentOf(scores),
  engagement: scoreOf(scores, "engagement"),
  reception: scoreOf(scores, "reception"),
  energy: scoreOf(scores, "energy"),
  retention: scoreOf(scores, "retention"),
  churnRisk: forecastValue(scores, "churnRisk"),
  monetization: forecastValue(scores, "monetization"),
  engagementTrend: engagementTrend(scores),
});

function ratesOf({ activity }: FoldState): Record<RateName, number> {
  const { means } = activity;
  // Each by name: an object with computed keys costs ten times as much, and each checkpoint makes one.
  return {
    chatsPerMinute: perMinute(activity, "chats"),
    likesPerMinute: perMinute(activity, "likes"),
    giftsPerMinute: perMinute(activity, "gifts"),
    diamondsPerMinute: perMinute(activity, "diamonds"),
    sharesPerMinute: perMinute(activity, "shares"),
    followsPerMinute: perMinute(activity, "follows"),
    joinsPerMinute: perMinute(activity, "joins"),
    subscribesPerMinute: perMinute(activity, "subscribes"),
    chatsPerMinute5m: means["5m"].chats,
    likesPerMinute5m: means["5m"].likes,
    giftsPerMinute5m: means["5m"].gifts,
    diamondsPerMinute5m: means["5m"].diamonds,
    sharesPerMinute5m: means["5m"].shares,
    followsPerMinute5m: means["5m"].follows,
    joinsPerMinute5m: means["5m"].joins,
    subscribesPerMinute5m: means["5m"].subscribes,
    chatsPerMinute15m: means["15m"].chats,
    likesPerMinute15m: means["15m"].likes,
    giftsPerMinute15m: means["15m"].gifts,
    diamondsPerMinute15m: means["15m"].diamonds,
    sharesPerMinute15m: means["15m"].shares,
    followsPerMinute15m: means["15m"].follows,
    joinsPerMinute15m: means["15m"].joins,
    subscribesPerMinute15m: means["15m"].subscribes,
  };
}

/** The metrics of the time series, without computing the others. */
export const timeSeriesValues = (state: FoldState): Record<CurveName, number> => ({
  viewers: state.viewerCount.now,
  chatsPerMinute: perMinute(state.activity, "chats"),
  likesPerMinute: perMinute(state.activity, "likes"),
  diamondsPerMinute: perMinute(state.activity, "diamonds"),
  sentiment: meanSentiment(state.sentiment),
  entertainment: entertainmentOf(state.scores),
});

/** The metrics that differ from `before`, as absolute values. */
export function changedMetrics(now: Metrics, before: Partial<Metrics>): Partial<Metrics> {
  const changed: Partial<Metrics> = {};
  for (const name in now) {
    const metric = name as MetricName;
    if (now[metric] !== before[metric]) changed[metric] = now[metric];
  }
  return changed;
}
