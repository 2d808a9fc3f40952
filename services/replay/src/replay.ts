import type { ObjectStore } from "@frontrow/blob/object-store";
import { createOwnership, type Ownership } from "@frontrow/ownership/ownership";
import type { SessionId } from "@frontrow/protocol/ids";
import { IndexCache } from "@frontrow/recording/index-cache";
import { MemberCache } from "@frontrow/recording/member-cache";
import { openRecording } from "@frontrow/recording/recording";
import type { RedisConnection } from "@frontrow/redis/client";
import { createDeskStore } from "@frontrow/redis/desks";
import { createLogStore } from "@frontrow/redis/log";
import { createLogReader } from "@frontrow/redis/log-reader";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { createReplayStore } from "@frontrow/redis/replays";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import type { ReplayConfig } from "./config.ts";
import { createReplayMetrics } from "./metrics.ts";
import { createPlayWheel } from "./play-wheel.ts";
import { isViewed, ReplaySession, type ReplaySessionDeps } from "./replay-session.ts";

/** Characters of a history: what the gateway reads back at most, less the room that what is played later takes. */
const HISTORY_CHARS = 240_000;

export interface ReplayDeps {
  readonly config: ReplayConfig;
  readonly redis: RedisConnection;
  readonly blob: ObjectStore;
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
  readonly registry: MetricsRegistry;
}

/** A worker that plays replays: recordings and the desks' commands in, logs and metrics of replay sessions out. */
export interface Replay extends Component, Pick<Ownership, "workerId" | "owned"> {}

export function createReplay({ config, redis, blob, logger, registry }: ReplayDeps): Replay {
  const { client } = redis;
  const subscriber = createShardSubscriber(redis, logger);
  const log = createLogStore(client);
  const reader = createLogReader({ subscriber, store: log, logger });
  const desks = createDeskStore(client);
  const replays = createReplayStore(client);
  const recordings = createRecordingStore(client);
  const metrics = createMetricsStore(client);
  const growing = {
    read: (id: SessionId) => recordings.read(id),
    moments: async (id: SessionId) => (await metrics.readCurrent(id, ["moments"]))?.documents.moments ?? [],
    log,
  };
  const caches = { cache: new MemberCache(), indexes: new IndexCache() };
  const wheel = createPlayWheel<ReplaySession>((session) => void session.onTime());
  const deps: ReplaySessionDeps = {
    replays,
    desks,
    reader,
    log,
    wheel,
    logger,
    metrics,
    openRecording: (id) => openRecording({ blob, growing, ...caches }, id),
    observe: createReplayMetrics(registry, () => ownership.owned()),
    monotonic: () => performance.now(),
    history: { events: config.HISTORY_EVENTS, chars: HISTORY_CHARS },
    settings: { graceMs: config.REPLAY_GRACE_MS, restMs: config.REPLAY_REST_MS },
  };
  const ownership: Ownership = createOwnership({
    role: "replay",
    redis,
    registry,
    logger,
    config: {
      capacity: config.REPLAY_CAPACITY,
      leaseMs: config.LEASE_MS,
      heartbeatMs: config.BEAT_INTERVAL_MS,
      sweepMs: config.SWEEP_INTERVAL_MS,
      isRebalanced: true, // a move costs a seek in place
    },
    wanted: { isWanted: (id) => isWatched(id as SessionId, deps) },
    own: (claim, hooks) => new ReplaySession(claim, hooks, deps),
  });

  return {
    name: "replay",
    get workerId() {
      return ownership.workerId;
    },
    owned: () => ownership.owned(),
    async start() {
      await subscriber.start();
      await reader.start();
      wheel.start();
      await ownership.start();
    },
    // Replays are handed over while what they write with still works.
    async stop(deadline) {
      await ownership.stop(deadline);
      wheel.stop();
      await reader.stop();
      await subscriber.stop();
    },
  };
}

/** Whether a replay needs an owner: its desk views it, and somebody is at the desk. */
async function isWatched(
  sessionId: SessionId,
  { replays, desks }: Pick<ReplaySessionDeps, "replays" | "desks">,
): Promise<boolean> {
  const stored = await replays.read(sessionId);
  if (!stored || !(await isViewed(stored.deskId, sessionId, desks))) return false;
  return (await desks.gateways(stored.deskId)).length > 0;
}
