import { count, durationMs, flag, host, logLevel, port } from "@frontrow/runtime/config";
import { z } from "zod";

export const configSchema = z.object({
  /** 0 lets the system choose. */
  SIMULATOR_PORT: port.default(9000),
  HOST: host.default("127.0.0.1"),
  /** Prometheus metrics and health checks; read only when the simulator runs alone. */
  OPS_PORT: port.default(9464),
  OPS_HOST: host.default("127.0.0.1"),
  LOG_LEVEL: logLevel.default("info"),
  /** The control API under `/control`, for tests and people on the same machine. */
  SIMULATOR_CONTROL: flag.default(true),
  /** Recordings that the control API may have played, by their names; none without it. */
  SIMULATOR_RECORDINGS_DIR: z.string().min(1).optional(),
  /** Makes every audience different from those of another seed, and the same for the same one. */
  SIMULATOR_SEED: z.string().default("frontrow"),
  /** Messages of the past that each new connection is sent as history. */
  SIMULATOR_HISTORY_MESSAGES: z.coerce.number().int().min(0).max(10_000).default(20),
  /** Interval at which an audience's messages go out, as one frame. */
  SIMULATOR_FRAME_INTERVAL_MS: durationMs.default(400),
  /** Creators kept; beyond it, those that nobody asked about or set up for the longest time are forgotten. */
  SIMULATOR_MAX_CREATORS: count.default(5_000),
  /** A broadcast that nobody is connected to, or asks about, ends after this time, unless it was set up by hand. */
  SIMULATOR_IDLE_MS: durationMs.default(30_000),
  SHUTDOWN_DEADLINE_MS: durationMs.default(5_000),
});
export type SimulatorConfig = z.infer<typeof configSchema>;
