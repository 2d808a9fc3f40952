import { z } from "zod";
import { deskId, sessionId } from "../ids.ts";
import { automatedPromptSchema } from "../insight/insight.ts";
import { languages } from "./desk.ts";

/**
 * Asks that a language model word one prompt for one desk, in the desk's language. The gateway places it for a desk that
 * turned the model on; a prompt that is over by then is dropped. Placing it twice is harmless: see `coachJobId`.
 */
export const coachJobSchema = z.object({
  deskId,
  sessionId,
  prompt: automatedPromptSchema,
  language: z.enum(languages),
  /** Who pays for the desk's calls; absent for a guest's. */
  payer: z.string().max(128).optional(),
});
export type CoachJob = z.infer<typeof coachJobSchema>;

/** The queue's name; its prefix is `keys.queue("coach")`. */
export const COACH_QUEUE = "words";

/**
 * The same for each time that a desk asks for a prompt's words in one language. A prompt's id is its session's: another that the
 * desk viewed may have the same. Without colons, which BullMQ keeps for itself.
 */
export const coachJobId = ({ deskId, sessionId, prompt, language }: CoachJob): string =>
  `${deskId}_${sessionId}_${prompt.id}_${language}`.replaceAll(":", ".");

/**
 * With what BullMQ is to keep such a job: three attempts with jobs' own back-off; and when it is over for as long as anybody
 * might place it again, as its id is what keeps it from being done twice.
 */
export const coachJobOptions = {
  attempts: 3,
  backoff: { type: "coach" },
  removeOnComplete: { age: 900 },
  removeOnFail: { age: 900 },
} as const;
