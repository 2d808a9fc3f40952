import { createAnalytics } from "@frontrow/analytics/analytics";
import { createRedis } from "@frontrow/redis/client";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { analyticsConfig } from "../lib/configs.ts";
import { benchLogger as logger } from "../lib/logger.ts";
import { readMetric } from "../lib/registry.ts";
import { serveRole } from "../lib/role.ts";
import { countSentBytes } from "../lib/sent-bytes.ts";

const registry = createMetricsRegistry();
/** To Redis: it connects to nothing else. */
const sentBytes = countSentBytes();

serveRole({
  async start({ url, env = {} }: { url: string; env?: Record<string, string> }) {
    const redis = createRedis(url, logger);
    await redis.start();
    await createAnalytics({ config: analyticsConfig(url, env), redis, logger, registry }).start();
  },
  sentBytes,
  owned: () => readMetric(registry, "frontrow_owned_sessions"),
  folded: () => readMetric(registry, "frontrow_folded_events_total"),
});
