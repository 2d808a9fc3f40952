import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Ownership, OwnershipConfig } from "@frontrow/ownership/ownership";
import { createOrders, type Orders } from "@frontrow/ownership/start-orders";
import { type LogEntry, startOf } from "@frontrow/protocol/entry";
import type { CreatorId, DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import { createRedis, type RedisConnection } from "@frontrow/redis/client";
import { createLogStore } from "@frontrow/redis/log";
import { createWantedIndex } from "@frontrow/redis/wanted-index";
import { createWatcherStore } from "@frontrow/redis/watchers";
import { createWorkerStore } from "@frontrow/redis/workers";
import { eventually } from "@frontrow/testkit/eventually";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { expect } from "vitest";
import { createAppender, quick } from "./log-appender.ts";
import type { WorkerMessage, WorkerPlan } from "./ownership-worker.ts";

export const session = (name: string): SessionId => `ses_${name.padEnd(8, "0")}` as SessionId;
const desk = "dsk_00000000000000000000" as DeskId;

export interface HarnessWorker {
  readonly workerId: string;
  readonly messages: readonly WorkerMessage[];
  /** What it owns, as it reports. */
  owns(): string[];
}

export interface WorkerProcess extends HarnessWorker {
  readonly process: ChildProcess;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
}

export interface OwnershipHarness {
  readonly redis: RedisConnection;
  readonly orders: Orders;
  /** A worker in a process of its own. */
  worker(plan?: Partial<WorkerPlan>): Promise<WorkerProcess>;
  /** A worker in this process: nothing happens to it. */
  survivor(config?: OwnershipConfig): Promise<HarnessWorker>;
  /** Index, attach, order: what a gateway does, or the first steps of it. */
  watch(id: SessionId, steps?: 1 | 2 | 3): Promise<void>;
  unwatch(id: SessionId): Promise<void>;
  entries(id: SessionId): Promise<LogEntry[]>;
  /** Number of index shards that a worker sweeps, by its own list. */
  shardsOf(worker: Pick<HarnessWorker, "workerId">): Promise<number>;
  /** Resolves once the worker has sent that many more heartbeats. */
  heartbeats(worker: Pick<HarnessWorker, "workerId">, count: number): Promise<void>;
  close(): Promise<void>;
}

export function openOwnershipHarness(url: string): OwnershipHarness {
  const redis = createRedis(url, quietLogger);
  const orders = createOrders(redis);
  const index = createWantedIndex(redis.client);
  const watchers = createWatcherStore(redis.client);
  const logs = createLogStore(redis.client);
  const store = createWorkerStore(redis.client);
  const processes: WorkerProcess[] = [];
  const survivors: Ownership[] = [];
  return {
    redis,
    orders,
    async worker(plan = {}) {
      const worker = spawnWorker({ url, config: quick, ...plan });
      processes.push(worker);
      // A process starts in a second; in many, where sixteen do on two busy cores.
      await eventually(() => worker.workerId, 60_000);
      return worker;
    },
    async survivor(config = quick) {
      const messages: WorkerMessage[] = [];
      const ownership = createAppender(redis, config, (each) => void messages.push(each));
      survivors.push(ownership);
      await ownership.start();
      return { workerId: ownership.workerId, messages, owns: () => ownedBy(messages) };
    },
    async watch(id, steps = 3) {
      await index.add("analytics", id);
      if (steps > 1) await watchers.attach({ creatorId: id as never as CreatorId, deskId: desk, generation: 1 });
      if (steps > 2) await orders.order("analytics", id);
    },
    async unwatch(id) {
      await watchers.detach({ creatorId: id as never as CreatorId, deskId: desk, generation: 1 });
    },
    async entries(id) {
      const found: LogEntry[] = [];
      for (let position = startOf(id), more = true; more; ) {
        const page = await logs.readAfter(position);
        if (page.outcome !== "ok") throw new Error(page.outcome);
        found.push(...page.entries);
        position = page.entries.at(-1) ?? position;
        more = page.more;
      }
      return found;
    },
    async shardsOf({ workerId }) {
      return (await store.holdings(workerId as WorkerId)).filter(({ role }) => role === "sweep").length;
    },
    async heartbeats({ workerId }, count) {
      const lastHeartbeat = async (): Promise<number> => {
        const report = await store.read(workerId as WorkerId);
        if (!report) throw new Error(`${workerId} has no heartbeat`);
        return Number(report.heartbeat);
      };
      const first = await eventually(lastHeartbeat);
      await eventually(async () => expect(await lastHeartbeat()).toBeGreaterThanOrEqual(first + count), 15_000);
    },
    async close() {
      for (const each of processes) each.process.kill("SIGKILL");
      await Promise.all(processes.map(({ exited }) => exited));
      await Promise.all(survivors.map((ownership) => ownership.stop(AbortSignal.timeout(3000))));
      await orders.close();
      await redis.stop();
    },
  };
}

function spawnWorker(plan: WorkerPlan): WorkerProcess {
  const script = fileURLToPath(new URL("./ownership-worker.ts", import.meta.url));
  const child = fork(script, [JSON.stringify(plan)], { execArgv: ["--conditions=source", "--import", "tsx"], stdio: "inherit" });
  const messages: WorkerMessage[] = [];
  child.on("message", (message) => void messages.push(message as WorkerMessage));
  return {
    process: child,
    messages,
    get workerId() {
      const ready = messages.find(({ type }) => type === "ready");
      if (ready?.type !== "ready") throw new Error("the worker is not ready");
      return ready.workerId;
    },
    owns: () => ownedBy(messages),
    exited: new Promise((resolve) => child.once("exit", () => resolve())),
  };
}

function ownedBy(messages: readonly WorkerMessage[]): string[] {
  const owned = new Set<string>();
  for (const each of messages) {
    if (each.type === "claimed") owned.add(each.id);
    else if (each.type === "lost" || each.type === "handedOver") owned.delete(each.id);
  }
  return [...owned];
}

/** Fences of the owners that wrote a log, in order. Throws unless each wrote its entries without a break, and none returned. */
export function fencesIn(entries: readonly LogEntry[]): number[] {
  const fences: number[] = [];
  let sequence = 0;
  for (const { id, stamp } of entries) {
    const [, fence = "", held = ""] = stamp.split(":");
    if (Number(fence) !== fences.at(-1)) {
      if (Number(fence) < (fences.at(-1) ?? 0)) throw new Error(`entry ${id} (${stamp}) was written after a later owner's`);
      fences.push(Number(fence));
      sequence = 0;
    }
    sequence += 1;
    if (Number(held) !== sequence) throw new Error(`entry ${id} has the stamp ${stamp}, expected sequence ${sequence}`);
  }
  return fences;
}
