import { baseUrl, count, durationMs, host, logLevel, port } from "@frontrow/runtime/config";
import { z } from "zod";

export const configSchema = z.object({
  /** 0 lets the system choose. */
  SIMULATOR_PORT: port.default(9000),
  HOST: host.default("127.0.0.1"),
  LOG_LEVEL: logLevel.default("info"),
  /** Where a browser reaches the simulator, for avatars; by default the address it listens on. */
  SIMULATOR_PUBLIC_URL: baseUrl.optional(),
  /** Makes every audience different from those of another seed, and the same for the same one. */
  SIMULATOR_SEED: z.string().default("frontrow"),
  /** What was said last is sent again on each connect: this many messages. */
  SIMULATOR_HISTORY_MESSAGES: z.coerce.number().int().min(0).max(10_000).default(20),
  /** An audience's messages go out as one frame each so often. */
  SIMULATOR_FRAME_INTERVAL_MS: durationMs.default(400),
  /** Beyond it, creators that nobody asked about or set up for the longest time are forgotten. */
  SIMULATOR_MAX_CREATORS: count.default(5_000),
  SHUTDOWN_DEADLINE_MS: durationMs.default(5_000),
});
export type SimulatorConfig = z.infer<typeof configSchema>;
