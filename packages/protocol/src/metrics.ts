import { z } from "zod";

const count = z.number().int().nonnegative();
const rate = z.number().nonnegative();
const ms = z.number().int().nonnegative();

/**
 * The metrics of a session at one position of its log. The hash in Redis has a field of the same name for each (numbers as
 * decimal text), and `position` beside them.
 */
export const metricsSchema = z.object({
  chats: count,
  /** The room's own total, TikTok's truth. */
  likes: count,
  /** Likes whose sender we saw: at least so many. */
  likesObserved: count,
  /** Items: a streak of five is five. */
  gifts: count,
  diamonds: count,
  shares: count,
  follows: count,
  joins: count,
  subscribes: count,
  uniqueViewers: count,
  viewers: count,
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
  /** Event time lost to gaps, in ms. */
  gapMs: count,
  /** When we began to watch. */
  sinceMs: ms,
  /** Event time of the last event folded. */
  atMs: ms,
});
export type Metrics = z.infer<typeof metricsSchema>;
export type MetricName = keyof Metrics;
export const metricNames = Object.keys(metricsSchema.shape) as readonly MetricName[];
