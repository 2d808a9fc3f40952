import { z } from "zod";
import { userSchema } from "../log/event.ts";
import { count, epochMs } from "../numbers.ts";
import { conversationSchema } from "./conversation.ts";
import { curvesSchema } from "./curves.ts";
import { metricsSchema } from "./metrics.ts";
import { momentSchema, spikeSchema } from "./moment.ts";
import { automatedPromptSchema } from "./prompt.ts";
import { questionDetectedSchema } from "./question.ts";
import { scoresSchema } from "./scores.ts";
import { viewerUpdateSchema } from "./viewers.ts";

// The public file of this folder: each kind of insight has a file of its own beside it.
export { type Conversation, conversationSchema } from "./conversation.ts";
export { type CurveName, type Curves, curveNames, curvesSchema } from "./curves.ts";
export { type Moment, momentKinds, momentSchema, type Spike, spikeLanes, spikeSchema } from "./moment.ts";
export { type AutomatedPrompt, automatedPromptSchema, type PromptTrigger, promptTriggers } from "./prompt.ts";
export { type QuestionDetected, type QuestionReason, questionDetectedSchema, questionReasons } from "./question.ts";
export { type ScorePart, type Scores, scoresSchema, trendWords } from "./scores.ts";
export type { Params } from "./sentence.ts";
export { type ViewerStats, type ViewerUpdate, viewerStatsSchema, viewerUpdateSchema } from "./viewers.ts";

/** What changed in the metrics since the last such insight; absolute values. A snapshot carries them all. */
export const metricsInsightSchema = z.object({ type: z.literal("metrics"), ...metricsSchema.partial().shape });
/** The top gifters, best first, at most ten; sent whole when it changed. */
export const leaderboardSchema = z.object({
  type: z.literal("leaderboard"),
  atMs: epochMs,
  gifters: z.array(z.object({ user: userSchema, diamonds: count, gifts: count })),
});
export type Leaderboard = z.infer<typeof leaderboardSchema>;

/** Every insight, told apart by `type`. */
export const insightSchema = z.discriminatedUnion("type", [
  metricsInsightSchema,
  leaderboardSchema,
  questionDetectedSchema,
  scoresSchema,
  conversationSchema,
  viewerUpdateSchema,
  spikeSchema,
  momentSchema,
  automatedPromptSchema,
  curvesSchema,
]);
/** What the fold concludes. */
export type Insight = z.infer<typeof insightSchema>;
export type InsightOf<T extends Insight["type"]> = Extract<Insight, { type: T }>;
