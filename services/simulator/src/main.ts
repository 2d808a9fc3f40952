import { loadConfig } from "@frontrow/runtime/config";
import { createLifecycle, runUntilSignalled } from "@frontrow/runtime/lifecycle";
import { createLogger } from "@frontrow/runtime/logger";
import { configSchema } from "./config.ts";
import { createSimulator } from "./simulator.ts";

const config = loadConfig(configSchema, process.env);
const logger = createLogger("simulator", config.LOG_LEVEL);
const lifecycle = createLifecycle([createSimulator({ config, logger })], logger);
await runUntilSignalled(lifecycle, config.SHUTDOWN_DEADLINE_MS);
