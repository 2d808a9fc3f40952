import { createAnalytics } from "@frontrow/analytics/analytics";
import { createRedis } from "@frontrow/redis/client";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { analyticsConfig } from "../lib/configs.ts";
import { benchLogger as logger } from "../lib/logger.ts";
import { readMetric } from "../lib/registry.ts";
import { serveRole } from "../lib/role.ts";

const registry = createMetricsRegistry();

serveRole({
  async start({ url, env = {} }: { url: string; env?: Record<string, string> }) {
    const redis = createRedis(url, logger);
    await redis.start();
    await createAnalytics({ config: analyticsConfig(url, env), redis, logger, registry }).start();
  },
  owned: () => readMetric(registry, "frontrow_owned_sessions"),
  folded: () => readMetric(registry, "frontrow_folded_events_total"),
});
