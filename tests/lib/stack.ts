import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createAnalytics } from "@frontrow/analytics/analytics";
import { configSchema as analyticsSchema } from "@frontrow/analytics/config";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import { configSchema as gatewaySchema } from "@frontrow/gateway/config";
import { createGateway, type Gateway } from "@frontrow/gateway/gateway";
import { configSchema as ingestSchema } from "@frontrow/ingest/config";
import { createIngest } from "@frontrow/ingest/ingest";
import { configSchema as jobsSchema } from "@frontrow/jobs/config";
import { createJobs } from "@frontrow/jobs/jobs";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import type { RedisServer } from "@frontrow/redis/server";
import { configSchema as replaySchema } from "@frontrow/replay/config";
import { createReplay } from "@frontrow/replay/replay";
import { type Component, createLifecycle } from "@frontrow/runtime/lifecycle";
import { createLogger } from "@frontrow/runtime/logger";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { configSchema as simulatorSchema } from "@frontrow/simulator/config";
import { createSimulator, type Simulator } from "@frontrow/simulator/simulator";
import { startTestRedis } from "@frontrow/testkit/redis";
import { type ServiceName, type ServiceProcess, startService } from "./service-process.ts";

/** Short times, so that tests wait for conditions rather than for defaults. */
const quickEnv = {
  LOG_LEVEL: process.env["TEST_LOG_LEVEL"] ?? "fatal",
  OPS_PORT: "0",
  PORT: "0",
  REAP_AFTER_MS: "3000",
  REAP_SWEEP_MS: "500",
  UNWATCHED_GRACE_MS: "1000",
  WATCH_CHECK_MS: "300",
  DEMO_POLL_MIN_MS: "300",
  DEMO_POLL_MAX_MS: "800",
  RETRY_MIN_MS: "200",
  RETRY_MAX_MS: "2000",
  DRAIN_MS: "200",
  // All users of a test come from one address.
  NEW_DESKS_PER_NETWORK: "10000",
  NEW_CREATORS_PER_NETWORK_MINUTE: "1000",
  KNOWN_CREATORS_PER_NETWORK_MINUTE: "1000",
  DEMOS_PER_GUEST: "1000",
  DEMOS_PER_NETWORK: "1000",
};

/** Every event reaches every socket, however busy the machine is; what folding leaves out for a slow one is the gateway's own test. */
export const unfolded = { FOLD_BYTES: "100000000", LAG_BYTES: "100000000", CLOSE_BYTES: "100000000" };

/** The log keeps all that a test can say, for tests that compare it as a whole at their end. */
export const untrimmed = { LOG_KEEP_BYTES: "100000000" };

export interface StackOptions {
  readonly env?: Record<string, string>;
  readonly gateways?: number;
  /** Which services run in this process; the others are started by `spawn`. */
  readonly inProcess?: readonly Exclude<ServiceName, "gateway">[];
  readonly dashboardDir?: string;
}

/** A real Redis, the simulator, and services on them. */
export interface Stack {
  readonly server: RedisServer;
  readonly redis: RedisConnection;
  readonly simulator: Simulator;
  /** Where recordings are. */
  readonly recordingsUrl: string;
  /** Addresses of the gateways in this process. */
  readonly urls: readonly string[];
  /** Starts a service in a process of its own, so that it can be killed. */
  spawn(name: ServiceName, env?: Record<string, string>): Promise<ServiceProcess>;
  stop(): Promise<void>;
}

export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { gateways: gatewayCount = 1, inProcess = ["ingest", "analytics", "jobs"], dashboardDir } = options;
  const server = await startTestRedis();
  const logger = createLogger("test", quickEnv.LOG_LEVEL);
  const simulator = createSimulator({
    config: simulatorSchema.parse({ ...quickEnv, SIMULATOR_PORT: "0", ...options.env }),
    logger,
  });
  await simulator.start();
  const recordings = await mkdtemp(join(tmpdir(), "frontrow-recordings-"));
  const env: Record<string, string> = {
    ...quickEnv,
    REDIS_URL: server.url,
    SIMULATOR_URL: simulator.url,
    BLOB_URL: pathToFileURL(recordings).href,
    ...(dashboardDir ? { DASHBOARD_DIR: dashboardDir } : {}),
    ...options.env,
  };
  const redis = createRedis(server.url, logger);
  const deps = () => ({ redis: createRedis(server.url, logger), logger, registry: createMetricsRegistry() });
  const make = {
    ingest: () => wired(deps(), (given) => createIngest({ config: ingestSchema.parse(env), ...given })),
    analytics: () => wired(deps(), (given) => createAnalytics({ config: analyticsSchema.parse(env), ...given })),
    replay: () =>
      wired(deps(), (given) => {
        const config = replaySchema.parse(env);
        return createReplay({ config, blob: createObjectStore(config.BLOB_URL), ...given });
      }),
    jobs: () => wired(deps(), (given) => createJobs({ config: jobsSchema.parse(env), ...given })),
  };
  const gateways: Gateway[] = [];
  const gateway = () =>
    wired(deps(), (given) => {
      const made = createGateway({ config: gatewaySchema.parse(env), ...given });
      gateways.push(made);
      return made;
    });
  const components: Component[] = [
    redis,
    ...inProcess.flatMap((name) => make[name]()),
    ...Array.from({ length: gatewayCount }, gateway).flat(),
  ];
  const lifecycle = createLifecycle(components, logger);
  await lifecycle.start();
  const processes: ServiceProcess[] = [];
  return {
    server,
    redis,
    simulator,
    recordingsUrl: env["BLOB_URL"] ?? "",
    urls: gateways.map(({ port }) => `http://127.0.0.1:${port}`),
    async spawn(name, extra = {}) {
      const started = await startService(name, { ...env, ...extra });
      processes.push(started);
      return started;
    },
    async stop() {
      await Promise.all(processes.map((running) => running.kill()));
      await lifecycle.stop(10_000);
      await simulator.stop(AbortSignal.timeout(5000));
      await server.stop();
      await rm(recordings, { recursive: true });
    },
  };
}

type Given = {
  redis: RedisConnection;
  logger: ReturnType<typeof createLogger>;
  registry: ReturnType<typeof createMetricsRegistry>;
};

/** A service with the connection that it alone uses; started after it, stopped before it. */
const wired = (given: Given, create: (given: Given) => Component): Component[] => [given.redis, create(given)];
