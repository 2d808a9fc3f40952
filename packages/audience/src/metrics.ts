import type { CurveName } from "@frontrow/protocol/insight";
import type { MetricName, Metrics } from "@frontrow/protocol/metrics";
import { flaggedShare, meanSentiment, sentimentVolatilityOf } from "./conversation/sentiment.ts";
import { engagementTrend, entertainmentOf, forecastValue, scoreOf } from "./scores/scores.ts";
import type { FoldState } from "./state.ts";
import { gapMsOf } from "./totals/gaps.ts";
import { viewersAverage } from "./viewers/viewer-count.ts";
import { activeViewers } from "./viewers/viewers.ts";
import { perMinute } from "./windows/activity.ts";

/** The session's metrics at the last item folded. Each by name: what is spread or computed costs ten times as much, at each checkpoint. */
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
  chatsPerMinute: perMinute(state.activity, "chats"),
  likesPerMinute: perMinute(state.activity, "likes"),
  giftsPerMinute: perMinute(state.activity, "gifts"),
  diamondsPerMinute: perMinute(state.activity, "diamonds"),
  sharesPerMinute: perMinute(state.activity, "shares"),
  followsPerMinute: perMinute(state.activity, "follows"),
  joinsPerMinute: perMinute(state.activity, "joins"),
  subscribesPerMinute: perMinute(state.activity, "subscribes"),
  chatsPerMinute5m: state.activity.means["5m"].chats,
  likesPerMinute5m: state.activity.means["5m"].likes,
  giftsPerMinute5m: state.activity.means["5m"].gifts,
  diamondsPerMinute5m: state.activity.means["5m"].diamonds,
  sharesPerMinute5m: state.activity.means["5m"].shares,
  followsPerMinute5m: state.activity.means["5m"].follows,
  joinsPerMinute5m: state.activity.means["5m"].joins,
  subscribesPerMinute5m: state.activity.means["5m"].subscribes,
  chatsPerMinute15m: state.activity.means["15m"].chats,
  likesPerMinute15m: state.activity.means["15m"].likes,
  giftsPerMinute15m: state.activity.means["15m"].gifts,
  diamondsPerMinute15m: state.activity.means["15m"].diamonds,
  sharesPerMinute15m: state.activity.means["15m"].shares,
  followsPerMinute15m: state.activity.means["15m"].follows,
  joinsPerMinute15m: state.activity.means["15m"].joins,
  subscribesPerMinute15m: state.activity.means["15m"].subscribes,
  entertainment: entertainmentOf(state.scores),
  engagement: scoreOf(state.scores, "engagement"),
  reception: scoreOf(state.scores, "reception"),
  energy: scoreOf(state.scores, "energy"),
  retention: scoreOf(state.scores, "retention"),
  churnRisk: forecastValue(state.scores, "churnRisk"),
  monetization: forecastValue(state.scores, "monetization"),
  engagementTrend: engagementTrend(state.scores),
  gapMs: gapMsOf(state.gaps),
  sinceMs: state.sinceMs,
  startedAtMs: state.startedAtMs,
  pausedSinceMs: state.pause.sinceMs,
  atMs: state.nowMs,
});

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
