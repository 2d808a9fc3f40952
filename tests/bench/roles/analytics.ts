import { createAnalytics } from "@frontrow/analytics/analytics";
import { createRedis } from "@frontrow/redis/client";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { analyticsConfig } from "../lib/configs.ts";
import { readMetric } from "../lib/registry.ts";
import { serveRole } from "../lib/role.ts";

const registry = createMetricsRegistry();

serveRole({
  async start({ url, env = {} }: { url: string; env?: Record<string, string> }) {
    const redis = createRedis(url, quietLogger);
    await redis.start();
    await createAnalytics({ config: analyticsConfig(url, env), redis, logger: quietLogger, registry }).start();
  },
  owned: () => readMetric(registry, "frontrow_owned_sessions"),
  folded: () => readMetric(registry, "frontrow_folded_events_total"),
});
