import { z } from "zod";
import { userSchema } from "../log/event.ts";
import { epochMs } from "../numbers.ts";

/** Why a question has its priority. */
export const questionReasons = [
  "qna",
  "asksCreator",
  "questionMark",
  "questionWord",
  "fullSentence",
  "askedByMany",
  "subscriber",
  "topGifter",
  "short",
  "rhetorical",
  "spamLike",
] as const;
export type QuestionReason = (typeof questionReasons)[number];
/**
 * A question waits for an answer. It comes again, with the same id, when others ask the same: `count` and `priority` are
 * absolute, so the last one holds. Fields after `user` are absent in entries before 0.2.
 */
export const questionDetectedSchema = z.object({
  type: z.literal("questionDetected"),
  /** Derived from the event that caused it: the same question has the same id, however often it comes. */
  id: z.string(),
  eventId: z.string(),
  atMs: epochMs,
  text: z.string(),
  priority: z.number().int().min(1).max(5),
  user: userSchema.optional(),
  reasons: z.array(z.enum(questionReasons)).optional(),
  /** How often it was asked, near-duplicates included. */
  count: z.number().int().positive().optional(),
  lastAtMs: epochMs.optional(),
  language: z.string().optional(),
});
export type QuestionDetected = z.infer<typeof questionDetectedSchema>;
