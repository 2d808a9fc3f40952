import { createRedis } from "@frontrow/redis/client";
import { loadConfig } from "@frontrow/runtime/config";
import { createHealthServer } from "@frontrow/runtime/health";
import { createLifecycle, runUntilSignalled } from "@frontrow/runtime/lifecycle";
import { createLogger } from "@frontrow/runtime/logger";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { configSchema } from "./config.ts";
import { createJobs } from "./jobs.ts";

const config = loadConfig(configSchema, process.env);
const logger = createLogger("jobs", config.LOG_LEVEL);
const registry = createMetricsRegistry();
const redis = createRedis(config.REDIS_URL, logger);
const jobs = createJobs({ config, redis, logger, registry });
const health = createHealthServer({
  port: config.OPS_PORT,
  host: config.OPS_HOST,
  ready: () => [...(lifecycle.isReady() ? [] : ["starting or stopping"]), ...(redis.isReady() ? [] : ["redis"])],
  registry,
  logger,
});

// Stopped in reverse: a sweep under way ends before its connection does.
const lifecycle = createLifecycle([redis, health, jobs], logger);
await runUntilSignalled(lifecycle, config.SHUTDOWN_DEADLINE_MS);
