import { createRedis } from "@frontrow/redis/client";
import { loadConfig } from "@frontrow/runtime/config";
import { createHealthServer } from "@frontrow/runtime/health";
import { createLifecycle, runUntilSignalled } from "@frontrow/runtime/lifecycle";
import { createLogger } from "@frontrow/runtime/logger";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { configSchema } from "./config.ts";
import { createGateway } from "./gateway.ts";

const config = loadConfig(configSchema, process.env);
const logger = createLogger("gateway", config.LOG_LEVEL);
const registry = createMetricsRegistry();
const redis = createRedis(config.REDIS_URL, logger);
const gateway = createGateway({ config, redis, logger, registry });
const health = createHealthServer({
  port: config.OPS_PORT,
  host: config.OPS_HOST,
  ready: () => [...(lifecycle.isReady() ? [] : ["starting or stopping"]), ...(redis.isReady() ? [] : ["redis"])],
  registry,
  logger,
});

// Stopped in reverse: sockets are told to go elsewhere while Redis can still be told that they left.
const lifecycle = createLifecycle(
  [health, { name: "redis", start: () => redis.start(), stop: () => redis.stop() }, gateway],
  logger,
);
await runUntilSignalled(lifecycle, config.SHUTDOWN_DEADLINE_MS);
