import { z } from "zod";
import { errorCodeSchema } from "../errors.ts";
import { count, epochMs } from "../numbers.ts";
import { recordedBroadcastSchema } from "../recording.ts";

export const replayStates = ["playing", "paused", "finished"] as const;

/**
 * Where a replay stands. An insight of a replay session, in its log in order with what it shows: said on each change and, while it
 * plays, once a second.
 */
export const replayStateSchema = z.object({
  type: z.literal("replayState"),
  atMs: epochMs,
  recordingId: z.string(),
  broadcast: recordedBroadcastSchema,
  state: z.enum(replayStates),
  /** The clock of the replay, in event time … */
  positionMs: epochMs,
  /** … and all items before this one are shown. */
  item: count,
  /** What was asked for; `trueSpeed` is what the worker can keep up with, where that is less. */
  speed: z.number(),
  trueSpeed: z.number().optional(),
  /** Event time of the first item, and of the last one so far. */
  fromMs: epochMs,
  toMs: epochMs,
  /** The newest moment of a broadcast that goes on. */
  edgeMs: epochMs.optional(),
  isGrowing: z.boolean(),
  /** `sampled`: at this speed some rows are left out; the numbers are exact. */
  rows: z.enum(["all", "sampled"]),
  /** Rows left out since the epoch began, by type of event. */
  leftOut: z.record(z.string(), count).optional(),
  loop: z.object({ fromMs: epochMs, toMs: epochMs }).optional(),
  skipIdle: z.boolean(),
  /** Being at a place that takes a while to reach, or waiting for the recording: what to read meanwhile. */
  isSeeking: z.literal(true).optional(),
  /** What is wrong, while it is. */
  code: errorCodeSchema.optional(),
  message: z.string().optional(),
  /** Its numbers come from the formulas of today, not of the day on which it was recorded. */
  byTodaysFormulas: z.literal(true).optional(),
});
export type ReplayState = z.infer<typeof replayStateSchema>;
