import type { ChildProcess } from "node:child_process";
import { randomInt } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { spawnWatched } from "./watched-child.ts";

export interface RedisServerOptions {
  /** Path of the redis-server binary, version 7 or newer. */
  readonly command: string;
  readonly port?: number;
  /** Where it keeps its files, for this user alone; nothing is kept without it. */
  readonly dataDir?: string;
  /** Asked of every client. It is handed over in a file of the data folder: everybody on the machine can read arguments. */
  readonly password?: string;
  /** Further arguments, as on its command line. */
  readonly args?: readonly string[];
}

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** A server that is asked to end writes its file first; one that does not end (it is paused, or stuck) is killed. */
const STOP_DEADLINE_MS = 5000;

/** Runs a private redis-server on loopback, and resolves when it answers. It ends with `stop`, or with this process. */
export async function startRedisServer(options: RedisServerOptions): Promise<RedisServer> {
  const { command, port, dataDir, password, args = [] } = options;
  const chosen = port ?? (await freePort());
  const persistence = dataDir ? ["--dir", dataDir, "--appendonly", "yes", "--appendfsync", "everysec"] : ["--appendonly", "no"];
  const settings = password === undefined ? [] : [writeSettings(dataDir, { requirepass: password })];
  const address = ["--port", String(chosen), "--bind", "127.0.0.1"];
  const child = spawnWatched(command, [...settings, ...address, "--save", "", ...persistence, ...args]);
  endWithThisProcess(child);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await untilReady(child);
  return {
    url: redisUrlOf(chosen, password),
    port: chosen,
    process: child,
    async stop() {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_DEADLINE_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** The URL of a private server. */
export const redisUrlOf = (port: number, password?: string): string =>
  `redis://${password === undefined ? "" : `:${encodeURIComponent(password)}@`}127.0.0.1:${port}`;

/** A file that only this user reads, anew at each start: what is there may be readable to others. */
function writeSettings(dataDir: string | undefined, settings: Readonly<Record<string, string>>): string {
  if (dataDir === undefined) throw new Error("a password needs a data folder");
  const file = join(dataDir, "redis.conf");
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`);
  rmSync(file, { force: true });
  writeFileSync(file, lines.join(""), { mode: 0o600 });
  return file;
}

function untilReady(child: ChildProcess): Promise<void> {
  let output = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output = (output + chunk).slice(-4000);
      if (output.includes("Ready to accept connections")) resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`redis-server ended with ${code}: ${output.trim().split("\n").at(-1)}`)));
  });
}

const children = new Set<ChildProcess>();

function endWithThisProcess(child: ChildProcess): void {
  if (children.size === 0) process.once("exit", killChildren);
  children.add(child);
  child.once("exit", () => {
    children.delete(child);
    if (children.size === 0) process.off("exit", killChildren);
  });
}

function killChildren(): void {
  for (const child of children) child.kill("SIGKILL");
}

/** Below the ports that systems choose by themselves, for a connection that goes out or a server that names none. */
const FREE_PORTS = { from: 10_240, to: 32_768 } as const;

/** A port on loopback where nobody listens. It is not held: only who calls this at the same moment may get it too, one time in thousands. */
export async function freePort(): Promise<number> {
  for (let attempt = 1; attempt <= 100; attempt++) {
    const port = randomInt(FREE_PORTS.from, FREE_PORTS.to);
    if (await isFree(port)) return port;
  }
  throw new Error("no free port");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(false) : reject(error)));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
