import type { RedisConnection } from "@frontrow/redis/client";
import { createDeskStore } from "@frontrow/redis/desks";
import { createGatewayBeats } from "@frontrow/redis/presence";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import { counter, type MetricsRegistry } from "@frontrow/runtime/metrics";
import type { JobsConfig } from "./config.ts";
import { createGatewayWatch } from "./gateway-watch.ts";
import { createReaper } from "./reap.ts";
import { createRepeat } from "./repeat.ts";

interface Dependencies {
  readonly config: JobsConfig;
  readonly redis: RedisConnection;
  readonly logger: Logger;
  readonly registry: MetricsRegistry;
}

/** The reaper, at work again and again. */
export function createReaping({ config, redis, logger, registry }: Dependencies): Component {
  const { client } = redis;
  const reaped = counter(registry, {
    name: "frontrow_desks_reaped_total",
    help: "Desks whose watch was ended because nobody was there.",
  });
  const gateways = createGatewayWatch(createGatewayBeats(client), config.GATEWAY_LEASE_MS);
  const reaper = createReaper({
    desks: createDeskStore(client),
    watchers: createWatcherStore(client),
    wanted: createWantedIndex(client),
    gateways,
    reapAfterMs: config.REAP_AFTER_MS,
    concurrency: config.REAP_CONCURRENCY,
    onReaped: () => reaped.inc(),
  });

  // While Redis is away there is nobody to reap: both wait, and begin to observe anew when it is back.
  const onError = (err: unknown) => logger.warn({ err }, "looking after desks failed, trying again");
  const sweeps = createRepeat(() => reaper.sweep(), Math.min(config.REAP_SWEEP_MS, config.REAP_AFTER_MS / 3), onError);
  // Often enough that an observation of a lease has no hole in it.
  const looks = createRepeat(() => gateways.look(), config.GATEWAY_LEASE_MS / 5, onError);

  return {
    name: "reaper",
    async start() {
      sweeps.start();
      looks.start();
    },
    async stop(deadline) {
      const stopped = Promise.all([sweeps.stop(), looks.stop()]);
      const aborted = new Promise((resolve) => deadline.addEventListener("abort", resolve, { once: true }));
      await Promise.race([stopped, aborted]);
    },
  };
}
