import { createIngest } from "@frontrow/ingest/ingest";
import { createRedis } from "@frontrow/redis/client";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { ingestConfig } from "../lib/configs.ts";
import { benchLogger as logger } from "../lib/logger.ts";
import { readMetric } from "../lib/registry.ts";
import { serveRole } from "../lib/role.ts";

const registry = createMetricsRegistry();

serveRole({
  async start({ url, env = {} }: { url: string; env?: Record<string, string> }) {
    const redis = createRedis(url, logger);
    await redis.start();
    await createIngest({ config: ingestConfig(url, env), redis, logger, registry }).start();
  },
  owned: () => readMetric(registry, "frontrow_owned_sessions"),
  events: () => readMetric(registry, "frontrow_events_total"),
});
