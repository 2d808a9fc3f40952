import { type Claim, createOwnership, type Owned, type OwnedHooks } from "@frontrow/ownership/ownership";
import { createOrders, type Orders } from "@frontrow/ownership/start-orders";
import { type CreatorId, handleOf } from "@frontrow/protocol/ids";
import { createImageUrlOf, simulatedImageUrlOf } from "@frontrow/protocol/image-hosts";
import type { RedisClient, RedisConnection } from "@frontrow/redis/client";
import { type CreatorStore, createCreatorStore } from "@frontrow/redis/creators";
import { createLogStore } from "@frontrow/redis/log";
import { createSessionStore } from "@frontrow/redis/sessions";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import { type CallsLeft, createSignLedger, type SignLedger } from "@frontrow/redis/sign-ledger";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore, type WatcherStore } from "@frontrow/redis/watchers";
import type { AdaptiveInterval } from "@frontrow/runtime/adaptive-interval";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import { createFlushInterval } from "./append/flush-interval.ts";
import { createMemoryQuota, type MemoryQuota } from "./append/memory-quota.ts";
import { type EventClock, eventClockFromRedis, readRedisTime, SleepWatch } from "./clock/event-clock.ts";
import { createTickWheel, type TickWheel } from "./clock/tick-wheel.ts";
import { type IngestConfig, signBudgetOf } from "./config.ts";
import { createAccountLimitsPoller } from "./feed/account-limits-poller.ts";
import { createCheckBudget, unlimitedChecks } from "./feed/check-budget.ts";
import { CreatorFeed } from "./feed/creator-feed.ts";
import { originOf } from "./feed/creator-origin.ts";
import { createIngestMetrics, type IngestMetrics } from "./metrics.ts";
import { annotateChat, createCachedAnnotate, notAnnotated } from "./normalize/annotation.ts";
import { CreatorSessions } from "./session/creator-sessions.ts";

export interface IngestDeps {
  readonly config: IngestConfig;
  readonly redis: RedisConnection;
  readonly logger: Logger;
  readonly registry: MetricsRegistry;
  /** Milliseconds of a clock that never goes back, and may stand still while the machine sleeps. */
  readonly monotonic?: () => number;
}

export interface Ingest extends Component {
  /** How many creators this process owns. */
  owned(): number;
}

/** Brings the broadcasts of the creators that this process owns into their sessions' logs. */
export function createIngest({ config, redis, logger, registry, monotonic = () => performance.now() }: IngestDeps): Ingest {
  const { client } = redis;
  const subscriber = createShardSubscriber(redis, logger);
  const creators = createCreatorStore(redis, subscriber, logger);
  const watchers = createWatcherStore(client);
  const orders = createOrders(redis);
  const quota = createMemoryQuota(config.BUFFER_BYTES);
  const flushInterval = createFlushInterval();
  const feeds = new Set<CreatorFeed>();
  const wheel = createTickWheel<CreatorFeed>((feed) => feed.onSecond());
  const metrics = createIngestMetrics(registry, {
    feeds: () => countBy([...feeds], (feed) => feed.phase),
    bufferedCharacters: () => quota.used(),
  });
  const ledger = createSignLedger(client, config.SIGN_ACCOUNT, signBudgetOf(config));
  const limits = createAccountLimitsPoller({ client, config, ledger, logger });
  const createFeed = feedFactory({ config, client, ledger, creators, watchers, orders, quota, flushInterval, metrics, logger });
  const ownership = createOwnership({
    role: "ingest",
    redis,
    registry,
    logger,
    // A move costs a connection and a sign call: nothing is moved for fairness.
    config: { capacity: config.INGEST_CAPACITY, isRebalanced: false },
    wanted: { isWanted: async (id) => (await watchers.count(id as CreatorId)) > 0 },
    own: (claim, hooks) => ownedFeed({ createFeed: (clock) => createFeed(claim, hooks, clock), client, monotonic, feeds, wheel }),
  });
  const sleepWatch = new SleepWatch(Date.now, monotonic);
  const setClocks = async (): Promise<void> => {
    const reading = await readRedisTime(client, monotonic);
    for (const feed of feeds) feed.onTime(reading);
  };
  const onSecond = (): void => {
    metrics.flush();
    if (sleepWatch.takeIfSlept())
      setClocks().catch((err: unknown) => logger.warn({ err }, "could not set the clocks after a sleep"));
  };
  let everySecond: NodeJS.Timeout | undefined;

  return {
    name: "ingest",
    owned: () => ownership.owned(),
    async start() {
      // Builds the annotator's tables now, not under the first chat.
      if (config.ANNOTATE_TEXT) annotateChat("hello", "");
      await subscriber.start();
      limits.start();
      wheel.start();
      everySecond = setInterval(onSecond, 1_000);
      await ownership.start();
    },
    async stop(deadline) {
      await ownership.stop(deadline);
      await limits.stop();
      wheel.stop();
      clearInterval(everySecond);
      await orders.close();
      await subscriber.stop();
    },
  };
}

interface FeedFactoryDeps {
  readonly config: IngestConfig;
  readonly client: RedisClient;
  /** Of the calls at TikTok's sign service. */
  readonly ledger: SignLedger;
  readonly creators: CreatorStore;
  readonly watchers: WatcherStore;
  readonly orders: Orders;
  readonly quota: MemoryQuota;
  readonly flushInterval: AdaptiveInterval;
  readonly metrics: IngestMetrics;
  readonly logger: Logger;
}
type CreateFeed = (claim: Claim, hooks: OwnedHooks, clock: EventClock) => CreatorFeed;

function feedFactory({
  config,
  client,
  ledger,
  creators,
  watchers,
  orders,
  quota,
  flushInterval,
  metrics,
  logger,
}: FeedFactoryDeps): CreateFeed {
  const ledgers = {
    main: ledger,
    demo: createSignLedger(client, "demo", { perMinute: 0, perHour: 0, perDay: 0 }),
  };
  const checks = createCheckBudget(client, config.UPSTREAM_CHECKS_PER_MINUTE);
  const logs = { store: createSessionStore(client), log: createLogStore(client), wanted: createWantedIndex(client) };
  const annotate = config.ANNOTATE_TEXT ? createCachedAnnotate((isHit) => metrics.annotated(isHit)) : notAnnotated;
  const pictures = {
    main: createImageUrlOf(config.IMAGE_HOSTS),
    demo: simulatedImageUrlOf,
  };
  const watch = { checkMs: config.WATCH_CHECK_MS, graceMs: config.UNWATCHED_GRACE_MS };

  const onCallsLeft = (left: CallsLeft): void => {
    ledger.noteLeft(left).catch((err: unknown) => logger.warn({ err }, "could not note how many sign calls are left"));
  };

  return (claim, hooks, clock) => {
    const onFenced = () => hooks.fenced();
    const { source, account, times, kept } = originOf(handleOf(claim.id as CreatorId), config, onCallsLeft);
    const imageUrlOf = pictures[account];
    const sessions = new CreatorSessions({
      ...logs,
      claim,
      clock,
      orders,
      quota,
      flushInterval,
      annotate,
      imageUrlOf,
      keptSeconds: kept.sessionSeconds,
      metrics,
      logger,
      onFenced,
    });
    return new CreatorFeed({
      claim,
      hooks,
      source,
      imageUrlOf,
      // The simulator does not mind being asked, and people wait for what they try.
      checks: account === "main" ? checks : unlimitedChecks,
      restsUnknown: account === "main",
      ledger: ledgers[account],
      account,
      creators,
      watchers,
      sessions,
      clock,
      times,
      unwatchedKeptMs: kept.statusMs,
      watch,
      longestSleepMs: config.LONGEST_SLEEP_MS,
      lookUpMs: config.LOOK_UP_INTERVAL_MS,
      stableMs: config.STALL_MS,
      countsOnlyMs: config.COUNTS_ONLY_MS,
      metrics,
      logger,
      random: Math.random,
    });
  };
}

interface OwnedFeedDeps {
  createFeed(clock: EventClock): CreatorFeed;
  readonly client: RedisClient;
  readonly monotonic: () => number;
  readonly feeds: Set<CreatorFeed>;
  readonly wheel: TickWheel<CreatorFeed>;
}

/** A feed that is made once its clock is set: without Redis' time nothing may be appended. */
function ownedFeed({ createFeed, client, monotonic, feeds, wheel }: OwnedFeedDeps): Owned {
  let feed: CreatorFeed | undefined;
  let isLost = false;
  return {
    async run() {
      const clock = await eventClockFromRedis(client, monotonic);
      if (isLost) return undefined;
      feed = createFeed(clock);
      feeds.add(feed);
      wheel.add(feed);
      try {
        return await feed.run();
      } finally {
        feeds.delete(feed);
        wheel.delete(feed);
      }
    },
    async handOver() {
      await feed?.handOver();
    },
    lost() {
      isLost = true;
      feed?.lost();
    },
  };
}

function countBy<T, K extends string>(items: readonly T[], key: (item: T) => K): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}
