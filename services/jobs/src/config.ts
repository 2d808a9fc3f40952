import {
  baseUrl,
  blobConfigShape,
  count,
  deskRetentionShape,
  durationMs,
  recordingRetentionShape,
  runtimeConfigShape,
  secret,
} from "@frontrow/runtime/config";
import { z } from "zod";

const coachShape = {
  /** An OpenAI-compatible endpoint, its version included. Without it prompts keep the words of their rules. */
  COACH_API_URL: baseUrl.optional(),
  /** Absent for endpoints that ask for none. */
  COACH_API_KEY: secret.optional(),
  /** The model, by the name that the endpoint gives it. */
  COACH_MODEL_NAME: z.string("a model's name").min(1).optional(),
  /** Time-out of one call; a prompt is worth saying for a minute or two. */
  COACH_TIMEOUT_MS: durationMs.default(8_000),
  /** Calls for one desk in an hour, failed ones included. */
  COACH_BUDGET_PER_DESK_HOUR: count.default(30),
  /** Calls for all desks together in a day of UTC. */
  COACH_BUDGET_PER_DAY: count.default(1_000),
  /** Of which desks of guests have this many together. */
  COACH_BUDGET_GUESTS_PER_DAY: count.default(200),
  /** Prompts that this process has worded at the same time. */
  COACH_CONCURRENCY: count.default(4),
};

const archiveShape = {
  ...blobConfigShape,
  /** Age of the youngest entry of a log that is archived: what is younger a fail-over may still take back. */
  ARCHIVE_MIN_AGE_MS: durationMs.default(15_000),
  /** Sessions that this process archives at the same time. */
  ARCHIVE_CONCURRENCY: count.default(4),
  /** Exports that this process makes at the same time. */
  EXPORT_CONCURRENCY: count.default(2),
};

const jobsSchema = z.object({
  ...runtimeConfigShape,
  ...coachShape,
  ...archiveShape,
  /** How long a desk may have no members before it stops watching. */
  REAP_AFTER_MS: durationMs.default(30_000),
  ...deskRetentionShape,
  ...recordingRetentionShape,
  /** Pause between two looks for recordings that nobody holds any more. */
  RETENTION_SWEEP_MS: durationMs.default(60_000),
  /** Pause between two sweeps over all desks. */
  REAP_SWEEP_MS: durationMs.default(5_000),
  /** How long a gateway's heartbeat may stand still, while we read it, before the gateway counts as dead and its sockets as gone. */
  GATEWAY_LEASE_MS: durationMs.default(5_000),
  /** Desks looked after at the same time. */
  REAP_CONCURRENCY: count.default(32),
});

/** Refuses a coach that is set up by halves: it is a mistake, and must not pass for a coach that is off. */
export const configSchema = jobsSchema.superRefine(({ COACH_API_URL, COACH_API_KEY, COACH_MODEL_NAME }, context) => {
  const need = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
  if (COACH_API_URL && !COACH_MODEL_NAME) need("COACH_MODEL_NAME", "a model's name, as COACH_API_URL is set");
  if (COACH_API_KEY && !COACH_API_URL) need("COACH_API_URL", "an http:// or https:// address, as COACH_API_KEY is set");
});
export type JobsConfig = z.infer<typeof configSchema>;
