import type { CurveName } from "@frontrow/protocol/insight";
import type { MetricName, Metrics } from "@frontrow/protocol/metrics";
import { perMinute } from "./activity.ts";
import { moodOf, moodVolatility, offendingShare } from "./folds/chat.ts";
import { gapMsOf } from "./folds/gaps.ts";
import { activeViewers } from "./folds/people.ts";
import { engagementTrend, entertainmentOf, outlookValue, scoreOf } from "./folds/scores/scores.ts";
import { viewersAverage } from "./folds/viewers.ts";
import type { FoldState } from "./state.ts";

type RateName = Extract<MetricName, `${string}PerMinute${string}`>;

/** The session's metrics at the last item folded. */
export const metricsOf = (state: FoldState): Metrics => ({
  chats: state.chat.chats,
  likes: state.likes.total,
  likesObserved: state.likes.observed,
  gifts: state.gifts.gifts,
  diamonds: state.gifts.diamonds,
  shares: state.social.shares,
  follows: state.social.follows,
  joins: state.social.joins,
  subscribes: state.social.subscribes,
  uniqueViewers: state.people.table.size,
  viewers: state.viewers.now,
  viewersPeak: state.viewers.peak,
  viewersAverage: viewersAverage(state.viewers),
  viewersActive: activeViewers(state.people),
  sentiment: moodOf(state.chat),
  sentimentVolatility: moodVolatility(state.chat),
  toxicityShare: offendingShare(state.chat, "toxic"),
  spamShare: offendingShare(state.chat, "spam"),
  questions: state.questions.distinct,
  ...ratesOf(state),
  ...scoresIn(state),
  gapMs: gapMsOf(state.gaps),
  sinceMs: state.sinceMs,
  atMs: state.nowMs,
});

type ScoreMetric = "entertainment" | "engagement" | "reception" | "energy" | "retention" | "churnRisk" | "monetization";

const scoresIn = ({ scores }: FoldState): Record<ScoreMetric | "engagementTrend", number> => ({
  entertainment: entertainmentOf(scores),
  engagement: scoreOf(scores, "engagement"),
  reception: scoreOf(scores, "reception"),
  energy: scoreOf(scores, "energy"),
  retention: scoreOf(scores, "retention"),
  churnRisk: outlookValue(scores, "churnRisk"),
  monetization: outlookValue(scores, "monetization"),
  engagementTrend: engagementTrend(scores),
});

function ratesOf({ activity }: FoldState): Record<RateName, number> {
  const { slow } = activity;
  // Each by name: an object whose keys are made while it runs costs ten times as much, and this is done at each checkpoint.
  return {
    chatsPerMinute: perMinute(activity, "chats"),
    likesPerMinute: perMinute(activity, "likes"),
    giftsPerMinute: perMinute(activity, "gifts"),
    diamondsPerMinute: perMinute(activity, "diamonds"),
    sharesPerMinute: perMinute(activity, "shares"),
    followsPerMinute: perMinute(activity, "follows"),
    joinsPerMinute: perMinute(activity, "joins"),
    subscribesPerMinute: perMinute(activity, "subscribes"),
    chatsPerMinute5m: slow["5m"].chats,
    likesPerMinute5m: slow["5m"].likes,
    giftsPerMinute5m: slow["5m"].gifts,
    diamondsPerMinute5m: slow["5m"].diamonds,
    sharesPerMinute5m: slow["5m"].shares,
    followsPerMinute5m: slow["5m"].follows,
    joinsPerMinute5m: slow["5m"].joins,
    subscribesPerMinute5m: slow["5m"].subscribes,
    chatsPerMinute15m: slow["15m"].chats,
    likesPerMinute15m: slow["15m"].likes,
    giftsPerMinute15m: slow["15m"].gifts,
    diamondsPerMinute15m: slow["15m"].diamonds,
    sharesPerMinute15m: slow["15m"].shares,
    followsPerMinute15m: slow["15m"].follows,
    joinsPerMinute15m: slow["15m"].joins,
    subscribesPerMinute15m: slow["15m"].subscribes,
  };
}

/** The metrics that are drawn over time, without the others. */
export const curveValues = (state: FoldState): Record<CurveName, number> => ({
  viewers: state.viewers.now,
  chatsPerMinute: perMinute(state.activity, "chats"),
  likesPerMinute: perMinute(state.activity, "likes"),
  diamondsPerMinute: perMinute(state.activity, "diamonds"),
  sentiment: moodOf(state.chat),
  entertainment: entertainmentOf(state.scores),
});

/** What differs from `before`, as absolute values; all of it when there is no before. */
export function changedMetrics(now: Metrics, before: Partial<Metrics>): Partial<Metrics> {
  const changed: Partial<Metrics> = {};
  for (const name in now) {
    const metric = name as MetricName;
    if (now[metric] !== before[metric]) changed[metric] = now[metric];
  }
  return changed;
}
