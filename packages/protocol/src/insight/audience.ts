import { z } from "zod";
import { gapReasons, userSchema } from "../log/event.ts";
import { count, durationMs, epochMs } from "../numbers.ts";
import type { MetricName } from "./metrics.ts";

// What is concluded of the audience as a whole: each is sent whole, and replaces the one before.

/** One part of a score: what was measured, and how many of at most `max` points it gives. Parts add up to the score. */
const scorePart = z.object({ code: z.string(), value: z.number(), points: z.number(), max: z.number() });
const score = z.object({ value: z.number().min(0).max(100), parts: z.array(scorePart) });
export type ScorePart = z.infer<typeof scorePart>;
/** A forecast of a risk or a chance: factors that raise it, 0…1 each, strongest first, and actions against or for it, best first. */
const forecast = z.object({
  value: z.number().min(0).max(100),
  factors: z.array(z.object({ code: z.string(), strength: z.number().min(0).max(1), value: z.number() })),
  actions: z.array(z.string()),
});
export const trendWords = ["rising", "steady", "falling"] as const;
/** The scores of this moment, 0…100, with what they are made of. */
export const scoresSchema = z.object({
  type: z.literal("scores"),
  atMs: epochMs,
  /** Whether a minute of the broadcast was seen; scores mean little before. */
  isWarm: z.boolean(),
  entertainment: z.number().min(0).max(100),
  engagement: score,
  reception: score,
  energy: score,
  retention: score,
  churnRisk: forecast,
  monetization: forecast,
  trend: z.object({ word: z.enum(trendWords), points: z.number() }),
});
export type Scores = z.infer<typeof scoresSchema>;

const rising = z.object({
  text: z.string(),
  /** Messages with it in the last two minutes. */
  count,
  /** Distance above its own baseline, in standard deviations of a Poisson process. */
  rise: z.number(),
});
/** What the chat of the last minutes is about; sent whole when it changed, at most every ten seconds. */
export const conversationSchema = z.object({
  type: z.literal("conversation"),
  atMs: epochMs,
  /** Messages of the last five minutes by mood. */
  moods: z.object({ positive: count, neutral: count, negative: count }),
  languages: z.array(z.object({ language: z.string(), chats: count, share: z.number().min(0).max(1) })),
  words: z.array(rising),
  emoji: z.array(rising),
  topics: z.array(
    z.object({ words: z.array(z.string()), chats: count, share: z.number().min(0).max(1), sentiment: z.number().min(-1).max(1) }),
  ),
  /** The same message sent by many, as one. */
  waves: z.array(z.object({ text: z.string(), count, people: count, sinceMs: epochMs, lastAtMs: epochMs })),
});
export type Conversation = z.infer<typeof conversationSchema>;

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

/** A gifter and what they gave to the host. */
export const gifterSchema = z.object({ user: userSchema, diamonds: count, gifts: count });

/** The top gifters, best first, at most ten; sent whole when it changed. */
export const leaderboardSchema = z.object({
  type: z.literal("leaderboard"),
  atMs: epochMs,
  gifters: z.array(gifterSchema),
});
export type Leaderboard = z.infer<typeof leaderboardSchema>;

/** The metrics that can be drawn over time. */
export const curveNames = [
  "viewers",
  "chatsPerMinute",
  "likesPerMinute",
  "diamondsPerMinute",
  "sentiment",
  "entertainment",
] as const satisfies MetricName[];
export type CurveName = (typeof curveNames)[number];
/** Time series of the last hour, for a screen that begins; never sent while a broadcast goes on. */
export const curvesSchema = z.object({
  type: z.literal("curves"),
  /** Moment of the first point. */
  fromMs: epochMs,
  /** Distance of the points. */
  stepMs: durationMs,
  values: z.record(z.enum(curveNames), z.array(z.number())),
  gaps: z.array(z.object({ fromMs: epochMs, toMs: epochMs, reason: z.enum(gapReasons) })),
});
export type Curves = z.infer<typeof curvesSchema>;
