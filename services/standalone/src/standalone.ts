import { createAnalytics } from "@frontrow/analytics/analytics";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import { createGateway } from "@frontrow/gateway/gateway";
import { createIngest } from "@frontrow/ingest/ingest";
import { createJobs } from "@frontrow/jobs/jobs";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createReplay } from "@frontrow/replay/replay";
import { createHealthServer } from "@frontrow/runtime/health";
import { type Component, createLifecycle, type Lifecycle } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import { createSimulator } from "@frontrow/simulator/simulator";
import type { PartsConfig } from "./parts-config.ts";
import { createPrivateRedis } from "./private-redis.ts";
import { warmUp } from "./warm-up.ts";

export interface StandaloneDeps {
  readonly config: PartsConfig;
  readonly logger: Logger;
  readonly registry: MetricsRegistry;
  /** The private Redis ended and could not be started again. */
  onLost(cause: unknown): void;
  /** Everything has started, and is warm. */
  onReady(): void;
}

/**
 * Every service in one process: the same components as those that run alone, each with a Redis connection of its own.
 * Resolves when the private Redis runs, as queues connect as soon as they are made; the rest waits for `start`.
 */
export async function createStandalone({ config, logger, registry, onLost, onReady }: StandaloneDeps): Promise<Lifecycle> {
  const own = config.standalone;
  const privateRedis = await startPrivateRedis(config, logger, onLost);
  const connections: RedisConnection[] = [];
  const deps = (part: string) => {
    const redis = createRedis(config.gateway.REDIS_URL, logger.child({ part }));
    connections.push(redis);
    return { redis, logger: logger.child({ part }), registry };
  };
  const blob = createObjectStore(config.replay.BLOB_URL, { endpoint: config.replay.BLOB_ENDPOINT });
  const services = [
    createSimulator({
      config: { ...config.simulator, HOST: "127.0.0.1", SIMULATOR_CONTROL: false },
      logger: logger.child({ part: "simulator" }),
    }),
    createAnalytics({ config: config.analytics, ...deps("analytics") }),
    createIngest({ config: config.ingest, ...deps("ingest") }),
    createJobs({ config: config.jobs, ...deps("jobs") }),
    createReplay({ config: config.replay, blob, ...deps("replay") }),
    createGateway({ config: config.gateway, ...deps("gateway") }),
  ];
  const health = createHealthServer({
    port: own.OPS_PORT,
    host: own.OPS_HOST,
    missing: () => lifecycle.missing(),
    registry,
    logger,
  });
  // Started in this order, stopped in reverse: users leave first, Redis last.
  const components = [...privateRedis, ...connections, health, ...services, readiness(onReady)];
  const lifecycle = createLifecycle(components, logger);
  return lifecycle;
}

/** As a component that only has to be stopped; none when REDIS_URL names a Redis. */
async function startPrivateRedis(
  { privateRedis, standalone }: PartsConfig,
  logger: Logger,
  onLost: (cause: unknown) => void,
): Promise<Component[]> {
  if (privateRedis === undefined) return [];
  const { FRONTROW_REDIS_SERVER: command, FRONTROW_DATA_DIR: dataDir, REDIS_MAXMEMORY: maxMemory } = standalone;
  const redis = createPrivateRedis({ ...privateRedis, command, dataDir, maxMemory, logger, onLost });
  await redis.start();
  return [{ ...redis, start: async () => {} }];
}

/** The last to start: when it has, a user can use it. */
const readiness = (onReady: () => void): Component => ({
  name: "readiness",
  async start() {
    warmUp();
    onReady();
  },
  async stop() {},
});
