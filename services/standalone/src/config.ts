import { durationMs, host, logLevel, port } from "@frontrow/runtime/config";
import { z } from "zod";

/** What standalone itself reads; each service it composes reads its own variables from the same environment. */
export const configSchema = z.object({
  PORT: port.default(3000),
  /** Only this machine, unless said otherwise: standalone has no accounts. */
  HOST: host.default("127.0.0.1"),
  OPS_PORT: port.default(9464),
  OPS_HOST: host.default("127.0.0.1"),
  /** Without REDIS_URL a private Redis is started, with this redis-server of version 7 or newer. */
  FRONTROW_REDIS_SERVER: z.string().default("redis-server"),
  /** Where the private Redis keeps its data, and recordings are kept without a BLOB_URL. */
  FRONTROW_DATA_DIR: z.string().default(".frontrow"),
  /** The most that the private Redis keeps, such as 512mb or 2gb. */
  REDIS_MAXMEMORY: z
    .string()
    .regex(/^\d{1,6}[mg]b$/i, "a size such as 512mb or 2gb")
    .default("1gb"),
  /** Simulated broadcasts for names that begin with `demo:`. */
  SIMULATOR_PORT: port.default(0),
  LOG_LEVEL: logLevel.default("info"),
  SHUTDOWN_DEADLINE_MS: durationMs.default(10_000),
});
export type StandaloneConfig = z.infer<typeof configSchema>;
