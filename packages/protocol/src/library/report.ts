import { z } from "zod";
import { gifterSchema, momentSchema, questionDetectedSchema, spikeSchema, viewerStatsSchema } from "../insight/insight.ts";
import { count, durationMs, epochMs } from "../numbers.ts";
import { recordedBroadcastSchema } from "../recording.ts";
import { minuteSchema, spanSchema } from "./timeline.ts";

/** Words that people used, and in which mood. */
const saidSchema = z.object({ text: z.string(), chats: count, sentiment: z.number().min(-1).max(1) });

/** What a recording says by itself, whoever reads it. */
export const reportFactsSchema = z.object({
  fromMs: epochMs,
  toMs: epochMs,
  /** Time that was recorded: without gaps, and without time that had no source. */
  seenMs: durationMs,
  totals: z.object({
    chats: count,
    likes: count,
    /** Of the likes, those that came before what was recorded: TikTok tells the total of the broadcast. Absent where there was none. */
    likesBefore: count.optional(),
    gifts: count,
    diamonds: count,
    follows: count,
    shares: count,
    subscribes: count,
    questions: count,
    uniqueViewers: count,
    /** The most that TikTok told, when, and the mean over the time that was seen. */
    peakViewers: count,
    peakAtMs: epochMs.optional(),
    averageViewers: z.number(),
    /** Of the messages, −1 to 1. */
    sentiment: z.number(),
  }),
  minutes: z.array(minuteSchema),
  moments: z.array(z.discriminatedUnion("type", [spikeSchema, momentSchema])),
  /** Best first, at most fifty. */
  supporters: z.array(gifterSchema),
  /** Most engaged first, at most fifty. */
  people: z.array(viewerStatsSchema),
  /** Oldest first, at most two hundred of the highest priority. */
  questions: z.array(questionDetectedSchema),
  retention: z.object({
    /** People by watch time: under 5, 5–15, 15–30, over 30 minutes. Lower bounds. */
    watchTime: z.tuple([count, count, count, count]),
    averageWatchMs: durationMs,
  }),
  /** Most often said first, at most forty each. */
  words: z.array(saidSchema),
  emoji: z.array(saidSchema),
  languages: z.array(z.object({ language: z.string(), chats: count })),
  gaps: z.array(spanSchema),
  closed: z.array(spanSchema),
});
export type ReportFacts = z.infer<typeof reportFactsSchema>;

export const comparedNames = [
  "averageViewers",
  "peakViewers",
  "uniqueViewers",
  "chatsPerMinute",
  "likesPerMinute",
  "diamondsPerMinute",
  "diamonds",
  "follows",
  "averageWatchMs",
  "sentiment",
] as const;

const comparisonSchema = z.object({
  /** Earlier recordings of this creator that the desk holds, at most ten of the newest. */
  broadcasts: z.array(z.object({ recordingId: z.string(), fromMs: epochMs })),
  /** What cannot be compared has no median, and a reason: fewer than two earlier ones, another part of the broadcast is missing. */
  values: z.array(
    z.object({
      name: z.enum(comparedNames),
      value: z.number(),
      median: z.number().optional(),
      notComparable: z.enum(["tooFewEarlier", "gaps", "goesOn", "notMeasured"]).optional(),
    }),
  ),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** How a broadcast went, for one desk. */
export const reportSchema = z.object({
  recordingId: z.string(),
  name: z.string().optional(),
  broadcast: recordedBroadcastSchema,
  /** The broadcast goes on: what is told here is so far. */
  isGrowing: z.boolean(),
  facts: reportFactsSchema,
  /** What the desk did about the questions, by its own times. */
  answers: z.record(z.string(), z.object({ status: z.enum(["answered", "ignored"]), atMs: epochMs })),
  /** People who were first seen in this broadcast, and of them who came in a later one; absent where no later one is held. */
  newcomers: z.object({ people: count, cameBack: count.optional() }),
  comparison: comparisonSchema,
});
export type Report = z.infer<typeof reportSchema>;

/** A report, or why there is none yet: its recording is being indexed. Ask again in a few seconds. */
export const reportAnswerSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("ready"), report: reportSchema }),
  z.object({ state: z.literal("making") }),
]);
