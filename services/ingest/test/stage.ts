import { createOrders } from "@frontrow/ownership/start-orders";
import type { CreatorStatus } from "@frontrow/protocol/creator";
import { itemsOf, type LogEntry } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import { type CreatorId, creatorIdOf, type DeskId, type SessionId } from "@frontrow/protocol/ids";
import type { Control } from "@frontrow/protocol/session";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createCreatorStore } from "@frontrow/redis/creators";
import { createLogStore } from "@frontrow/redis/log";
import type { RedisServer } from "@frontrow/redis/server";
import { createShardSubscriber } from "@frontrow/redis/shard-subscriber";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import { loadConfig } from "@frontrow/runtime/config";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { configSchema as simulatorSchema } from "@frontrow/simulator/config";
import { createSimulator, type Simulator } from "@frontrow/simulator/simulator";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { startTestRedis } from "@frontrow/testkit/redis";
import { configSchema } from "../src/config.ts";
import { createIngest, type Ingest } from "../src/ingest.ts";

const logger = quietLogger as never;

export type Show = Parameters<ReturnType<Simulator["creator"]>["goLive"]>[0] & object;

/**
 * A worker that is quick about everything, so that tests are. But no quicker than a busy machine: on one, the first connection
 * of a process, with all that it loads and makes, takes about a second, and "ended" is a status for one poll interval only.
 */
const quick = {
  OPS_PORT: "0",
  STALL_MS: "1500",
  SIGN_TIMEOUT_MS: "3000",
  HTTP_TIMEOUT_MS: "3000",
  HANDSHAKE_TIMEOUT_MS: "3000",
  DEMO_POLL_MIN_MS: "500",
  DEMO_POLL_MAX_MS: "1000",
  RETRY_MIN_MS: "50",
  RETRY_MAX_MS: "200",
  CONFIRM_END_MS: "100",
  UNKNOWN_RECHECK_MS: "60000",
  WATCH_CHECK_MS: "100",
  UNWATCHED_GRACE_MS: "600",
};

export interface Stage {
  readonly redis: RedisConnection;
  readonly server: RedisServer;
  readonly simulator: Simulator;
  /** Starts a worker; several share the work. */
  worker(config?: Record<string, string>, redisUrl?: string, monotonic?: () => number): Promise<Worker>;
  /** A desk begins to watch `demo:name`, as a gateway does it. */
  watch(name: string): Promise<void>;
  unwatch(name: string): Promise<void>;
  /** Start orders that no worker has taken yet. */
  ordersWaiting(): Promise<number>;
  status(name: string): Promise<CreatorStatus | undefined>;
  /** Waits for a creator's status to say this. */
  until(name: string, wanted: Partial<CreatorStatus>, timeoutMs?: number): Promise<CreatorStatus>;
  /** The log of the creator's current session. */
  log(name: string): Promise<LogEntry[]>;
  logOf(session: SessionId): Promise<LogEntry[]>;
  events(name: string): Promise<LiveEvent[]>;
  controls(session: SessionId): Promise<Control[]>;
  stop(): Promise<void>;
}

export interface Worker {
  readonly ingest: Ingest;
  readonly metrics: () => Promise<string>;
  stop(): Promise<void>;
}

/** A show that says "1", "2", "3" …, one chat every `everyMs`: what is missing, or there twice, is plain to see. */
export function counting(everyMs = 20): Show & { readonly said: number } {
  let said = 0;
  const user = { id: "6800000000000000123", handle: "counter", nickname: "Counter" };
  return {
    get said() {
      return said;
    },
    play(room, nowMs) {
      said += 1;
      room.publish([{ type: "chat", user, text: String(said), msgId: room.nextId(nowMs), createTimeMs: nowMs }], nowMs);
      return everyMs;
    },
  };
}

/** What a counting show's events count, in the order of the log. */
export const numbersOf = (events: readonly LiveEvent[]): number[] =>
  events.flatMap((event) => (event.type === "chat" ? [Number(event.text)] : []));

/** Where numbers do not go up one by one, as "from → to". */
export const jumpsIn = (numbers: readonly number[]): string[] =>
  numbers.flatMap((number, index) => {
    const before = numbers[index - 1] ?? number - 1;
    return number === before + 1 ? [] : [`${before} → ${number}`];
  });

export const eventsOf = (entries: readonly LogEntry[]): LiveEvent[] =>
  entries.flatMap((entry) => (entry.kind === "events" ? (itemsOf(entry) as LiveEvent[]) : []));

export async function setStage(): Promise<Stage> {
  const server = await startTestRedis();
  const redis = createRedis(server.url, logger);
  await redis.start();
  const simulator = createSimulator({
    config: loadConfig(simulatorSchema, {
      SIMULATOR_PORT: "0",
      SIMULATOR_SEED: "ingest",
      SIMULATOR_FRAME_INTERVAL_MS: "50",
      SIMULATOR_MAX_CREATORS: "200",
    }),
    logger,
  });
  await simulator.start();
  const subscriber = createShardSubscriber(redis, logger);
  const creators = createCreatorStore(redis, subscriber, logger);
  const watchers = createWatcherStore(redis.client);
  const wanted = createWantedIndex(redis.client);
  const orders = createOrders(redis);
  const store = createLogStore(redis.client);
  const workers: Worker[] = [];
  const idOf = (name: string): CreatorId => creatorIdOf(`demo:${name}`);
  const deskId = "dsk_aaaaaaaaaaaaaaaaaaaaaaaa" as DeskId;
  let generation = 0;

  const stage: Stage = {
    redis,
    server,
    simulator,
    async worker(config = {}, redisUrl = server.url, monotonic = () => performance.now()) {
      const registry = createMetricsRegistry();
      const connection = createRedis(redisUrl, logger);
      await connection.start();
      const settings = loadConfig(configSchema, {
        ...quick,
        REDIS_URL: redisUrl,
        SIMULATOR_URL: simulator.url,
        ...config,
      });
      const ingest = createIngest({ config: settings, redis: connection, logger, registry, monotonic });
      await ingest.start();
      let stopped: Promise<void> | undefined;
      const worker: Worker = {
        ingest,
        metrics: () => registry.metrics(),
        stop() {
          stopped ??= ingest.stop(AbortSignal.timeout(5_000)).then(() => connection.stop());
          return stopped;
        },
      };
      workers.push(worker);
      return worker;
    },
    async watch(name) {
      const creatorId = idOf(name);
      await wanted.add("ingest", creatorId);
      generation += 1;
      await watchers.attach({ creatorId, deskId, generation });
      await orders.order("ingest", creatorId);
    },
    async unwatch(name) {
      await watchers.detach({ creatorId: idOf(name), deskId, generation });
    },
    async ordersWaiting() {
      const { forCapacity, delayed } = await orders.waiting("ingest");
      return forCapacity + delayed;
    },
    status: (name) => creators.read(idOf(name)),
    until: (name, expected, timeoutMs = 15_000) =>
      eventually(async () => {
        const status = await creators.read(idOf(name));
        for (const [field, value] of Object.entries(expected)) {
          const found = status?.[field as keyof CreatorStatus];
          if (found !== value) throw new Error(`${name}: ${field} is ${found}, not ${value}: ${JSON.stringify(status)}`);
        }
        return status as CreatorStatus;
      }, timeoutMs),
    async log(name) {
      const session = (await creators.read(idOf(name)))?.sessionId;
      return session ? stage.logOf(session as SessionId) : [];
    },
    async logOf(session) {
      return (await store.readBack(session, { entries: 10_000 })).toReversed();
    },
    events: async (name) => eventsOf(await stage.log(name)),
    async controls(session) {
      const entries = await stage.logOf(session);
      return entries.flatMap((entry) => (entry.kind === "control" ? (itemsOf(entry) as Control[]) : []));
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await orders.close();
      await subscriber.stop();
      await simulator.stop(AbortSignal.timeout(2_000));
      await redis.stop();
      await server.stop();
    },
  };
  return stage;
}
