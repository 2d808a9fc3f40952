import { z } from "zod";
import { userSchema } from "./event.ts";
import { metricsSchema } from "./metrics.ts";

const ms = z.number().int().nonnegative();

/** What changed in the metrics since the last such insight; absolute values. A snapshot carries them all. */
export const metricsInsightSchema = z.object({ type: z.literal("metrics"), ...metricsSchema.partial().shape });
/** The top gifters, best first, at most ten; sent whole when it changed. */
export const leaderboardSchema = z.object({
  type: z.literal("leaderboard"),
  atMs: ms,
  gifters: z.array(
    z.object({ user: userSchema, diamonds: z.number().int().nonnegative(), gifts: z.number().int().nonnegative() }),
  ),
});
export const questionDetectedSchema = z.object({
  type: z.literal("questionDetected"),
  /** Follows from the event that caused it, so it cannot appear twice. */
  id: z.string(),
  eventId: z.string(),
  atMs: ms,
  text: z.string(),
  priority: z.number().int().min(1).max(5),
  user: userSchema.optional(),
});
export const insightSchema = z.discriminatedUnion("type", [metricsInsightSchema, leaderboardSchema, questionDetectedSchema]);
/** What the fold concludes. */
export type Insight = z.infer<typeof insightSchema>;
export type Leaderboard = z.infer<typeof leaderboardSchema>;
