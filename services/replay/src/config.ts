import { blobConfigShape, count, durationMs, runtimeConfigShape } from "@frontrow/runtime/config";
import { z } from "zod";

export const configSchema = z.object({
  ...runtimeConfigShape,
  ...blobConfigShape,
  /** Most replays that this worker plays. */
  REPLAY_CAPACITY: count.default(1_000),
  /** How long a replay plays on while its desk has no members. */
  REPLAY_GRACE_MS: durationMs.default(30_000),
  /** A replay that is paused for so long keeps nothing in memory. */
  REPLAY_REST_MS: durationMs.default(60_000),
  /** Events that a screen begins with: those of the gateway's variable of this name. */
  HISTORY_EVENTS: count.default(200),
  /** Time after which a worker whose heartbeat stands still is dead, and its replays are taken over. */
  LEASE_MS: durationMs.default(3_000),
  BEAT_INTERVAL_MS: durationMs.default(1_000),
  SWEEP_INTERVAL_MS: durationMs.default(1_000),
});
export type ReplayConfig = z.infer<typeof configSchema>;
