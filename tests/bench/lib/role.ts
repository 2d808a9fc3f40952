import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startProfiler, stopProfiler } from "./profiler.ts";

/** Memory of one process, read by the process itself after a full collection. */
export interface Memory {
  readonly rssBytes: number;
  /** Of the heap and of buffers outside it, what is in use. */
  readonly usedBytes: number;
}

// biome-ignore lint/suspicious/noExplicitAny: the two ends of one file's own calls
type Handlers = Record<string, (argument: any) => unknown>;

/** A role of a benchmark in a process of its own, so that its CPU is its own. */
export interface RoleProcess {
  readonly name: string;
  call<T = unknown>(method: string, argument?: unknown): Promise<T>;
  /** CPU seconds that it has used so far. Collects nothing: what is measured goes on undisturbed. */
  cpuSeconds(): Promise<number>;
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

/** As the images run our services; peers run as Node does by default. See docs/performance-history.md. */
const service = ["--v8-pool-size=1"];
const youngGeneration = "--max-semi-space-size=64";
const flags: Record<string, string[]> = {
  simulator: service,
  ingest: service,
  analytics: [...service, youngGeneration],
  folder: [...service, youngGeneration],
  gateway: service,
  replay: service,
};

const running = new Set<RoleProcess>();
/** In the order of their starts. */
export const runningRoles: ReadonlySet<RoleProcess> = running;

/** Starts `roles/<name>.ts`, on the workspaces as they were built: what is measured is what runs in production. */
export function startRole(name: string, env: Record<string, string> = {}): RoleProcess {
  const child: ChildProcess = fork(fileURLToPath(new URL(`../roles/${name}.ts`, import.meta.url)), {
    execArgv: ["--import", "tsx", "--expose-gc", ...(flags[name] ?? [])],
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let nextId = 0;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.on("message", (reply: { id: number; value?: unknown; error?: string }) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.error === undefined) call?.resolve(reply.value);
    else call?.reject(new Error(`${name}: ${reply.error}`));
  });
  child.once("exit", (code) => {
    for (const call of waiting.values()) call.reject(new Error(`${name} ended with ${code}`));
  });
  const call = <T>(method: string, argument?: unknown): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      child.send({ id, method, argument });
    });
  const role: RoleProcess = {
    name,
    call,
    cpuSeconds: () => call<number>("cpuSeconds"),
    memory: () => call<Memory>("memory"),
    async stop() {
      if (child.exitCode === null) child.kill("SIGKILL");
      await exited;
    },
  };
  running.add(role);
  void exited.then(() => running.delete(role));
  return role;
}

/** The other end: answers calls until the parent goes. */
export function serveRole(handlers: Handlers): void {
  const all: Handlers = { cpuSeconds, memory, startProfiler, stopProfiler, ...handlers };
  process.on("message", ({ id, method, argument }: { id: number; method: string; argument: unknown }) => {
    Promise.resolve()
      .then(() => {
        const handler = all[method];
        if (!handler) throw new Error(`no such call: ${method}`);
        return handler(argument);
      })
      .then(
        (value) => process.send?.({ id, value }),
        (error: Error) => process.send?.({ id, error: error.stack ?? error.message }),
      );
  });
  process.on("disconnect", () => process.exit(0));
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function memory(): Memory {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rssBytes: rss, usedBytes: heapUsed + external };
}
