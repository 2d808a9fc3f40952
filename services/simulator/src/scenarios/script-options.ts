import { z } from "zod";

const share = z.number().min(0).max(1).default(0);

/** A broadcast whose every message is known, for tests that count. */
export const scriptOptionsSchema = z.strictObject({
  seed: z.string().min(1).default("script"),
  /** How many messages, ends of streaks included; none makes a room in which only `say` is heard. */
  events: z.int().min(0).max(2_000_000),
  /** As fast as the clients read, when absent. */
  eventsPerSecond: z.number().positive().max(100_000).optional(),
  /** Begins within the time that a frame takes to be due, by its seed, so that many scripts do not say theirs in the same moment. */
  randomPhase: z.boolean().default(false),
  messagesPerFrame: z.int().min(1).max(1_000).default(10),
  gzip: z.enum(["always", "never", "mixed"]).default("mixed"),
  /** Says nothing before somebody is connected; also after each drop. */
  waitsForConnection: z.boolean().default(true),
  /** Says nothing before it is told to begin, whoever is connected. */
  waitsForBegin: z.boolean().default(false),
  /** How many different people take part. */
  people: z.int().min(1).max(100_000).default(500),
  /** Share of frames that are sent twice. */
  duplicateFrames: share,
  /** Share of frames that are overtaken by the one after. */
  swappedFrames: share,
  /** Share of streaks whose last message never comes. */
  unfinishedStreaks: share,
  /** Cuts all lines after `afterEvents` messages, and says the next `missed` ones to nobody. History covers as much as it holds. */
  drops: z.array(z.strictObject({ afterEvents: z.int().min(1), missed: z.int().min(0).default(0) })).default([]),
  /** Ends the broadcast after the last message. */
  endsBroadcast: z.boolean().default(false),
});
export type ScriptOptions = z.infer<typeof scriptOptionsSchema>;
export type ScriptOptionsInput = z.input<typeof scriptOptionsSchema>;
