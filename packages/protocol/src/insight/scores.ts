import { z } from "zod";
import { epochMs } from "../numbers.ts";

/** One part of a score: what was measured, and how many of at most `max` points it gives. Parts add up to the score. */
const scorePart = z.object({ code: z.string(), value: z.number(), points: z.number(), max: z.number() });
const score = z.object({ value: z.number().min(0).max(100), parts: z.array(scorePart) });
export type ScorePart = z.infer<typeof scorePart>;
/** A risk or a chance: factors that raise it, 0…1 each, strongest first, and actions against or for it, best first. */
const outlook = z.object({
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
  churnRisk: outlook,
  monetization: outlook,
  trend: z.object({ word: z.enum(trendWords), points: z.number() }),
});
export type Scores = z.infer<typeof scoresSchema>;
