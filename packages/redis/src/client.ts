import { FrontrowError } from "@frontrow/protocol/errors";
import { Cluster, Redis } from "ioredis";

export type RedisClient = Redis | Cluster;

/** What the package logs with; pino's logger fits. */
export interface RedisLogger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface RedisConnection {
  readonly name: "redis";
  /** For commands; auto-pipelined. A command waits while Redis is away, and is sent again when a reply was lost. */
  readonly client: RedisClient;
  /** A further connection to the same place, for subscribers and BullMQ. The caller quits it. */
  duplicate(): RedisClient;
  isReady(): boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createRedis(url: string, logger: RedisLogger): RedisConnection {
  const make = (): RedisClient => connect(url, logger);
  const client = make();
  return {
    name: "redis",
    client,
    duplicate: make,
    isReady: () => client.status === "ready",
    async start() {
      await client.ping();
    },
    async stop() {
      client.disconnect();
    },
  };
}

function connect(url: string, logger: RedisLogger): RedisClient {
  const options = { enableAutoPipelining: true, maxRetriesPerRequest: null } as const;
  const seeds = url.split(",");
  const client =
    seeds.length > 1
      ? new Cluster(seeds, { redisOptions: { maxRetriesPerRequest: null }, enableAutoPipelining: true })
      : new Redis(url, options);
  client.on("error", (error: Error) => logger.warn({ reason: error.message }, "redis connection failed, trying again"));
  return client;
}

export const redisUnavailable = (cause: unknown): FrontrowError =>
  new FrontrowError("REDIS_UNAVAILABLE", "Redis does not answer", { cause });
