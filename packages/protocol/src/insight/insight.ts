import { z } from "zod";
import { conversationSchema, curvesSchema, leaderboardSchema, scoresSchema, viewerUpdateSchema } from "./audience.ts";
import { metricsSchema } from "./metrics.ts";
import { automatedPromptSchema, momentSchema, spikeSchema } from "./moment.ts";
import { questionDetectedSchema } from "./question.ts";
import { replayStateSchema } from "./replay-state.ts";
import { roomSchema } from "./room.ts";

// The public file of this folder: the union of all insights, and the kinds from beside it.
export {
  type Conversation,
  type CurveName,
  type Curves,
  conversationSchema,
  curveNames,
  curvesSchema,
  gifterSchema,
  type Leaderboard,
  leaderboardSchema,
  type ScorePart,
  type Scores,
  scoresSchema,
  trendWords,
  type ViewerStats,
  type ViewerUpdate,
  viewerStatsSchema,
  viewerUpdateSchema,
} from "./audience.ts";
export {
  type AutomatedPrompt,
  automatedPromptSchema,
  type Moment,
  momentKinds,
  momentSchema,
  type Params,
  type PromptTrigger,
  promptTriggers,
  type Spike,
  spikeLanes,
  spikeSchema,
} from "./moment.ts";
export { type QuestionDetected, type QuestionReason, questionDetectedSchema, questionReasons } from "./question.ts";
export { type ReplayState, replayStateSchema, replayStates } from "./replay-state.ts";
export { type Room, roomSchema } from "./room.ts";

/** What changed in the metrics since the last such insight; absolute values. A snapshot carries them all. */
export const metricsInsightSchema = z.object({ type: z.literal("metrics"), ...metricsSchema.partial().shape });

/** Every insight, discriminated by `type`. */
export const insightSchema = z.discriminatedUnion("type", [
  metricsInsightSchema,
  leaderboardSchema,
  questionDetectedSchema,
  scoresSchema,
  conversationSchema,
  viewerUpdateSchema,
  roomSchema,
  spikeSchema,
  momentSchema,
  automatedPromptSchema,
  curvesSchema,
  replayStateSchema,
]);
/** What the fold concludes. */
export type Insight = z.infer<typeof insightSchema>;
export type InsightOf<T extends Insight["type"]> = Extract<Insight, { type: T }>;
