import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startRedisServer } from "@frontrow/redis/server";
import { spawnWatched } from "@frontrow/redis/watched-child";
import { Redis } from "ioredis";
import { eventually } from "./eventually.ts";
import { redisCommand } from "./redis.ts";

/** A primary with a replica, under the eyes of three sentinels. */
export interface TestSentinel {
  /** As `REDIS_URL` names it. */
  readonly url: string;
  /** From here on the replica gets nothing more: what is written now is lost in a fail-over. */
  cutReplication(): Promise<void>;
  /** Kills the primary and waits until the sentinels have put its replica in its place. */
  failOver(): Promise<void>;
  stop(): Promise<void>;
}

const NAME = "frontrow";
const SENTINELS = 3;

export async function startTestSentinel({ downAfterMs = 1000 } = {}): Promise<TestSentinel> {
  const dir = await mkdtemp(join(tmpdir(), "frontrow-sentinel-"));
  const command = redisCommand();
  const primary = await startRedisServer({ command, args: ["--repl-diskless-sync-delay", "0"] });
  const replica = await startRedisServer({
    command,
    args: ["--replicaof", "127.0.0.1", String(primary.port), "--dir", dir],
  });
  const startOne = async () => {
    const port = await freePort();
    const config = join(dir, `sentinel-${port}.conf`);
    await writeFile(
      config,
      [
        `port ${port}`,
        "bind 127.0.0.1",
        `dir ${dir}`,
        `sentinel monitor ${NAME} 127.0.0.1 ${primary.port} 2`,
        `sentinel down-after-milliseconds ${NAME} ${downAfterMs}`,
        `sentinel failover-timeout ${NAME} 3000`,
      ].join("\n"),
    );
    return { port, process: spawnWatched(command, [config, "--sentinel"]) };
  };
  const sentinels = await Promise.all(Array.from({ length: SENTINELS }, startOne));
  const asks = sentinels.map(({ port }) => new Redis(port, "127.0.0.1"));
  // They are asked from before they listen until they are gone.
  for (const ask of asks) ask.on("error", () => {});
  const askReplica = new Redis(replica.port, "127.0.0.1");
  // A replica without the data, or sentinels that do not know of it and of each other, cannot take over.
  await eventually(async () => {
    if (!(await askReplica.info("replication")).includes("master_link_status:up")) throw new Error("not in sync");
    for (const ask of asks) {
      const replicas = (await ask.call("SENTINEL", "replicas", NAME)) as unknown[];
      const others = (await ask.call("SENTINEL", "sentinels", NAME)) as unknown[];
      if (replicas.length !== 1 || others.length !== SENTINELS - 1) throw new Error("not met");
    }
  }, 20_000);
  askReplica.disconnect();

  return {
    url: `redis+sentinel://${sentinels.map(({ port }) => `127.0.0.1:${port}`).join(",")}/${NAME}`,
    async cutReplication() {
      const askPrimary = new Redis(primary.port, "127.0.0.1");
      await askPrimary.call("ACL", "SETUSER", "default", "-psync", "-sync");
      await askPrimary.call("CLIENT", "KILL", "TYPE", "replica");
      askPrimary.disconnect();
    },
    async failOver() {
      primary.process.kill("SIGKILL");
      await eventually(async () => {
        const named = await Promise.all(asks.map((ask) => ask.call("SENTINEL", "get-master-addr-by-name", NAME)));
        if ((named as string[][]).some(([, port]) => Number(port) !== replica.port)) throw new Error("not failed over");
      }, 20_000);
    },
    async stop() {
      for (const ask of asks) ask.disconnect();
      for (const sentinel of sentinels) sentinel.process.kill("SIGKILL");
      await Promise.all([replica.stop(), primary.stop()]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}
