import type { z } from "zod";
import { loadConfig } from "./config.ts";
import { createHealthServer } from "./health.ts";
import { type Component, createLifecycle, runUntilSignalled } from "./lifecycle.ts";
import { createLogger, type Logger } from "./logger.ts";
import { createMetricsRegistry, type MetricsRegistry } from "./metrics.ts";

/** What every service's variables hold: `runtimeConfigShape`. */
interface ServiceConfig {
  readonly LOG_LEVEL: string;
  readonly OPS_PORT: number;
  readonly OPS_HOST: string;
  readonly SHUTDOWN_DEADLINE_MS: number;
}

export interface ServiceOptions<C extends ServiceConfig> {
  readonly name: string;
  /** The variables that it reads, `runtimeConfigShape` among them. */
  readonly schema: z.ZodObject & z.ZodType<C>;
  /** Its components in the order of their start; they are stopped in reverse. Nothing may begin before `start`. */
  create(deps: { readonly config: C; readonly logger: Logger; readonly registry: MetricsRegistry }): Component[];
}

/**
 * Runs a service as a process: reads its variables, starts its components, serves health and metrics to operators from
 * before the first start until after the last stop, and stops at SIGINT or SIGTERM. Throws what a failed start threw.
 */
export async function runService<C extends ServiceConfig>({ name, schema, create }: ServiceOptions<C>): Promise<void> {
  const config = loadConfig(schema, process.env) as C;
  const { OPS_PORT: port, OPS_HOST: host } = config;
  const logger = createLogger(name, config.LOG_LEVEL);
  const registry = createMetricsRegistry();
  const health = createHealthServer({ port, host, missing: () => lifecycle.missing(), registry, logger });
  const lifecycle = createLifecycle([health, ...create({ config, logger, registry })], logger);
  await runUntilSignalled(lifecycle, config.SHUTDOWN_DEADLINE_MS);
}
