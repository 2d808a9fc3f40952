import { createOwnership, type Ownership } from "@frontrow/ownership/ownership";
import type { SessionId } from "@frontrow/protocol/ids";
import type { RedisConnection } from "@frontrow/redis/client";
import { createKeyframeStore } from "@frontrow/redis/keyframes";
import { createLogStore } from "@frontrow/redis/log";
import { createLogReader } from "@frontrow/redis/log-reader";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createSessionStore } from "@frontrow/redis/sessions";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import { createCheckpointPace } from "./checkpoint-pace.ts";
import type { AnalyticsConfig } from "./config.ts";
import { createFoldMetrics } from "./fold-metrics.ts";
import { SessionFold } from "./session-fold.ts";
import { isUnfinished } from "./unfinished.ts";

/** A live log says something each 10 s at least, a tick: what shows that a push was lost, before this does. */
const QUIET_LOG_MS = 30_000;

export interface AnalyticsDeps {
  readonly config: AnalyticsConfig;
  readonly redis: RedisConnection;
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
  readonly registry: MetricsRegistry;
}

/** A worker that folds live sessions: their logs in, metrics, insights and keyframes out. */
export interface Analytics extends Component, Pick<Ownership, "workerId" | "owned"> {}

export function createAnalytics({ config, redis, logger, registry }: AnalyticsDeps): Analytics {
  const subscriber = createShardSubscriber(redis, logger);
  const log = createLogStore(redis.client);
  const reader = createLogReader({ subscriber, store: log, logger, sweepMs: QUIET_LOG_MS });
  const pace = createCheckpointPace({ intervalMs: config.CHECKPOINT_INTERVAL_MS });
  const metrics = createMetricsStore(redis.client);
  const sessions = createSessionStore(redis.client);
  const deps = {
    reader,
    log,
    pace,
    metrics,
    sessions,
    keyframes: createKeyframeStore(redis.client),
    observe: createFoldMetrics(registry, () => ownership.owned()),
    logger,
    nowMs: Date.now,
    settings: {
      keyframeEvents: config.KEYFRAME_EVENTS,
      keyframeMs: config.KEYFRAME_INTERVAL_MS,
      retention: { keepEntries: config.LOG_KEEP_ENTRIES, keepMs: config.LOG_KEEP_MS },
    },
  };
  const ownership: Ownership = createOwnership({
    role: "analytics",
    redis,
    registry,
    logger,
    config: {
      capacity: config.ANALYTICS_CAPACITY,
      leaseMs: config.LEASE_MS,
      heartbeatMs: config.BEAT_INTERVAL_MS,
      sweepMs: config.SWEEP_INTERVAL_MS,
      isRebalanced: true, // a move costs a keyframe, no connection
    },
    wanted: { isWanted: (id) => isUnfinished(id as SessionId, deps) },
    own: (claim, hooks) => new SessionFold(claim, hooks, deps),
  });

  return {
    name: "analytics",
    get workerId() {
      return ownership.workerId;
    },
    owned: () => ownership.owned(),
    async start() {
      await subscriber.start();
      await reader.start();
      await pace.start();
      await ownership.start();
    },
    // Sessions are handed over while what they write with still works.
    async stop(deadline) {
      await ownership.stop(deadline);
      await pace.stop();
      await reader.stop();
      await subscriber.stop();
    },
  };
}
