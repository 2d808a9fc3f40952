import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { spawnWatched } from "./watched-child.ts";

export interface RedisServerOptions {
  /** Path of the redis-server binary, version 7 or newer. */
  readonly command: string;
  readonly port?: number;
  /** Where it keeps its files; nothing is kept without it. */
  readonly dataDir?: string;
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
export async function startRedisServer({ command, port, dataDir, args = [] }: RedisServerOptions): Promise<RedisServer> {
  const chosen = port ?? (await freePort());
  const persistence = dataDir ? ["--dir", dataDir, "--appendonly", "yes", "--appendfsync", "everysec"] : ["--appendonly", "no"];
  const child = spawnWatched(command, ["--port", String(chosen), "--bind", "127.0.0.1", "--save", "", ...persistence, ...args]);
  endWithThisProcess(child);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await untilReady(child);
  return {
    url: `redis://127.0.0.1:${chosen}`,
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

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
