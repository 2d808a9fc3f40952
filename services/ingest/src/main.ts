import { createRedis } from "@frontrow/redis/client";
import { loadConfig } from "@frontrow/runtime/config";
import { createHealthServer } from "@frontrow/runtime/health";
import { createLifecycle, runUntilSignalled } from "@frontrow/runtime/lifecycle";
import { createLogger } from "@frontrow/runtime/logger";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { configSchema } from "./config.ts";
import { createIngest } from "./ingest.ts";

const config = loadConfig(configSchema, process.env);
const logger = createLogger("ingest", config.LOG_LEVEL);
const registry = createMetricsRegistry();
const redis = createRedis(config.REDIS_URL, logger);
const ingest = createIngest({ config, redis, logger, registry });
const health = createHealthServer({
  port: config.OPS_PORT,
  host: config.OPS_HOST,
  ready: () => lifecycle.isReady() && redis.isReady(),
  registry,
  logger,
});

// Started in this order, stopped in reverse: creators are handed over while Redis still answers.
const lifecycle = createLifecycle([health, redis, ingest], logger);
await runUntilSignalled(lifecycle, config.SHUTDOWN_DEADLINE_MS);
