import { z } from "zod";
import { deskId } from "../ids.ts";
import { ruleSchema } from "./rule.ts";

/** Asks that a rule be tried on the last recordings of a desk. Placing it twice is harmless; one that a newer one replaced ends at once. */
export const backTestJobSchema = z.object({ deskId, backTestId: z.string(), rule: ruleSchema });
export type BackTestJob = z.infer<typeof backTestJobSchema>;

/** The queue's name; its prefix is `keys.queue("backTest")`. */
export const BACK_TEST_QUEUE = "recordings";

export const backTestJobId = ({ backTestId }: BackTestJob): string => backTestId;

/** With what BullMQ is to keep such a job: somebody waits for it. */
export const backTestJobOptions = {
  attempts: 3,
  backoff: { type: "backTest" },
  removeOnComplete: true,
  removeOnFail: true,
} as const;
