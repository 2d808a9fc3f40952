import { imageHosts } from "@frontrow/protocol/image-hosts";
import type { SignQuota } from "@frontrow/redis/sign-ledger";
import { baseUrl, byteCount, count, durationMs, runtimeConfigShape, secret } from "@frontrow/runtime/config";
import { z } from "zod";
import type { SignService } from "./source/tiktok/sign.ts";

const quota = z.coerce.number({ error: "a whole number, 0 for any" }).int().min(0);

export const configSchema = z.object({
  ...runtimeConfigShape,

  /** Where TikTok's pages and the sign service are. `http://…` is for a simulator: TikTok itself is asked by https. */
  TIKTOK_WEB_URL: baseUrl.default("https://www.tiktok.com"),
  TIKTOK_WEBCAST_URL: baseUrl.default("https://webcast.tiktok.com"),
  SIGN_API_URL: baseUrl.default("https://api.eulerstream.com"),
  SIGN_API_KEY: secret.optional(),
  /** Workers that share a sign account share its quota by this name. */
  SIGN_ACCOUNT: z.string().min(1).max(60).default("default"),
  /**
   * Our own budget of calls; 0 for any number. Without a key 5, 30 and 100, below what is known of accounts without a plan; with
   * a key any number, as the service says what it allows the account.
   */
  SIGN_CALLS_PER_MINUTE: quota.optional(),
  SIGN_CALLS_PER_HOUR: quota.optional(),
  SIGN_CALLS_PER_DAY: quota.optional(),
  /** Minimum interval at which the service is asked what it allows the account, by all workers together. */
  SIGN_LIMITS_INTERVAL_MS: durationMs.min(1_000).default(1_800_000),
  /** Handles that begin with `demo:` are this simulator's; without it nobody has such a name. */
  SIMULATOR_URL: baseUrl.optional(),
  /** Pictures of real broadcasts from other hosts are left out. The gateway's setting of the same name tells the browser. */
  IMAGE_HOSTS: imageHosts,

  /** The most creators that this process owns at a time. */
  INGEST_CAPACITY: count.default(1_000),
  HTTP_TIMEOUT_MS: durationMs.default(10_000),
  SIGN_TIMEOUT_MS: durationMs.default(15_000),
  HANDSHAKE_TIMEOUT_MS: durationMs.default(10_000),
  /** Silence after which a connection is dead; TikTok sends viewer counts each two seconds. */
  STALL_MS: durationMs.default(30_000),
  /** Time with nothing but viewer counts after which the room is asked whether it is over; up to half as much longer by chance. */
  COUNTS_ONLY_MS: durationMs.default(120_000),
  POLL_MIN_MS: durationMs.default(15_000),
  POLL_MAX_MS: durationMs.default(60_000),
  /** The simulator does not mind being asked, and people wait for it. */
  DEMO_POLL_MIN_MS: durationMs.default(1_000),
  DEMO_POLL_MAX_MS: durationMs.default(5_000),
  /** Minimum interval at which the sign service is asked who is live, for one creator, while TikTok lets nobody in. */
  LOOK_UP_INTERVAL_MS: durationMs.default(600_000),
  RETRY_MIN_MS: durationMs.default(1_000),
  RETRY_MAX_MS: durationMs.default(60_000),
  /** Longest part of a wait for a limit after which it is looked whether that still holds; what people are told is the whole wait. */
  LONGEST_SLEEP_MS: durationMs.default(900_000),
  /** Pause between two checks of a broadcast that is said to be over. */
  CONFIRM_END_MS: durationMs.default(2_000),
  /**
   * Checks at TikTok whether creators are live, of all workers together in a minute. Four fifths may be repeated ones, so that a
   * first one finds room.
   */
  UPSTREAM_CHECKS_PER_MINUTE: count.default(600),
  /** Pause between two checks of a name that nobody has, while somebody watches it. */
  UNKNOWN_RECHECK_MS: durationMs.default(300_000),
  WATCH_CHECK_MS: durationMs.default(2_500),
  /** Time without a watcher after which the connection is given up. */
  UNWATCHED_GRACE_MS: durationMs.default(10_000),

  /** Memory quota of all sessions of this process together while Redis is away. */
  BUFFER_BYTES: byteCount.default(256 * 1024 * 1024),
  /** How long Redis keeps a session after its end. */
  SESSION_KEPT_SECONDS: count.default(86_400),
  /** The same of a simulated one. */
  DEMO_SESSION_KEPT_SECONDS: count.default(300),
  /** For tests and benchmarks: chat without annotations. */
  ANNOTATE_TEXT: z.stringbool({ error: "true or false" }).default(true),
});
export type IngestConfig = z.infer<typeof configSchema>;

/** TikTok's sign service, as this process may ask it. */
export const signServiceOf = (config: IngestConfig): SignService => ({
  url: config.SIGN_API_URL,
  timeoutMs: config.SIGN_TIMEOUT_MS,
  ...(config.SIGN_API_KEY !== undefined && { apiKey: config.SIGN_API_KEY }),
});

/** How many sign calls we allow ourselves. No guess of ours stands for what a key allows: the service says that. */
export function signBudgetOf(config: IngestConfig): SignQuota {
  const guess =
    config.SIGN_API_KEY === undefined ? { perMinute: 5, perHour: 30, perDay: 100 } : { perMinute: 0, perHour: 0, perDay: 0 };
  return {
    perMinute: config.SIGN_CALLS_PER_MINUTE ?? guess.perMinute,
    perHour: config.SIGN_CALLS_PER_HOUR ?? guess.perHour,
    perDay: config.SIGN_CALLS_PER_DAY ?? guess.perDay,
  };
}
