import { z } from "zod";
import { count, durationMs, epochMs } from "../numbers.ts";
import { writtenText } from "./entry.ts";

export const MOST_RULES = 50;

export const ruleId = z
  .string("give the id of a rule")
  .regex(/^[\w-]{1,40}$/, "give the id of a rule: at most 40 letters, digits, _ or -");

/** What can be counted of the last minutes; `viewers` is what TikTok told last, `mood` the mean sentiment in hundredths. */
export const ruleMetrics = ["viewers", "chats", "gifts", "diamonds", "follows", "shares", "questions", "mood"] as const;
export type RuleMetric = (typeof ruleMetrics)[number];

const spanMs = durationMs.min(10_000, "give at least ten seconds").max(3_600_000, "give at most an hour");

/** When a rule rings: all of it in event time, by the events alone, so that a replay at 1× rings as the broadcast did. */
const conditionSchema = z.discriminatedUnion("type", [
  /** The metric over the last `spanMs` (viewers: now) comes to be beyond a value. */
  z.strictObject({
    type: z.literal("level"),
    metric: z.enum(ruleMetrics),
    is: z.enum(["atLeast", "atMost"]),
    value: z.number(),
    spanMs: spanMs.default(60_000),
  }),
  /**
   * It rose or fell by so many percent against the `spanMs` before; viewers against how many they were then; the mood by so many
   * hundredths.
   */
  z.strictObject({
    type: z.literal("change"),
    metric: z.enum(ruleMetrics),
    is: z.enum(["rises", "falls"]),
    percent: z.number().min(1).max(10_000),
    spanMs: spanMs.default(120_000),
  }),
  /** Somebody writes, by name at TikTok. */
  z.strictObject({ type: z.literal("person"), handle: writtenText(64).pipe(z.string().min(1, "give a name")) }),
  /** A word, or words in their order, in a message. */
  z.strictObject({ type: z.literal("words"), text: writtenText(100).pipe(z.string().min(1, "give a word")) }),
  /** A gift of so many diamonds, its whole streak counted. */
  z.strictObject({ type: z.literal("gift"), diamonds: count.min(1, "give at least one diamond") }),
]);
export type RuleCondition = z.infer<typeof conditionSchema>;

/** A rule of a desk: what it watches for, and how it says so. */
export const ruleSchema = z.strictObject({
  ruleId,
  name: writtenText(80),
  condition: conditionSchema,
  isOn: z.boolean().default(true),
  hasSound: z.boolean().default(false),
  /** After it rang it is silent for so long, in event time. */
  quietMs: durationMs.min(0).max(3_600_000).default(60_000),
});
export type Rule = z.infer<typeof ruleSchema>;

/** A rule's condition was met. */
export const ringSchema = z.object({ ruleId: z.string(), atMs: epochMs, eventId: z.string().optional(), text: z.string() });
export type Ring = z.infer<typeof ringSchema>;

export const MOST_BACK_TESTED = 5;
/** What a rule would have done in the desk's last broadcasts. */
export const backTestSchema = z.object({
  backTestId: z.string(),
  state: z.enum(["waiting", "running", "done", "failed"]),
  /** Items that were read, of all. */
  done: count,
  total: count,
  /** Newest first; only those that are read to their end. */
  recordings: z.array(
    z.object({
      recordingId: z.string(),
      /** How often it would have rung, of which the first hundred are told. */
      rings: count,
      first: z.array(ringSchema),
    }),
  ),
});
export type BackTest = z.infer<typeof backTestSchema>;
