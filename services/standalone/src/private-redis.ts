import { type RedisServer, startRedisServer } from "@frontrow/redis/server";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import { takeDataFolder } from "./data-folder.ts";

export interface PrivateRedisOptions {
  readonly command: string;
  readonly port: number;
  /** Asked of every client: other users of the machine reach the port too. */
  readonly password: string;
  readonly dataDir: string;
  /** The most that it keeps, as redis-server takes it; then it refuses to write. */
  readonly maxMemory?: string;
  readonly logger: Pick<Logger, "error" | "info">;
  /** It ended and could not be started again. */
  onLost(cause: unknown): void;
}

/** Shortest life of a Redis that is started again: one that ends sooner after it was ready would only end again. */
const shortestLifeMs = 1_000;

/**
 * A Redis of this process' own on loopback, behind a password. Its data stays in the data folder (an append-only file, synced each second) and
 * is there at the next start. It ends with this process, even when that is killed; if it ends by itself it is started again,
 * and everybody goes on as after any restart of Redis.
 */
export function createPrivateRedis({
  command,
  port,
  password,
  dataDir,
  maxMemory,
  logger,
  onLost,
}: PrivateRedisOptions): Component {
  let server: RedisServer | undefined;
  let isStopping = false;
  let release = () => {};

  const launch = async (folder: string): Promise<void> => {
    server = await startRedisServer({
      command,
      port,
      password,
      dataDir: folder,
      args: ["--maxmemory", maxMemory ?? "1gb", "--maxmemory-policy", "noeviction"],
    });
    const readySinceMs = performance.now();
    server.process.once("exit", (code, signal) => {
      if (isStopping) return;
      logger.error({ code, signal }, "the private Redis ended, starting it again");
      if (performance.now() - readySinceMs < shortestLifeMs) onLost(new Error(`redis-server ended with ${code ?? signal}`));
      else launch(folder).catch(onLost);
    });
  };

  return {
    name: "private-redis",
    async start() {
      const taken = await takeDataFolder(dataDir, port);
      release = taken.release;
      await launch(taken.folder);
      logger.info({ port }, "the private Redis is ready");
    },
    async stop() {
      isStopping = true;
      await server?.stop();
      release();
    },
  };
}
