import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createRedis } from "@frontrow/redis/client";
import { freePort, redisUrlOf } from "@frontrow/redis/server";
import type { Component } from "@frontrow/runtime/lifecycle";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { redisCommand } from "@frontrow/testkit/redis";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createPrivateRedis } from "../src/private-redis.ts";

const password = "a-password-of-the-test";
const never = new AbortController().signal;
let dataDir: string;
let port: number;
let started: Component[];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "frontrow-data-"));
  port = await freePort();
  started = [];
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const redis of started) await redis.stop(never);
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(onLost: (cause: unknown) => void = () => {}): Promise<Component> {
  const redis = createPrivateRedis({ command: redisCommand(), port, password, dataDir, logger: quietLogger, onLost });
  started.push(redis);
  await redis.start();
  return redis;
}

async function ask<T>(question: (client: ReturnType<typeof createRedis>["client"]) => Promise<T>): Promise<T> {
  const redis = createRedis(redisUrlOf(port, password), quietLogger);
  try {
    await redis.start();
    return await question(redis.client);
  } finally {
    await redis.stop();
  }
}

it("keeps its data from one run to the next", async () => {
  const first = await start();
  await ask((client) => client.set("kept", "yes"));
  await first.stop(never);
  await start();
  expect(await ask((client) => client.get("kept"))).toBe("yes");
});

it("does nothing for other users of the machine, and shows them no file and no password", async () => {
  await start();
  await ask((client) => client.set("kept", "yes"));
  for (const command of [
    "PING",
    "SET x y",
    "GET kept",
    "CONFIG GET *",
    "CONFIG SET dir /tmp",
    "KEYS *",
    "AUTH guess",
    "SHUTDOWN NOSAVE",
  ]) {
    expect(await answerTo(command), command).toMatch(/^-(NOAUTH|WRONGPASS)/);
  }
  const folder = join(dataDir, "redis");
  expect(modeOf(folder)).toBe("700");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) expect(modeOf(file), file).toBe(statSync(file).isDirectory() ? "700" : "600");
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const told = processes.filter((id) => readIfThere(`/proc/${id}/cmdline`).includes(password));
  expect(told).toEqual([]);
});

it("evicts nothing", async () => {
  await start();
  expect(await ask((client) => client.config("GET", "maxmemory-policy"))).toEqual(["maxmemory-policy", "noeviction"]);
});

it("is started again when it ends by itself, with its data", async () => {
  const onLost = vi.fn();
  await start(onLost);
  await ask((client) => client.set("kept", "yes"));
  turnClock(1_100); // one that ends sooner is given up
  shutDown();
  await eventually(async () => expect(await ask((client) => client.get("kept"))).toBe("yes"));
  expect(onLost).not.toHaveBeenCalled();
});

it("is given up when it ends as soon as it was ready", async () => {
  const onLost = vi.fn();
  await start(onLost);
  turnClock(-60_000); // however long it takes here, it ends within the second in which it must not
  shutDown();
  await eventually(() => expect(onLost).toHaveBeenCalledOnce());
  expect(await isListening()).toBe(false);
});

it("gives its folder to one at a time", async () => {
  await start();
  await expect(start()).rejects.toThrow(/in use by another Frontrow/);
});

it("ends with its process, even when that is killed", async () => {
  const program = fileURLToPath(new URL("orphan.ts", import.meta.url));
  const args = ["--conditions=source", "--import=tsx", program, redisCommand(), String(port), dataDir];
  const holder = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(holder.stdout, "data");
  holder.kill("SIGKILL");
  await eventually(async () => expect(await isListening()).toBe(false));
});

/** Ends the server by itself. Not through our client, which would send the command again to the next one. */
function shutDown(): void {
  connect(port, "127.0.0.1").end(`AUTH ${password}\r\nSHUTDOWN NOSAVE\r\n`);
}

/** Lets the monotonic clock run on from a later time, or an earlier one. */
function turnClock(ms: number): void {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => now() + ms);
}

function isListening(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}

/** What the server says to somebody who has no password. */
function answerTo(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`${command}\r\n`));
    socket.once("data", (chunk) => {
      socket.destroy();
      resolve(String(chunk));
    });
    socket.once("error", reject);
  });
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // the process has ended meanwhile
  }
}
