import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createOrders } from "@frontrow/ownership/start-orders";
import type { WorkerId } from "@frontrow/protocol/ids";
import type { RedisConnection } from "@frontrow/redis/client";
import { createCreatorStore } from "@frontrow/redis/creators";
import { createDeskStore } from "@frontrow/redis/desks";
import { createLimit } from "@frontrow/redis/limit";
import { createLogStore } from "@frontrow/redis/log";
import { createLogReader } from "@frontrow/redis/log-reader";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createGatewayBeats } from "@frontrow/redis/presence";
import { createSessionStore } from "@frontrow/redis/sessions";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import type { GatewayConfig } from "./config.ts";
import { createDeskChanges } from "./desk/changes.ts";
import { createCoachOrders } from "./desk/coach-orders.ts";
import { createDeskRegistry } from "./desk/registry.ts";
import { createSources } from "./desk/source.ts";
import { createHttpServer } from "./http/server.ts";
import { createSnapshots } from "./member/snapshot.ts";
import { createGatewayMetrics } from "./metrics.ts";
import { patienceLimits } from "./socket/abuse-guard.ts";
import { createSockets } from "./socket/acceptor.ts";
import { createAddresses } from "./socket/addresses.ts";
import { addressOf } from "./socket/upgrade.ts";
import { createPace } from "./stream/batching.ts";
import { createHub } from "./stream/hub.ts";

export interface Gateway extends Component {
  /** Where it listens, once started. */
  readonly port: number;
  readonly url: string;
  /** Open sockets. */
  readonly sockets: number;
  /** Output that sockets have not taken yet. */
  readonly waitingBytes: number;
}

interface Dependencies {
  readonly config: GatewayConfig;
  readonly redis: RedisConnection;
  readonly logger: Logger;
  readonly registry: MetricsRegistry;
}

/** Desks opened over HTTP by one address: so many at once, and a second. */
const OPENINGS = { burst: 30, perSecond: 2 };
/** So many sockets catch up at once; after a restart of a gateway all of them do, and each reads. */
const CATCH_UPS = 32;

/**
 * WebSocket and HTTP for users: takes their commands to their desks, and brings each desk's facts and the session that it
 * views to its sockets. It owns nothing: a socket can go on at any other gateway.
 */
export function createGateway({ config, redis, logger, registry }: Dependencies): Gateway {
  const id = `wkr_gw${randomUUID().replaceAll("-", "")}` as WorkerId;
  const { client } = redis;
  const metrics = createGatewayMetrics(registry, () => sockets.waitingBytes);
  const subscriber = createShardSubscriber(redis, logger);
  const store = createLogStore(client);
  const reader = createLogReader({ subscriber, store, logger });
  const creators = createCreatorStore(redis, subscriber, logger);
  const desks = createDeskStore(client);
  const sessions = createSessionStore(client);
  const metricsStore = createMetricsStore(client);
  const wanted = createWantedIndex(client);
  const orders = createOrders(redis);
  const owners = createOwnerRecords(client);
  const beats = createGatewayBeats(client);

  const onError = (err: unknown) => logger.error({ err }, "gateway work failed");
  const pace = createPace({ gatherMs: config.GATHER_MS, crowd: config.GATHER_SOCKETS });
  const hub = createHub({ reader, store, lingerMs: config.LINGER_MS, pace });
  const sources = createSources(creators);
  const changes = createDeskChanges({
    desks,
    wanted,
    watchers: createWatcherStore(client),
    async order(creatorId) {
      // The thousandth desk on a creator finds an owner. One that is dead is the sweep's affair; one that is about to let go
      // looks once more whether the creator is wanted.
      if (!(await owners.read({ id: creatorId, role: "ingest" }))) await orders.order("ingest", creatorId);
    },
  });
  const coach = config.COACH_API_URL ? createCoachOrders(redis, onError) : undefined;
  const desksHere = createDeskRegistry({ gateway: id, hub, desks, wanted, sources, coach, watchAgain: changes.watch, onError });
  const snapshots = createSnapshots({ store, metrics: metricsStore, sessions, historyEvents: config.HISTORY_EVENTS });
  const views = { hub, store, metrics: metricsStore, sessions, snapshots, limit: createLimit(CATCH_UPS) };
  const addresses = createAddresses({ sockets: config.MAX_SOCKETS_PER_ADDRESS, requests: OPENINGS });
  const output = {
    limits: { foldBytes: config.FOLD_BYTES, lagBytes: config.LAG_BYTES, closeBytes: config.CLOSE_BYTES },
    metrics,
  };
  const limits = patienceLimits(config);
  const sockets = createSockets(
    { config, desks, changes, registry: desksHere, views, output, limits, metrics, logger },
    addresses,
  );

  let http: Awaited<ReturnType<typeof createHttpServer>> | undefined;
  let port = 0;
  let beating: NodeJS.Timeout | undefined;
  let beat = 0;
  let isBeating = false;
  let stopping: Promise<void> | undefined;

  function sendBeat(): void {
    metrics.subscriptions.set(hub.size);
    metrics.flush();
    // One at a time: while Redis is away they would pile up.
    if (isBeating) return;
    beat += 1;
    isBeating = true;
    const done = () => {
      isBeating = false;
    };
    beats.beat(id, beat).catch(onError).finally(done);
  }

  async function start(): Promise<void> {
    await subscriber.start();
    await reader.start();
    await beats.beat(id, beat);
    beating = setInterval(sendBeat, config.BEAT_MS);
    beating.unref();
    http = await createHttpServer({
      dashboardDir: config.DASHBOARD_DIR,
      trustProxy: config.TRUST_PROXY,
      logger,
      desks,
      changes,
      creators,
      metrics: metricsStore,
      isRedisReady: () => redis.isReady(),
      mayOpen: (request) => addresses.mayRequest(addressOf(request.raw, config.TRUST_PROXY)),
    });
    sockets.listen(http.server);
    await http.listen({ port: config.PORT, host: config.HOST });
    port = (http.server.address() as AddressInfo).port;
    logger.info({ port, host: config.HOST }, "gateway listens");
  }

  async function stop(deadline: AbortSignal): Promise<void> {
    await sockets.drain(config.DRAIN_MS, deadline);
    await http?.close();
    clearInterval(beating);
    sources.close();
    hub.close();
    // Without Redis nobody can be told that we left; the reaper sees that we do not beat any more.
    if (redis.isReady())
      await untilAborted(
        deadline,
        desksHere.settled().then(() => beats.remove(id)),
      );
    await orders.close();
    await coach?.close();
    await reader.stop();
    await subscriber.stop();
  }

  return {
    name: "gateway",
    start,
    stop(deadline) {
      stopping ??= stop(deadline);
      return stopping;
    },
    get port() {
      return port;
    },
    get url() {
      return `http://${config.HOST}:${port}`;
    },
    get sockets() {
      return sockets.size;
    },
    get waitingBytes() {
      return sockets.waitingBytes;
    },
  };
}

async function untilAborted(deadline: AbortSignal, work: Promise<unknown>): Promise<void> {
  const aborted = new Promise<void>((resolve) => deadline.addEventListener("abort", () => resolve(), { once: true }));
  await Promise.race([work, aborted]);
}
