import { z } from "zod";
import { userSchema } from "../log/event.ts";
import { count, durationMs, epochMs } from "../numbers.ts";

/** What we saw of one viewer in this broadcast. Likes and watch time are lower bounds. */
export const viewerStatsSchema = z.object({
  user: userSchema,
  /** Engagement points: the formula is in `docs/metrics.md`. */
  points: z.number().nonnegative(),
  firstSeenMs: epochMs,
  lastSeenMs: epochMs,
  watchMs: durationMs,
  visits: count,
  chats: count,
  likes: count,
  shares: count,
  gifts: count,
  diamonds: count,
  followed: z.boolean(),
  subscribed: z.boolean(),
});
export type ViewerStats = z.infer<typeof viewerStatsSchema>;
/** The audience as people; sent whole when it changed, at most every ten seconds. */
export const viewerUpdateSchema = z.object({
  type: z.literal("viewerUpdate"),
  atMs: epochMs,
  /** Viewers seen in the last five minutes. */
  active: count,
  /** Of the active, those who arrived in these minutes. */
  newcomers: count,
  /** Of the active, those who came back after an absence. */
  returning: count,
  /** Viewers by watch time: under 5, 5–15, 15–30, over 30 minutes. */
  watchTime: z.tuple([count, count, count, count]),
  /** Most engaged first, at most ten. */
  ranking: z.array(viewerStatsSchema),
  /** Who arrived last, newest first, at most ten. */
  newest: z.array(userSchema),
  /** Who came back last, newest first, at most ten. */
  back: z.array(userSchema),
});
export type ViewerUpdate = z.infer<typeof viewerUpdateSchema>;
