import { count, durationMs, runtimeConfigShape } from "@frontrow/runtime/config";
import { z } from "zod";

export const configSchema = z.object({
  ...runtimeConfigShape,
  /** A desk that nobody was at for so long stops watching. */
  REAP_AFTER_MS: durationMs.default(30_000),
  /** How often all desks are looked at. */
  REAP_SWEEP_MS: durationMs.default(5_000),
  /** A gateway whose heartbeat stood still for so long under our eyes is dead, and its sockets are gone. */
  GATEWAY_LEASE_MS: durationMs.default(5_000),
  /** Desks looked at together. */
  REAP_CONCURRENCY: count.default(32),
});
export type JobsConfig = z.infer<typeof configSchema>;
