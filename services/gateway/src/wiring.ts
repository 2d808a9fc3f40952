import { randomUUID } from "node:crypto";
import { createOrders } from "@frontrow/ownership/start-orders";
import type { WorkerId } from "@frontrow/protocol/ids";
import type { RedisConnection } from "@frontrow/redis/client";
import { createCreatorStore } from "@frontrow/redis/creators";
import { createDeskStore } from "@frontrow/redis/desks";
import { createLogStore } from "@frontrow/redis/log";
import { createLogReader } from "@frontrow/redis/log-reader";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createSessionStore } from "@frontrow/redis/sessions";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import { throttleLogger } from "@frontrow/runtime/throttled-logger";
import pLimit from "p-limit";
import type { GatewayConfig } from "./config.ts";
import { createDeskChanges } from "./desk/changes.ts";
import { createCoachOrders } from "./desk/coach-orders.ts";
import { createDeskRegistry } from "./desk/registry.ts";
import { createSources } from "./desk/source.ts";
import { createSite } from "./http/site.ts";
import { createSnapshots } from "./member/snapshot.ts";
import type { ViewServices } from "./member/view.ts";
import { createGatewayMetrics } from "./metrics.ts";
import { type Acceptor, createAcceptor } from "./socket/acceptor.ts";
import type { ConnectionServices } from "./socket/connection.ts";
import { createAddressLimits, socketLimits } from "./socket/limits.ts";
import type { SendLimits } from "./socket/send-queue.ts";
import { createBatchingPolicy } from "./stream/batching.ts";
import { createHub } from "./stream/hub.ts";

export interface GatewayDeps {
  readonly config: GatewayConfig;
  readonly redis: RedisConnection;
  readonly logger: Logger;
  readonly registry: MetricsRegistry;
}

/** Limit of desks that one address opens over HTTP. */
const OPENED_DESKS = { burst: 30, perSecond: 2 };
/** Sockets that catch up at once: after a restart of a gateway all of them do, and each reads. */
const CATCHING_UP = 32;

/** Makes a gateway's parts, each from those before it: Redis, logs, desks, sockets. Starts none of them. */
export function wireGateway({ config, redis, logger, registry }: GatewayDeps) {
  // Strangers can cause these lines: the log must not grow as fast as they like.
  const throttled = throttleLogger(logger);
  const id = `wkr_gw${randomUUID().replaceAll("-", "")}` as WorkerId;
  const onError = (err: unknown) => throttled.error({ err }, "gateway work failed");
  const stores = createStores(redis, logger);

  const hub = createHub({
    ...stores,
    lingerMs: config.LINGER_MS,
    batching: createBatchingPolicy({ intervalMs: config.GATHER_MS, minSockets: config.GATHER_SOCKETS }),
  });
  const views: ViewServices = {
    ...stores,
    hub,
    snapshots: createSnapshots({ ...stores, historyEvents: config.HISTORY_EVENTS }),
    limit: pLimit(CATCHING_UP),
  };

  const orders = createOrders(redis);
  const coach = config.COACH_API_URL ? createCoachOrders(redis, onError) : undefined;
  const sources = createSources(stores.creators);
  const changes = createDeskChanges({
    ...stores,
    async order(creatorId) {
      // The thousandth desk on a creator finds an owner. A dead owner is the sweep's affair; one that is about to let go checks
      // once more whether the creator is wanted.
      if (!(await stores.owners.read({ id: creatorId, role: "ingest" }))) await orders.order("ingest", creatorId);
    },
  });
  const deskRegistry = createDeskRegistry({ ...stores, gateway: id, hub, sources, coach, watchAgain: changes.watch, onError });

  const metrics = createGatewayMetrics(registry, { waiting: () => acceptor.waitingBytes, partial: () => acceptor.partialBytes });
  const addresses = createAddressLimits({ sockets: config.MAX_SOCKETS_PER_ADDRESS, requests: OPENED_DESKS });
  const site = createSite({
    publicOrigins: config.PUBLIC_URL,
    allowedOrigins: config.ALLOWED_ORIGINS,
    listenHost: config.HOST,
    trustProxy: config.TRUST_PROXY,
  });
  const connection: ConnectionServices = {
    desks: stores.desks,
    changes,
    registry: deskRegistry,
    views,
    metrics,
    output: { limits: sendLimits(config), metrics, logger: throttled },
    limits: socketLimits(config),
    maxMessageBytes: config.MAX_MESSAGE_BYTES,
    openDelayMs: config.DESK_OPEN_DELAY_MS,
    resumeTimeoutMs: config.RESUME_TIMEOUT_MS,
  };
  const acceptor: Acceptor = createAcceptor({ config, addresses, site, connection });

  return { id, stores, hub, orders, coach, sources, changes, deskRegistry, metrics, addresses, site, acceptor, onError };
}
export type GatewayParts = ReturnType<typeof wireGateway>;

function createStores(redis: RedisConnection, logger: Logger) {
  const { client } = redis;
  const subscriber = createShardSubscriber(redis, logger);
  const store = createLogStore(client);
  return {
    subscriber,
    store,
    reader: createLogReader({ subscriber, store, logger }),
    creators: createCreatorStore(redis, subscriber, logger),
    desks: createDeskStore(client),
    sessions: createSessionStore(client),
    metrics: createMetricsStore(client),
    wanted: createWantedIndex(client),
    watchers: createWatcherStore(client),
    owners: createOwnerRecords(client),
  };
}

const sendLimits = (config: GatewayConfig): SendLimits => ({
  coalesceBytes: config.FOLD_BYTES,
  lagBytes: config.LAG_BYTES,
  closeBytes: config.CLOSE_BYTES,
});
