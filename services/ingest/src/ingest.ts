import { type Claim, createOwnership, type OwnedHooks } from "@frontrow/ownership/ownership";
import { createOrders } from "@frontrow/ownership/start-orders";
import { type CreatorId, handleOf } from "@frontrow/protocol/ids";
import type { RedisConnection } from "@frontrow/redis/client";
import { createCreatorStore } from "@frontrow/redis/creators";
import { createLogStore } from "@frontrow/redis/log";
import { createSessionStore } from "@frontrow/redis/sessions";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import { createSignLedger } from "@frontrow/redis/sign-ledger";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import { createBudget } from "./append/memory-quota.ts";
import { type EventClock, eventClockOf } from "./clock/event-clock.ts";
import { createSecondHand } from "./clock/tick-wheel.ts";
import type { IngestConfig } from "./config.ts";
import { CreatorFeed } from "./feed/creator-feed.ts";
import { originOf } from "./feed/creator-source.ts";
import { createIngestMetrics } from "./metrics.ts";
import { annotateChat, notAnnotated } from "./normalize/annotation.ts";
import { Sessions } from "./session/creator-sessions.ts";

export interface IngestDeps {
  readonly config: IngestConfig;
  readonly redis: RedisConnection;
  readonly logger: Logger;
  readonly registry: MetricsRegistry;
}

export interface Ingest extends Component {
  /** How many creators this process owns. */
  owned(): number;
}

/** Brings the broadcasts of the creators that this process owns into their sessions' logs. */
export function createIngest({ config, redis, logger, registry }: IngestDeps): Ingest {
  const { client } = redis;
  const subscriber = createShardSubscriber(redis, logger);
  const creators = createCreatorStore(redis, subscriber, logger);
  const watchers = createWatcherStore(client);
  const orders = createOrders(redis);
  const budget = createBudget(config.BUFFER_BYTES);
  const feeds = new Set<CreatorFeed>();
  const seconds = createSecondHand<CreatorFeed>((feed) => feed.secondPassed());
  const metrics = createIngestMetrics(registry, {
    connections: () => countBy([...feeds], (feed) => feed.phase),
    bufferedCharacters: () => budget.used(),
  });
  const ledgers = {
    main: createSignLedger(client, config.SIGN_ACCOUNT, {
      perMinute: config.SIGN_CALLS_PER_MINUTE,
      perHour: config.SIGN_CALLS_PER_HOUR,
      perDay: config.SIGN_CALLS_PER_DAY,
    }),
    demo: createSignLedger(client, "demo", { perMinute: 0, perHour: 0, perDay: 0 }),
  };
  const stores = {
    store: createSessionStore(client),
    log: createLogStore(client),
    wanted: createWantedIndex(client),
    orders,
    budget,
    annotate: config.ANNOTATE_TEXT ? annotateChat : notAnnotated,
    metrics,
    logger,
    keptSeconds: config.SESSION_KEPT_SECONDS,
  };

  const feedOf = (claim: Claim, hooks: OwnedHooks, clock: EventClock): CreatorFeed => {
    const { source, account, times } = originOf(handleOf(claim.id as CreatorId), config);
    return new CreatorFeed({
      claim,
      hooks,
      source,
      ledger: ledgers[account],
      account,
      creators,
      watchers,
      sessions: new Sessions({ ...stores, clock }),
      clock,
      times,
      watch: { checkMs: config.WATCH_CHECK_MS, graceMs: config.UNWATCHED_GRACE_MS },
      stableMs: config.STALL_MS,
      metrics,
      logger,
      random: Math.random,
    });
  };

  const ownership = createOwnership({
    role: "ingest",
    redis,
    registry,
    logger,
    // A move costs a connection and a sign call: nothing is moved for fairness.
    config: { capacity: config.INGEST_CAPACITY, isRebalanced: false },
    wanted: { isWanted: async (id) => (await watchers.count(id as CreatorId)) > 0 },
    own(claim, hooks) {
      let feed: CreatorFeed | undefined;
      let isLost = false;
      return {
        async run() {
          const clock = await eventClockOf(client);
          if (isLost) return;
          feed = feedOf(claim, hooks, clock);
          feeds.add(feed);
          seconds.add(feed);
          try {
            await feed.run();
          } finally {
            feeds.delete(feed);
            seconds.delete(feed);
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
    },
  });

  let settling: NodeJS.Timeout | undefined;

  return {
    name: "ingest",
    owned: () => ownership.owned(),
    async start() {
      // Builds the annotator's tables now, not under the first chat.
      if (config.ANNOTATE_TEXT) annotateChat("hello", "");
      await subscriber.start();
      seconds.start();
      settling = setInterval(metrics.settle, 1_000);
      await ownership.start();
    },
    async stop(deadline) {
      await ownership.stop(deadline);
      seconds.stop();
      clearInterval(settling);
      await orders.close();
      await subscriber.stop();
    },
  };
}

function countBy<T, K extends string>(items: readonly T[], key: (item: T) => K): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}
