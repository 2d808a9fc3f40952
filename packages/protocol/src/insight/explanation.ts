import { z } from "zod";
import { gapReasons } from "../log/event.ts";
import { count, epochMs } from "../numbers.ts";

/** The totals that can be explained. */
export const explained = [
  "chats",
  "likes",
  "gifts",
  "diamonds",
  "shares",
  "follows",
  "joins",
  "subscribes",
  "uniqueViewers",
  "viewers",
  "sentiment",
] as const;
export type Explained = (typeof explained)[number];

/** What a total is made of: which events, what was merged or dropped on the way to it, and which gaps lie inside. */
export const explanationSchema = z.object({
  metric: z.enum(explained),
  value: z.number(),
  atMs: epochMs,
  /** Events counted in it. */
  events: count,
  /** Of these events, those that TikTok sent late. */
  late: count,
  /** Messages that only grew a streak, merged into it. */
  merged: count,
  /** Streaks counted. */
  streaks: count,
  /** Of these streaks, those whose end never came: counted once they had been idle. */
  expired: count,
  /** Messages that TikTok sent again, dropped before they could count. */
  duplicates: count,
  /** The last gaps inside, oldest first. */
  gaps: z.array(z.object({ fromMs: epochMs, toMs: epochMs, reason: z.enum(gapReasons) })),
  /** Event time lost to gaps in all. */
  gapMs: count,
  /** What was added last, newest first, at most five. */
  latest: z.array(z.object({ eventId: z.string(), atMs: epochMs, amount: z.number(), name: z.string().optional() })),
});
export type Explanation = z.infer<typeof explanationSchema>;
