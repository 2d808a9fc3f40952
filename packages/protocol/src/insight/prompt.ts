import { z } from "zod";
import { epochMs } from "../numbers.ts";
import { paramsSchema, readable } from "./sentence.ts";

/** The rules that can be due, by name. */
export const promptTriggers = [
  "quietChat",
  "energyDrop",
  "giftMomentum",
  "openQuestion",
  "greetNewcomers",
  "welcomeBack",
  "milestoneNear",
  "moodTurning",
  "raid",
  "thankGifter",
] as const;
export type PromptTrigger = (typeof promptTriggers)[number];
/** What the creator could say or do now: a trigger and the values of its sentence, which each desk reads in its language. */
export const automatedPromptSchema = z.object({
  type: z.literal("automatedPrompt"),
  /** Derived from its trigger and moment: the same prompt has the same id. */
  id: z.string(),
  trigger: z.enum(promptTriggers),
  /** 5 is the most urgent. */
  priority: z.number().int().min(1).max(5),
  atMs: epochMs,
  /** When it stops being worth saying. */
  untilMs: epochMs,
  /** The question that it is about: a desk that has answered the question does not get the prompt. */
  questionId: z.string().optional(),
  params: paramsSchema,
  ...readable,
  /** Why it is due, in the desk's language. */
  reason: z.string().optional(),
});
export type AutomatedPrompt = z.infer<typeof automatedPromptSchema>;
