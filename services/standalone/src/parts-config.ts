import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { configSchema as analyticsSchema } from "@frontrow/analytics/config";
import { configSchema as gatewaySchema } from "@frontrow/gateway/config";
import { configSchema as ingestSchema } from "@frontrow/ingest/config";
import { configSchema as jobsSchema } from "@frontrow/jobs/config";
import { redisUrlOf } from "@frontrow/redis/server";
import { configSchema as replaySchema } from "@frontrow/replay/config";
import { loadConfig, loadConfigs } from "@frontrow/runtime/config";
import { configSchema as simulatorSchema } from "@frontrow/simulator/config";
import { configSchema } from "./config.ts";

const schemas = {
  standalone: configSchema,
  simulator: simulatorSchema,
  ingest: ingestSchema,
  analytics: analyticsSchema,
  jobs: jobsSchema,
  replay: replaySchema,
  gateway: gatewaySchema,
};
export type PartsConfig = ReturnType<typeof loadPartsConfig>;

/** Where the parts find each other in this process. */
export interface Places {
  readonly privateRedis: { readonly port: number; readonly password: string };
  readonly simulatorPort: number;
  readonly dashboardDir: string;
}

/**
 * The variables of standalone and of every service that it composes, read from one environment: what a service reads when it
 * runs alone, it reads here too. Faults of all are named at once.
 */
export function loadPartsConfig(env: NodeJS.ProcessEnv, { privateRedis, simulatorPort, dashboardDir }: Places) {
  const { SIMULATOR_PORT: chosenPort, FRONTROW_DATA_DIR: dataDir } = loadConfig(
    configSchema.pick({ SIMULATOR_PORT: true, FRONTROW_DATA_DIR: true }),
    env,
  );
  const port = chosenPort || simulatorPort;
  const isRedisGiven = Boolean(env["REDIS_URL"]?.trim());
  const configs = loadConfigs(schemas, {
    DASHBOARD_DIR: dashboardDir,
    // One process stops as a whole: its sockets need not be spread over others.
    DRAIN_MS: "200",
    ...env,
    BLOB_URL: env["BLOB_URL"]?.trim() || pathToFileURL(resolve(dataDir, "recordings")).href,
    ...(isRedisGiven ? {} : { REDIS_URL: redisUrlOf(privateRedis.port, privateRedis.password) }),
    SIMULATOR_PORT: String(port),
    SIMULATOR_URL: `http://127.0.0.1:${port}`,
  });
  return { ...configs, privateRedis: isRedisGiven ? undefined : privateRedis };
}
