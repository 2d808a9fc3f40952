import { FrontrowError } from "@frontrow/protocol/errors";
import { withTimeout } from "@frontrow/runtime/deadline";
import { Cluster, Redis } from "ioredis";
import { corkWrites } from "./cork.ts";
import { connectionOptions, parseRedisUrl, type RedisEndpoint } from "./url.ts";

export type RedisClient = Redis | Cluster;

/** What the package logs with; pino's logger fits. */
export interface RedisLogger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface RedisConnection {
  readonly name: "redis";
  /** For commands. A command waits while Redis is away, and is sent again when a reply was lost: it may run twice. */
  readonly client: RedisClient;
  /** A further connection to the same place, for subscribers and BullMQ. The caller quits it. */
  duplicate(): RedisClient;
  isReady(): boolean;
  /** Connects; throws `REDIS_UNAVAILABLE` when there is no usable Redis after five seconds. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const START_DEADLINE_MS = 5000;
/** Sharded pub/sub came with it. */
const OLDEST_VERSION = 7;

/** Silence after which a connection with an answer due counts as dead; its commands are sent anew. */
const SILENCE_MS = 5000;
/** BullMQ's blocking reads wait up to ten seconds for an answer. */
const BLOCKING_SILENCE_MS = 20_000;

/**
 * The connection to Redis that a process shares, by its URL: `redis://`, `rediss://` (TLS), several of them separated by
 * commas (Cluster), or `redis+sentinel://host:port,host:port/master`. Nothing is connected before `start` or the first
 * command.
 */
export function createRedis(url: string, logger: RedisLogger, { silenceMs = SILENCE_MS } = {}): RedisConnection {
  const endpoint = parseRedisUrl(url);
  const client = connect(endpoint, silenceMs, logger);
  corkWrites(client);
  return {
    name: "redis",
    client,
    duplicate: () => connect(endpoint, BLOCKING_SILENCE_MS, logger),
    isReady: () => client.status === "ready",
    start: () => startWithin(client, START_DEADLINE_MS),
    async stop() {
      client.disconnect();
    },
  };
}

function connect(endpoint: RedisEndpoint, silenceMs: number, logger: RedisLogger): RedisClient {
  const options = connectionOptions(endpoint, silenceMs);
  const client = "cluster" in options ? new Cluster(options.cluster, options.options) : new Redis(options.options);
  let quietUntil = 0;
  client.on("error", (error: Error) => {
    // An outage fails many attempts: one line a second says as much as all of them.
    const now = performance.now();
    if (now < quietUntil) return;
    quietUntil = now + 1000;
    logger.warn({ reason: error.message }, "redis connection failed, trying again");
  });
  return client;
}

async function startWithin(client: RedisClient, deadlineMs: number): Promise<void> {
  let last: Error | undefined;
  const remember = (error: Error) => {
    last = error;
  };
  client.on("error", remember);
  try {
    const answer = client.info("server").catch((error: unknown) => {
      throw redisUnavailable(last ?? error);
    });
    const problem = problemOf(
      await withTimeout(answer, deadlineMs, () => {
        throw redisUnavailable(last);
      }),
      client instanceof Cluster,
    );
    if (problem) throw redisUnavailable(undefined, problem);
  } catch (error) {
    client.disconnect();
    throw error;
  } finally {
    client.off("error", remember);
  }
}

/** Why the server that gave this INFO cannot be used, if it cannot. */
export function problemOf(info: string, asCluster: boolean): string | undefined {
  const infoOf = (field: string) => new RegExp(`^${field}:(\\S+)`, "m").exec(info)?.[1] ?? "unknown";
  const version = infoOf("redis_version");
  if (!(Number.parseInt(version, 10) >= OLDEST_VERSION)) {
    return `Redis ${OLDEST_VERSION} or newer is needed, this is ${version}`;
  }
  if (infoOf("redis_mode") === "sentinel") return "this is a sentinel: REDIS_URL must begin with redis+sentinel://";
  // A single client of a cluster would be sent away for two keys out of three.
  if (infoOf("redis_mode") === "cluster" && !asCluster)
    return "this is a cluster: name its nodes in REDIS_URL, separated by commas";
  return undefined;
}

export const redisUnavailable = (cause: unknown, message = "Redis does not answer"): FrontrowError =>
  new FrontrowError("REDIS_UNAVAILABLE", message, { cause });

/**
 * Ends a connection that BullMQ works with, whatever state both are in, and refuses every further attempt to connect it.
 *
 * BullMQ mends a blocking read that takes too long: it ends the connection and connects it anew, and does not ask in between
 * whether the worker has been closed. A closing worker also waits for Redis to take its QUIT.
 */
export function forceDisconnect(client: RedisClient): void {
  // Without an attempt under way ioredis ends none, and the commands in its queue would wait for ever.
  if (client.status === "reconnecting") client.connect().catch(() => {});
  client.disconnect();
  client.connect = () => Promise.reject(new FrontrowError("REDIS_UNAVAILABLE", "this connection was closed"));
}
