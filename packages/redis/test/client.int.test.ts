import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startOf } from "@frontrow/protocol/entry";
import type { FrontrowError } from "@frontrow/protocol/errors";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { redisCommand, startTestRedis } from "@frontrow/testkit/redis";
import { expect, it } from "vitest";
import { createRedis } from "../src/client/client.ts";
import { keys } from "../src/keys.ts";
import { freePort, startRedisServer } from "../src/server/server.ts";
import { appendAll, dataOf, numbered, openKit, openSession, record } from "./fixture.ts";

/** The error with which a start fails, and how long that took. */
async function failedStart(url: string): Promise<{ error: FrontrowError; tookMs: number }> {
  const redis = createRedis(url, quietLogger);
  const begun = performance.now();
  try {
    await redis.start();
  } catch (error) {
    return { error: error as FrontrowError, tookMs: performance.now() - begun };
  }
  throw new Error("it started");
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as { port: number }).port;
}

it("fails its start within a bounded time when nobody is there, or what is there never answers", async () => {
  const silent = createServer(() => {});
  const ports = [await freePort(), await listening(silent)];
  const [nobody, mute] = await Promise.all(ports.map((port) => failedStart(`redis://127.0.0.1:${port}`)));
  expect(nobody?.error).toMatchObject({ code: "REDIS_UNAVAILABLE", cause: { code: "ECONNREFUSED" } });
  expect(mute?.error.code).toBe("REDIS_UNAVAILABLE");
  expect(Math.max(nobody?.tookMs ?? 0, mute?.tookMs ?? 0)).toBeLessThan(6000);
  silent.close();
});

it("fails its start at once when the password is wrong, and names no password", async () => {
  const server = await startTestRedis(["--requirepass", "right"]);
  const { error, tookMs } = await failedStart(`redis://:wrong-one@127.0.0.1:${server.port}`);
  expect(error.code).toBe("REDIS_UNAVAILABLE");
  expect(`${error.message} ${String(error.cause)}`).not.toContain("wrong-one");
  expect(tookMs).toBeLessThan(2000);
  await server.stop();
});

it("continues where it was when Redis restarts with its data", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "frontrow-redis-"));
  const port = await freePort();
  const start = () => startRedisServer({ command: redisCommand(), port, dataDir, args: ["--appendfsync", "always"] });
  let server = await start();
  const kit = await openKit(server.url);
  const { log, writer } = await openSession(kit);
  const { seen, follow } = record(kit.reader, startOf(log));
  await appendAll(kit.store, log, writer, 1, 3);
  await eventually(() => expect(seen).toEqual(dataOf(1, 3)));

  server.process.kill("SIGKILL");
  const writing = appendAll(kit.store, log, writer, 4, 6);
  await eventually(() => expect(kit.redis.isReady()).toBe(false));
  server = await start();
  await writing;
  await eventually(() => expect(seen).toEqual(dataOf(1, 6)));
  follow.close();
  await kit.stop();
  await server.stop();
  await rm(dataDir, { recursive: true });
});

it("hears that a log is gone when Redis restarts without its data", async () => {
  const port = await freePort();
  let server = await startRedisServer({ command: redisCommand(), port });
  const kit = await openKit(server.url);
  const { log, writer } = await openSession(kit);
  const { seen, follow } = record(kit.reader, startOf(log));
  await appendAll(kit.store, log, writer, 1, 2);
  await eventually(() => expect(seen).toEqual(dataOf(1, 2)));
  await server.stop();
  server = await startRedisServer({ command: redisCommand(), port });
  await eventually(() => expect(seen).toEqual([...dataOf(1, 2), "absent"]));
  expect(await kit.store.append(numbered(log, writer, 3))).toEqual({ outcome: "absent" });
  follow.close();
  await kit.stop();
  await server.stop();
});

it("waits for a primary that was made a replica to be one again", async () => {
  const server = await startTestRedis();
  const kit = await openKit(server.url);
  const { log, writer } = await openSession(kit);
  const admin = kit.redis.duplicate();
  await appendAll(kit.store, log, writer, 1, 1);
  await admin.call("REPLICAOF", "127.0.0.1", String(await freePort()));
  const answer = kit.store.append(numbered(log, writer, 2));
  await eventually(async () => expect(await admin.info("errorstats")).toContain("errorstat_READONLY"));
  await admin.call("REPLICAOF", "NO", "ONE");
  expect(await answer).toMatchObject({ outcome: "appended" });
  expect(await kit.redis.client.xlen(keys.log(log))).toBe(2);
  admin.disconnect();
  await kit.stop();
  await server.stop();
});

it("waits while a primary has too few replicas to be safe", async () => {
  const server = await startTestRedis(["--min-replicas-to-write", "1"]);
  const kit = await openKit(server.url);
  const opening = openSession(kit);
  await eventually(async () => expect(await kit.redis.client.info("errorstats")).toContain("errorstat_NOREPLICAS"));
  await kit.redis.client.config("SET", "min-replicas-to-write", "0");
  const { log, writer } = await opening;
  expect(await kit.store.append(numbered(log, writer, 1))).toMatchObject({ outcome: "appended" });
  await kit.stop();
  await server.stop();
});

it("says that Redis is full, and appends nothing by halves", async () => {
  const server = await startTestRedis();
  const kit = await openKit(server.url);
  const { log, writer } = await openSession(kit);
  await appendAll(kit.store, log, writer, 1, 1);
  await kit.redis.client.config("SET", "maxmemory", "1");
  await expect(kit.store.append(numbered(log, writer, 2))).rejects.toMatchObject({ code: "STORE_FULL" });
  await kit.redis.client.config("SET", "maxmemory", "0");
  expect(await kit.store.append(numbered(log, writer, 2))).toMatchObject({ outcome: "appended" });
  expect(await kit.redis.client.xlen(keys.log(log))).toBe(2);
  await kit.stop();
  await server.stop();
});
