import { z } from "zod";
import { gapReasons } from "./event.ts";

const ms = z.number().int().nonnegative();
const count = z.number().int().nonnegative();

/** The tiles that can say what they are made of. */
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
  atMs: ms,
  /** Events that are in it; of them, those that TikTok sent late. */
  events: count,
  late: count,
  /** Messages that only told how a streak grew, merged into it. */
  merged: count,
  /** Streaks counted; of them, those whose end never came, counted when they had been idle. */
  streaks: count,
  expired: count,
  /** Messages that TikTok sent again, dropped before they could count. */
  duplicates: count,
  /** The last gaps inside, oldest first, and event time lost in all. */
  gaps: z.array(z.object({ fromMs: ms, toMs: ms, reason: z.enum(gapReasons) })),
  gapMs: count,
  /** What was added last, newest first, at most five. */
  latest: z.array(z.object({ eventId: z.string(), atMs: ms, amount: z.number(), name: z.string().optional() })),
});
export type Explanation = z.infer<typeof explanationSchema>;
