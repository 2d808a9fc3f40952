import { type AnalyticsConfig, configSchema as analyticsSchema } from "@frontrow/analytics/config";
import { type GatewayConfig, configSchema as gatewaySchema } from "@frontrow/gateway/config";

import { type IngestConfig, configSchema as ingestSchema } from "@frontrow/ingest/config";

type Env = Record<string, string>;

/** Services in benchmarks listen where the system lets them. */
const base = (url: string): Env => ({ REDIS_URL: url, LOG_LEVEL: "silent", PORT: "0", OPS_PORT: "0" });

export const gatewayConfig = (url: string, env: Env = {}): GatewayConfig =>
  gatewaySchema.parse({ ...base(url), MAX_SOCKETS_PER_ADDRESS: "20000", ...env });
export const analyticsConfig = (url: string, env: Env = {}): AnalyticsConfig => analyticsSchema.parse({ ...base(url), ...env });
export const ingestConfig = (url: string, env: Env = {}): IngestConfig =>
  ingestSchema.parse({ ...base(url), DEMO_POLL_MIN_MS: "300", DEMO_POLL_MAX_MS: "1000", INGEST_CAPACITY: "10000", ...env });
