import { z } from "zod";
import { count, epochMs } from "../numbers.ts";

const rate = z.number().nonnegative();
const score = z.number().min(0).max(100);
const share = z.number().min(0).max(1);

/** Counts that have rates: a minute, over the last one, five and fifteen minutes of event time. */
export const countedRates = ["chats", "likes", "gifts", "diamonds", "shares", "follows", "joins", "subscribes"] as const;
export type CountedRate = (typeof countedRates)[number];

/**
 * The metrics of a session at one position of its log. The hash in Redis has a field of the same name for each (numbers as
 * decimal text), and `position` beside them.
 */
export const metricsSchema = z.object({
  chats: count,
  /** The room's own total, TikTok's truth. */
  likes: count,
  /** Likes whose sender we saw: a lower bound. */
  likesObserved: count,
  /** Single gifts: a streak of five is five. */
  gifts: count,
  diamonds: count,
  shares: count,
  /** People who followed; who does so again counts once. */
  follows: count,
  joins: count,
  /** People who subscribed, and subscriptions that were given. */
  subscribes: count,
  /** Gifts to guests on stage, in none of the host's totals. */
  guestGifts: count,
  guestDiamonds: count,
  uniqueViewers: count,
  viewers: count,
  /** All who came since the broadcast began, TikTok's own count; 0 where it does not say. */
  visitors: count,
  viewersPeak: count,
  /** Weighted by time, in event time, one decimal. */
  viewersAverage: z.number().nonnegative(),
  /** Rolling mean of the last minutes' chat, −1…1. */
  sentiment: z.number().min(-1).max(1),
  chatsPerMinute: rate,
  likesPerMinute: rate,
  giftsPerMinute: rate,
  diamondsPerMinute: rate,
  sharesPerMinute: rate,
  followsPerMinute: rate,
  joinsPerMinute: rate,
  subscribesPerMinute: rate,
  /** Mean a minute over the last five minutes, or over the session where it is younger; moves every five seconds. */
  chatsPerMinute5m: rate,
  likesPerMinute5m: rate,
  giftsPerMinute5m: rate,
  diamondsPerMinute5m: rate,
  sharesPerMinute5m: rate,
  followsPerMinute5m: rate,
  joinsPerMinute5m: rate,
  subscribesPerMinute5m: rate,
  /** The same over fifteen minutes. */
  chatsPerMinute15m: rate,
  likesPerMinute15m: rate,
  giftsPerMinute15m: rate,
  diamondsPerMinute15m: rate,
  sharesPerMinute15m: rate,
  followsPerMinute15m: rate,
  joinsPerMinute15m: rate,
  subscribesPerMinute15m: rate,
  /** Viewers of whom we saw something in the last five minutes. */
  viewersActive: count,
  /** Questions detected, near-duplicates counted as one. */
  questions: count,
  /** Standard deviation of the mood of single messages in the same span as `sentiment`, 0…1. */
  sentimentVolatility: share,
  /** Share of the last minutes' chat whose toxicity, or spam, is 0.5 or more. */
  toxicityShare: share,
  spamShare: share,
  /** Scores, 0…100: what each is made of is in the insight `scores`. They move every five seconds. */
  entertainment: score,
  engagement: score,
  reception: score,
  energy: score,
  retention: score,
  churnRisk: score,
  monetization: score,
  /** Points that the audience's pace gained (or lost) in two minutes, its baseline being 50: −100…100, 0 where chance explains it. */
  engagementTrend: z.number().min(-100).max(100),
  /** Event time lost to gaps, in ms. */
  gapMs: count,
  /** When we began to watch. */
  sinceMs: epochMs,
  /** When the broadcast began by TikTok's word; 0 where that is not known. Totals of events begin with `sinceMs`. */
  startedAtMs: epochMs,
  /** Since when the host pauses; 0 while the broadcast goes on. */
  pausedSinceMs: epochMs,
  /** Event time of the last event folded. */
  atMs: epochMs,
});
export type Metrics = z.infer<typeof metricsSchema>;
export type MetricName = keyof Metrics;
export const metricNames = Object.keys(metricsSchema.shape) as readonly MetricName[];
