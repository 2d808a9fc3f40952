import { createRedis } from "@frontrow/redis/client";
import { loadConfig } from "@frontrow/runtime/config";
import { createHealthServer } from "@frontrow/runtime/health";
import { type Component, createLifecycle, runUntilSignalled } from "@frontrow/runtime/lifecycle";
import { createLogger } from "@frontrow/runtime/logger";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { createAnalytics } from "./analytics.ts";
import { configSchema } from "./config.ts";

const config = loadConfig(configSchema, process.env);
const logger = createLogger("analytics", config.LOG_LEVEL);
const registry = createMetricsRegistry();
const redis = createRedis(config.REDIS_URL, logger);
const analytics = createAnalytics({ config, redis, logger, registry });
const health = createHealthServer({
  port: config.OPS_PORT,
  host: config.OPS_HOST,
  ready: () => lifecycle.isReady() && (redis.isReady() || ["redis"]),
  registry,
  logger,
});

// Started in this order, stopped in reverse: sessions are handed over while Redis is still there.
const components: Component[] = [redis, health, analytics];
const lifecycle = createLifecycle(components, logger);
await runUntilSignalled(lifecycle, config.SHUTDOWN_DEADLINE_MS);
