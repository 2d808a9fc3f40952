import { z } from "zod";
import { languageSchema } from "../scenarios/language.ts";

/** How a creator's broadcasts are; changed at run time through the control API. */
const settingsSchema = z.strictObject({
  /** What the audience is made of: the same seed gives the same people, saying the same. */
  seed: z.string().min(1),
  /** The average; moods, waves and lulls move it. One a minute is 0.0167. */
  eventsPerSecond: z.number().positive().max(20_000),
  frameIntervalMs: z.int().min(20).max(10_000),
  maxMessagesPerFrame: z.int().min(1).max(1_000),
  gzip: z.boolean(),
  historyMessages: z.int().min(0).max(10_000),
  /** What people speak, the most spoken first; by default the seed chooses. */
  languages: z.array(languageSchema).min(1).optional(),
  /** How many different people ever come. */
  population: z.int().min(1).max(1_000_000),
  /** Without moods, waves and lulls: for measurements. */
  isSteady: z.boolean(),
});
export type RoomSettings = z.infer<typeof settingsSchema>;
export const settingsChangeSchema = settingsSchema.partial();
