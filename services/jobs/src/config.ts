import { baseUrl, count, durationMs, runtimeConfigShape, secret } from "@frontrow/runtime/config";
import { z } from "zod";

const coachShape = {
  /** An endpoint that speaks as OpenAI's does, up to and with its version. Without it prompts keep the words of their rules. */
  COACH_API_URL: baseUrl.optional(),
  /** Absent for endpoints that ask for none. */
  COACH_API_KEY: secret.optional(),
  /** The model, by the name that the endpoint gives it. */
  COACH_MODEL_NAME: z.string("a model's name").min(1).optional(),
  /** One try; a prompt is worth saying for a minute or two. */
  COACH_TIMEOUT_MS: durationMs.default(8_000),
  /** Calls for one desk in an hour, tries that failed among them. */
  COACH_BUDGET_PER_DESK_HOUR: count.default(30),
  /** Calls for all desks together in a day of UTC. */
  COACH_BUDGET_PER_DAY: count.default(1_000),
  /** Prompts worded together by this process. */
  COACH_CONCURRENCY: count.default(4),
};

const jobsSchema = z.object({
  ...runtimeConfigShape,
  ...coachShape,
  /** A desk that nobody was at for so long stops watching. */
  REAP_AFTER_MS: durationMs.default(30_000),
  /** How often all desks are looked at. */
  REAP_SWEEP_MS: durationMs.default(5_000),
  /** A gateway whose heartbeat stood still for so long under our eyes is dead, and its sockets are gone. */
  GATEWAY_LEASE_MS: durationMs.default(5_000),
  /** Desks looked at together. */
  REAP_CONCURRENCY: count.default(32),
});

/** A coach that is set up by halves is a mistake, and not no coach. */
export const configSchema = jobsSchema.superRefine(({ COACH_API_URL, COACH_API_KEY, COACH_MODEL_NAME }, context) => {
  const need = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
  if (COACH_API_URL && !COACH_MODEL_NAME) need("COACH_MODEL_NAME", "a model's name, as COACH_API_URL is set");
  if (COACH_API_KEY && !COACH_API_URL) need("COACH_API_URL", "an http:// or https:// address, as COACH_API_KEY is set");
});
export type JobsConfig = z.infer<typeof configSchema>;
