import { randomUUID } from "node:crypto";
import { createObjectStore } from "@frontrow/blob/create-object-store";
import { createOrders } from "@frontrow/ownership/start-orders";
import type { WorkerId } from "@frontrow/protocol/ids";
import type { RedisConnection } from "@frontrow/redis/client";
import { createCreatorStore } from "@frontrow/redis/creators";
import { createDemoSlots } from "@frontrow/redis/demo-slots";
import { createDeskStore, type DeskRetention } from "@frontrow/redis/desks";
import { createDownloadTickets } from "@frontrow/redis/download-tickets";
import { createExportStore } from "@frontrow/redis/exports";
import { createKeptAnswersStore } from "@frontrow/redis/kept-answers";
import { createLibraryStore } from "@frontrow/redis/library";
import { createLogStore } from "@frontrow/redis/log";
import { createLogReader } from "@frontrow/redis/log-reader";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { createOwnerRecords } from "@frontrow/redis/owner-record";
import { createPauseStore } from "@frontrow/redis/pauses";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { createReplayStore } from "@frontrow/redis/replays";
import { createReportStore } from "@frontrow/redis/reports";
import { createRuleStore } from "@frontrow/redis/rules";
import { createSessionStore } from "@frontrow/redis/sessions";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import { createViewerNoteStore } from "@frontrow/redis/viewer-notes";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import { throttleLogger } from "@frontrow/runtime/throttled-logger";
import pLimit from "p-limit";
import type { GatewayConfig } from "./config.ts";
import { createAdmission } from "./desk/admission.ts";
import { createDeskChanges } from "./desk/changes.ts";
import { createCoachOrders } from "./desk/coach-orders.ts";
import { createDemoLimit } from "./desk/demo-limit.ts";
import { createDraftWatch } from "./desk/draft-watch.ts";
import { createGuestLimits } from "./desk/guest-limits.ts";
import { createRecordingHolds } from "./desk/recording-holds.ts";
import { createDeskRecordings } from "./desk/recordings.ts";
import { createDeskRegistry } from "./desk/registry.ts";
import { createDeskReplays } from "./desk/replays.ts";
import { createSources } from "./desk/source.ts";
import { createSourceStarts } from "./desk/source-starts.ts";
import { createStoreWatch } from "./desk/store-watch.ts";
import { createSite } from "./http/site.ts";
import { createBackTestOrders } from "./library/back-test-orders.ts";
import { createExportOrders } from "./library/export-orders.ts";
import { createDeskExports } from "./library/exports.ts";
import { createDeskImports } from "./library/imports.ts";
import { createDeskRegulars } from "./library/regulars.ts";
import { createReportOrders } from "./library/report-orders.ts";
import { createDeskReports } from "./library/reports.ts";
import { createDeskRules } from "./library/rules.ts";
import { createDeskSearch } from "./library/search.ts";
import { createDeskShelf } from "./library/shelf.ts";
import { createDeskTimelines } from "./library/timelines.ts";
import { createDeskViewerNotes } from "./library/viewer-notes.ts";
import { createSnapshots } from "./member/snapshot.ts";
import type { ViewServices } from "./member/view.ts";
import { createGatewayMetrics } from "./metrics.ts";
import { createAbusePauses } from "./socket/abuse-pauses.ts";
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

/** Sockets that catch up at once: after a restart of a gateway all of them do, and each reads. */
const CATCHING_UP = 32;
const DAY_SECONDS = 86_400;

/** Makes a gateway's parts, each from those before it: Redis, logs, desks, sockets. Starts none of them. */
export function wireGateway({ config, redis, logger, registry }: GatewayDeps) {
  // Strangers can cause these lines: the log must not grow as fast as they like.
  const throttled = throttleLogger(logger);
  const id = `wkr_gw${randomUUID().replaceAll("-", "")}` as WorkerId;
  const onError = (err: unknown) => throttled.error({ err }, "gateway work failed");
  const stores = createStores(redis, logger, config);

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
  const storeWatch = createStoreWatch(redis.client, config.STORE_FULL_PERCENT, config.BEAT_MS, onError);
  const guests = createGuestLimits(redis.client, config, storeWatch);
  const changes = createDeskChanges({
    ...stores,
    guests,
    starts: createSourceStarts({ ...stores, orders }),
    demos: createDemoLimit({ ...stores, slots: createDemoSlots(redis.client), config }),
  });
  const blob = createObjectStore(config.BLOB_URL, { endpoint: config.BLOB_ENDPOINT });
  const library = createDeskRecordings({ ...stores, blob });
  const reportOrders = createReportOrders(redis);
  const regulars = createDeskRegulars({ ...stores, blob, orders: reportOrders });
  const viewerNotes = createDeskViewerNotes({ notes: createViewerNoteStore(redis.client), changes, guests });
  const reports = createDeskReports({ ...stores, blob, regulars, orders: reportOrders });
  const timelines = createDeskTimelines({ ...stores, library, blob, orders: reportOrders });
  const shelf = createDeskShelf({ ...stores, changes, guests });
  const search = createDeskSearch({ ...stores, blob, orders: reportOrders });
  const replays = createDeskReplays({ ...stores, library, orders, guests });
  const exportOrders = createExportOrders(redis);
  const exports = createDeskExports({
    exports: createExportStore(redis.client),
    tickets: createDownloadTickets(redis.client),
    ...{ library, changes, guests, blob, onError },
    orders: exportOrders,
  });
  const backTestOrders = createBackTestOrders(redis);
  const rules = createDeskRules({ rules: createRuleStore(redis.client), orders: backTestOrders, changes, guests });
  const imports = createDeskImports({ ...stores, changes, guests, blob, orders: reportOrders, onError });
  const holds = createRecordingHolds({ ...stores, onError });
  const admission = createAdmission(stores.desks, changes);
  const deskRegistry = createDeskRegistry({
    ...stores,
    gateway: id,
    hub,
    sources,
    coach,
    holds,
    changes,
    replays,
    unseenKeptMs: config.UNSEEN_WATCH_KEPT_MS,
    onError,
  });

  const metrics = createGatewayMetrics(registry, { waiting: () => acceptor.waitingBytes, partial: () => acceptor.partialBytes });
  const addresses = createAddressLimits({
    sockets: config.MAX_SOCKETS_PER_ADDRESS,
    requests: { burst: config.REQUEST_BURST, perSecond: config.REQUESTS_PER_SECOND },
  });
  const pauses = createAbusePauses({ store: createPauseStore(redis.client), addresses, pauseMs: config.ABUSE_PAUSE_MS });
  const site = createSite({
    publicOrigins: config.PUBLIC_URL,
    allowedOrigins: config.ALLOWED_ORIGINS,
    listenHost: config.HOST,
    trustProxy: config.TRUST_PROXY,
  });
  const connection: ConnectionServices = {
    admission,
    changes,
    replays,
    drafts: createDraftWatch({ ...stores, onError }),
    isStoreFull: storeWatch.isFull,
    registry: deskRegistry,
    views,
    metrics,
    output: { limits: sendLimits(config), metrics, logger: throttled },
    limits: socketLimits(config),
    maxMessageBytes: config.MAX_MESSAGE_BYTES,
    onAbuse: pauses.begin,
    openDelayMs: config.DESK_OPEN_DELAY_MS,
    resumeTimeoutMs: config.RESUME_TIMEOUT_MS,
  };
  const acceptor: Acceptor = createAcceptor({ config, addresses, pauses, site, connection });

  return {
    id,
    stores,
    hub,
    orders,
    coach,
    sources,
    storeWatch,
    changes,
    replays,
    library,
    timelines,
    search,
    guests,
    exports,
    imports,
    exportOrders,
    blob,
    reportOrders,
    reports,
    regulars,
    viewerNotes,
    shelf,
    rules,
    backTestOrders,
    holds,
    admission,
    deskRegistry,
    metrics,
    addresses,
    site,
    acceptor,
    onError,
  };
}
export type GatewayParts = ReturnType<typeof wireGateway>;

function createStores(redis: RedisConnection, logger: Logger, config: GatewayConfig) {
  const { client } = redis;
  const retention: DeskRetention = { keptMs: config.DESK_KEPT_MS, unusedKeptMs: config.DESK_UNUSED_KEPT_MS };
  const recordingRetention = { leaseSeconds: config.RECORDING_KEPT_DAYS * DAY_SECONDS };
  const subscriber = createShardSubscriber(redis, logger);
  const store = createLogStore(client);
  return {
    subscriber,
    store,
    reader: createLogReader({ subscriber, store, logger }),
    creators: createCreatorStore(redis, subscriber, logger),
    desks: createDeskStore(client, retention),
    sessions: createSessionStore(client),
    metrics: createMetricsStore(client),
    wanted: createWantedIndex(client),
    watchers: createWatcherStore(client),
    owners: createOwnerRecords(client),
    reports: createReportStore(client),
    keptAnswers: createKeptAnswersStore(client),
    recordings: createRecordingStore(client, recordingRetention),
    shelves: createLibraryStore(client, recordingRetention),
    replays: createReplayStore(client),
  };
}

const sendLimits = (config: GatewayConfig): SendLimits => ({
  coalesceBytes: config.FOLD_BYTES,
  lagBytes: config.LAG_BYTES,
  closeBytes: config.CLOSE_BYTES,
});
