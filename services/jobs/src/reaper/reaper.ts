import type { RedisConnection } from "@frontrow/redis/client";
import { createDeskStore } from "@frontrow/redis/desks";
import { createGatewayHeartbeats } from "@frontrow/redis/presence";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import { endsBefore } from "@frontrow/runtime/deadline";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import { counter, type MetricsRegistry } from "@frontrow/runtime/metrics";
import { createPoller } from "@frontrow/runtime/poller";
import type { JobsConfig } from "../config.ts";
import { createDeskSweep } from "./desk-sweep.ts";
import { createGatewayLiveness } from "./gateway-liveness.ts";

interface Dependencies {
  readonly config: JobsConfig;
  readonly redis: RedisConnection;
  readonly logger: Logger;
  readonly registry: MetricsRegistry;
}

/** Sweeps all desks again and again: those that nobody is at stop watching. */
export function createReaper({ config, redis, logger, registry }: Dependencies): Component {
  const { client } = redis;
  const reaped = counter(registry, {
    name: "frontrow_desks_reaped_total",
    help: "Desks whose watch was ended because nobody was there.",
  });
  const failed = counter(registry, {
    name: "frontrow_desk_failures_total",
    help: "Desks that a sweep could not look after: they are not reaped.",
  });
  const gateways = createGatewayLiveness(createGatewayHeartbeats(client), config.GATEWAY_LEASE_MS);
  const sweep = createDeskSweep({
    desks: createDeskStore(client, { keptMs: config.DESK_KEPT_MS, unusedKeptMs: config.DESK_UNUSED_KEPT_MS }),
    watchers: createWatcherStore(client),
    wanted: createWantedIndex(client),
    gateways,
    reapAfterMs: config.REAP_AFTER_MS,
    concurrency: config.REAP_CONCURRENCY,
    onReaped: () => reaped.inc(),
    onFailure({ error, deskId, count }) {
      failed.inc(count);
      logger.warn({ err: error, deskId, count }, "desks could not be looked after, trying again");
    },
  });

  // While Redis is away nobody is reaped: both pollers wait, and begin to observe anew when it is back.
  const onError = (err: unknown) => logger.warn({ err }, "a sweep over desks failed, trying again");
  const pollers = [
    createPoller({
      pauseMs: Math.min(config.REAP_SWEEP_MS, config.REAP_AFTER_MS / 3),
      pausesFirst: true,
      poll: sweep,
      onError,
    }),
    // Five times a lease: an observation with a longer hole in it would begin anew.
    createPoller({ pauseMs: config.GATEWAY_LEASE_MS / 5, pausesFirst: true, poll: gateways.poll, onError }),
  ];

  return {
    name: "reaper",
    async start() {
      for (const poller of pollers) poller.start();
    },
    async stop(deadline) {
      await endsBefore(Promise.all(pollers.map((poller) => poller.stop())), deadline);
    },
  };
}
