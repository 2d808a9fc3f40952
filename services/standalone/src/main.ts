import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { freePort } from "@frontrow/redis/server";
import { runUntilSignalled } from "@frontrow/runtime/lifecycle";
import { createLogger } from "@frontrow/runtime/logger";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { createLauncherLink, publicUrl, startFailure } from "./launcher.ts";
import { loadPartsConfig } from "./parts-config.ts";
import { createStandalone } from "./standalone.ts";

const launcher = createLauncherLink(process, () => process.kill(process.pid, "SIGTERM"));
// At the level that the configuration names as soon as that is known to be one.
const logger = createLogger("standalone", "info");

async function fail(error: unknown): Promise<never> {
  logger.fatal({ err: error }, "frontrow cannot run");
  await launcher.tell({ type: "failed", text: startFailure(error) });
  process.exit(1);
}

try {
  const privateRedis = { port: await freePort(), password: randomBytes(32).toString("base64url") };
  const dashboardDir = fileURLToPath(new URL("dist", import.meta.resolve("@frontrow/dashboard/package.json")));
  const config = loadPartsConfig(process.env, { privateRedis, simulatorPort: await freePort(), dashboardDir });
  logger.level = config.standalone.LOG_LEVEL;
  const url = publicUrl({ ...config.standalone, PUBLIC_URL: config.gateway.PUBLIC_URL });
  const lifecycle = await createStandalone({
    config,
    logger,
    registry: createMetricsRegistry(),
    onLost: (cause) => void fail(cause),
    onReady: () => {
      logger.info({ url }, "ready");
      void launcher.tell({ type: "ready", url });
    },
  });
  await runUntilSignalled(lifecycle, config.standalone.SHUTDOWN_DEADLINE_MS);
} catch (error) {
  await fail(error);
}
