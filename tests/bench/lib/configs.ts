import { type AnalyticsConfig, configSchema as analyticsSchema } from "@frontrow/analytics/config";
import { type GatewayConfig, configSchema as gatewaySchema } from "@frontrow/gateway/config";

import { type IngestConfig, configSchema as ingestSchema } from "@frontrow/ingest/config";
import { type ReplayConfig, configSchema as replaySchema } from "@frontrow/replay/config";

type Env = Record<string, string>;

/** Services in benchmarks listen where the system lets them. */
const base = (url: string): Env => ({ REDIS_URL: url, LOG_LEVEL: "silent", PORT: "0", OPS_PORT: "0" });

/** Thousands of users come from one address here. */
const crowd: Env = {
  MAX_SOCKETS_PER_ADDRESS: "20000",
  NEW_DESKS_PER_NETWORK: "1000000",
  NEW_DESKS: "1000000",
  WATCHES_PER_NETWORK_MINUTE: "1000000",
  KNOWN_CREATORS_PER_NETWORK_MINUTE: "1000000",
  NEW_CREATORS_PER_NETWORK_MINUTE: "1000000",
  DEMOS_PER_GUEST: "1000000",
  DEMOS_PER_NETWORK: "1000000",
  REPLAY_COMMANDS_PER_DESK_MINUTE: "1000000",
};

/** With BENCH_LIMITS in `env` guests have the limits that they have in production. */
export const gatewayConfig = (url: string, env: Env = {}): GatewayConfig =>
  gatewaySchema.parse({ ...base(url), ...(env["BENCH_LIMITS"] ? {} : crowd), ...env });
export const analyticsConfig = (url: string, env: Env = {}): AnalyticsConfig => analyticsSchema.parse({ ...base(url), ...env });
export const replayConfig = (url: string, env: Env = {}): ReplayConfig => replaySchema.parse({ ...base(url), ...env });
export const ingestConfig = (url: string, env: Env = {}): IngestConfig =>
  ingestSchema.parse({ ...base(url), DEMO_POLL_MIN_MS: "300", DEMO_POLL_MAX_MS: "1000", INGEST_CAPACITY: "10000", ...env });
