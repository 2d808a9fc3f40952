import { createObjectStore } from "@frontrow/blob/create-object-store";
import { createRedis } from "@frontrow/redis/client";
import { createReplay } from "@frontrow/replay/replay";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { replayConfig } from "../lib/configs.ts";
import { benchLogger as logger } from "../lib/logger.ts";
import { readMetric } from "../lib/registry.ts";
import { serveRole } from "../lib/role.ts";

const registry = createMetricsRegistry();

serveRole({
  async start({ url, env = {} }: { url: string; env?: Record<string, string> }) {
    const config = replayConfig(url, env);
    const redis = createRedis(url, logger);
    await redis.start();
    const blob = createObjectStore(config.BLOB_URL);
    await createReplay({ config, redis, blob, logger, registry }).start();
  },
  owned: () => readMetric(registry, "frontrow_replays_owned"),
  played: () => readMetric(registry, "frontrow_replayed_items_total"),
  lagSeconds: () => readMetric(registry, "frontrow_replay_lag_seconds_total"),
});
