import { createOwnership, type Ownership } from "@frontrow/ownership/ownership";
import type { SessionId } from "@frontrow/protocol/ids";
import { isAfter } from "@frontrow/protocol/stream-id";
import type { RedisConnection } from "@frontrow/redis/client";
import { createKeyframeStore } from "@frontrow/redis/keyframes";
import { createLogStore, type LogStore } from "@frontrow/redis/log";
import { createLogReader } from "@frontrow/redis/log-reader";
import { createMetricsStore, type MetricsStore } from "@frontrow/redis/metrics-store";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { createSessionStore, type SessionStore } from "@frontrow/redis/sessions";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import { type ArchiveOrders, createArchiveOrders, lastFactId } from "./archive-orders.ts";
import { createCheckpointScheduler } from "./checkpoint-scheduler.ts";
import type { AnalyticsConfig } from "./config.ts";
import { createFoldMetrics } from "./metrics.ts";
import { SessionFold } from "./session-fold.ts";

/** Silence after which a log is read again. A live one has a tick each 10 s at least, which shows a lost push earlier. */
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
  const scheduler = createCheckpointScheduler({ intervalMs: config.CHECKPOINT_INTERVAL_MS });
  const metrics = createMetricsStore(redis.client);
  const sessions = createSessionStore(redis.client);
  const archive = createArchiveOrders({ redis, recordings: createRecordingStore(redis.client), log });
  const deps = {
    reader,
    archive,
    log,
    scheduler,
    metrics,
    sessions,
    keyframes: createKeyframeStore(redis.client),
    observe: createFoldMetrics(registry, () => ownership.owned()),
    logger,
    nowMs: Date.now,
    settings: {
      keyframeEvents: config.KEYFRAME_EVENTS,
      keyframeMs: config.KEYFRAME_INTERVAL_MS,
      keyframeLogBytes: config.KEYFRAME_LOG_BYTES,
      retention: { keepBytes: config.LOG_KEEP_BYTES, keepMs: config.LOG_KEEP_MS },
      archiveMs: config.ARCHIVE_INTERVAL_MS,
      archiveItems: config.ARCHIVE_ITEMS,
      archivePollMs: config.ARCHIVE_POLL_MS,
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
      await scheduler.start();
      await ownership.start();
    },
    // Sessions are handed over while what they write with still works.
    async stop(deadline) {
      await ownership.stop(deadline);
      await scheduler.stop();
      await reader.stop();
      await subscriber.stop();
      await archive.close();
    },
  };
}

/** Whether a session needs somebody who folds it: a source may write into it, or something in it is not folded or archived yet. */
async function isUnfinished(
  sessionId: SessionId,
  {
    sessions,
    log,
    metrics,
    archive,
  }: { sessions: SessionStore; log: LogStore; metrics: MetricsStore; archive: Pick<ArchiveOrders, "isDone"> },
): Promise<boolean> {
  const session = await sessions.read(sessionId);
  // What a replay plays, replay folds itself.
  if (session?.kind !== "LIVE") return false;
  if (session.state === "open") return true;
  const [stored, lastId] = await Promise.all([metrics.read(sessionId), lastFactId(log, sessionId)]);
  if (lastId !== undefined && isAfter(lastId, stored?.position?.id ?? "0-0")) return true;
  return !(await archive.isDone(sessionId));
}
