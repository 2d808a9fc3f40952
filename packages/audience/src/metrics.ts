import { type MetricName, type Metrics, metricNames } from "@frontrow/protocol/metrics";
import { moodOf } from "./folds/chat.ts";
import { gapMsOf } from "./folds/gaps.ts";
import { viewersAverage } from "./folds/viewers.ts";
import { perMinute } from "./rates.ts";
import type { FoldState } from "./state.ts";

/** The session's metrics at the last item folded. */
export const metricsOf = (state: FoldState): Metrics => ({
  ...(Object.fromEntries(metricNames.map((name) => [name, 0])) as Metrics),
  chats: state.chat.chats,
  likes: state.likes.total,
  likesObserved: state.likes.observed,
  gifts: state.gifts.gifts,
  diamonds: state.gifts.diamonds,
  shares: state.social.shares,
  follows: state.social.follows,
  joins: state.social.joins,
  subscribes: state.social.subscribes,
  uniqueViewers: state.seen.ids.size,
  viewers: state.viewers.now,
  viewersPeak: state.viewers.peak,
  viewersAverage: viewersAverage(state.viewers),
  sentiment: moodOf(state.chat),
  chatsPerMinute: perMinute(state.rates, "chats"),
  likesPerMinute: perMinute(state.rates, "likes"),
  giftsPerMinute: perMinute(state.rates, "gifts"),
  diamondsPerMinute: perMinute(state.rates, "diamonds"),
  sharesPerMinute: perMinute(state.rates, "shares"),
  followsPerMinute: perMinute(state.rates, "follows"),
  joinsPerMinute: perMinute(state.rates, "joins"),
  subscribesPerMinute: perMinute(state.rates, "subscribes"),
  gapMs: gapMsOf(state.gaps),
  sinceMs: state.sinceMs,
  atMs: state.nowMs,
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
