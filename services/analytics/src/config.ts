import { count, durationMs, runtimeConfigShape } from "@frontrow/runtime/config";
import { z } from "zod";

export const configSchema = z.object({
  ...runtimeConfigShape,
  /** Most sessions that this worker folds. */
  ANALYTICS_CAPACITY: count.default(10_000),
  /** Minimum interval between two checkpoints of a session; longer when the worker is loaded. */
  CHECKPOINT_INTERVAL_MS: durationMs.default(250),
  /** Events after which a keyframe is due: folding them again takes a tenth of a second. */
  KEYFRAME_EVENTS: count.default(20_000),
  /** Event time after which a keyframe is due: reading the log again takes time too. */
  KEYFRAME_INTERVAL_MS: durationMs.default(300_000),
  /** Bytes of the log after which a keyframe is due, as the log is not trimmed beyond it; more where the keyframe is large. */
  KEYFRAME_LOG_BYTES: count.default(1_048_576),
  /** Bytes that a log keeps at least: what newcomers and whoever comes back are shown of what was before … */
  LOG_KEEP_BYTES: count.default(655_360),
  /** … and their minimum age: what a client that comes back may have missed, and three of ingest's reports of what was seen. */
  LOG_KEEP_MS: durationMs.default(60_000),
  /** Time after which what a recorded session gained is archived … */
  ARCHIVE_INTERVAL_MS: durationMs.default(120_000),
  /** … or items, if those are there earlier. */
  ARCHIVE_ITEMS: count.default(4_000),
  /** Pause between two looks whether the rest of a closed session is archived. */
  ARCHIVE_POLL_MS: durationMs.default(5_000),
  /** Time after which a worker whose heartbeat stands still is dead, and its sessions are taken over. */
  LEASE_MS: durationMs.default(3_000),
  BEAT_INTERVAL_MS: durationMs.default(1_000),
  SWEEP_INTERVAL_MS: durationMs.default(1_000),
});
export type AnalyticsConfig = z.infer<typeof configSchema>;
