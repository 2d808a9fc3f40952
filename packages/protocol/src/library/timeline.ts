import { z } from "zod";
import { momentSchema, spikeSchema } from "../insight/insight.ts";
import { count, epochMs } from "../numbers.ts";

/** Distance of the steps of a time line. */
export const LANE_STEP_MS = 15_000;

/** A step of a recording, at a glance; what did not happen is left out. */
export const laneStepSchema = z.object({
  /** Its begin. */
  atMs: epochMs,
  /** The most that were told. */
  viewers: count.optional(),
  chats: count.optional(),
  gifts: count.optional(),
  diamonds: count.optional(),
  likes: count.optional(),
  joins: count.optional(),
  follows: count.optional(),
  shares: count.optional(),
  questions: count.optional(),
  /** Messages with a mood, and the sum of their sentiments in thousandths. */
  moods: count.optional(),
  mood: z.number().int().optional(),
});
export type LaneStep = z.infer<typeof laneStepSchema>;

export const spanSchema = z.object({ fromMs: epochMs, toMs: epochMs });
export type Span = z.infer<typeof spanSchema>;

/** What a minute says: totals so far, and what was at its end. */
export const minuteMetrics = [
  ...(["chats", "likes", "gifts", "diamonds", "shares", "follows", "joins", "subscribes", "questions", "uniqueViewers"] as const),
  ...(["viewers", "viewersActive", "sentiment", "entertainment", "engagement", "energy", "gapMs"] as const),
] as const;
export type MinuteMetric = (typeof minuteMetrics)[number];
export const minuteSchema = z.object({ atMs: epochMs, metrics: z.partialRecord(z.enum(minuteMetrics), z.number()) });
export type RecordedMinute = z.infer<typeof minuteSchema>;

/** A recording as a whole: what is worth looking at, before anything of it was played. */
export const timelineSchema = z.object({
  recordingId: z.string(),
  fromMs: epochMs,
  toMs: epochMs,
  /** The broadcast goes on: what is newer than `toMs` was not counted yet. */
  isGrowing: z.boolean(),
  /** Each of `LANE_STEP_MS` in which something happened. */
  lanes: z.array(laneStepSchema),
  /** Spikes, milestones, raids …, in their order. */
  moments: z.array(z.discriminatedUnion("type", [spikeSchema, momentSchema])),
  /** Each minute in which something was recorded; absent where it is not indexed yet. */
  minutes: z.array(minuteSchema).optional(),
  /** Time of which data is missing. */
  gaps: z.array(spanSchema),
  /** Time without a source. */
  closed: z.array(spanSchema),
});
export type RecordingTimeline = z.infer<typeof timelineSchema>;
