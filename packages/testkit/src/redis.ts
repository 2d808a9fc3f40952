import { type RedisServer, startRedisServer } from "@frontrow/redis/server";

/** The redis-server binary for tests: the one that the launcher found, or the one on PATH. */
export const redisCommand = (): string => process.env["FRONTROW_REDIS_SERVER"] ?? "redis-server";

/** A real Redis of this test file's own; call `stop` when done. */
export const startTestRedis = (args: readonly string[] = []): Promise<RedisServer> =>
  startRedisServer({ command: redisCommand(), args });
