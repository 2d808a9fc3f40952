import { count, durationMs, runtimeConfigShape } from "@frontrow/runtime/config";
import { z } from "zod";

export const configSchema = z.object({
  ...runtimeConfigShape,
  /** The most sessions that this worker folds. */
  ANALYTICS_CAPACITY: count.default(10_000),
  /** What a session's metrics gained is written behind at most this often; less often when the worker is loaded. */
  CHECKPOINT_INTERVAL_MS: durationMs.default(250),
  /** A keyframe is due after so many events: folding them again takes a tenth of a second. */
  KEYFRAME_EVENTS: count.default(20_000),
  /** Or after so much event time with news: reading the log again takes time too. */
  KEYFRAME_INTERVAL_MS: durationMs.default(300_000),
  /** Behind the keyframe a log keeps at least so many entries … */
  LOG_KEEP_ENTRIES: count.default(2_000),
  /** … and those of so long: what a client that comes back may have missed, and what TikTok's history can repeat. */
  LOG_KEEP_MS: durationMs.default(600_000),
  /** A worker whose heartbeat stands still for so long is dead, and its sessions are taken over. */
  LEASE_MS: durationMs.default(3_000),
  BEAT_INTERVAL_MS: durationMs.default(1_000),
  SWEEP_INTERVAL_MS: durationMs.default(1_000),
});
export type AnalyticsConfig = z.infer<typeof configSchema>;
