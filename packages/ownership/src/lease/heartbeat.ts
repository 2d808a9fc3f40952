import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { WorkerStore } from "@frontrow/redis/workers";
import type { Settings } from "../settings.ts";
import type { Leases } from "./leases.ts";

export interface HeartbeatDeps {
  readonly role: Role;
  readonly workerId: WorkerId;
  readonly workers: WorkerStore;
  readonly settings: Pick<Settings, "heartbeatMs" | "leaseMs" | "capacity">;
  readonly leases: Pick<Leases, "owned">;
  /** Aborted when the worker takes no more orders. */
  readonly draining: AbortSignal;
  /** More than `leaseMs` has passed between two heartbeats that Redis took: others may have taken over. */
  onLapsed(): void;
  onFailure(error: unknown): void;
}

/** A worker's one sign of life for all that it owns. */
export interface Heartbeat {
  /** Sends the first one, so that a claim is never made by a worker without a sign of life, and then goes on. */
  start(): Promise<void>;
  /** Sends one at once: something that others should know has changed. */
  sendNow(): Promise<void>;
  stop(): void;
}

export function createHeartbeat(deps: HeartbeatDeps): Heartbeat {
  const { role, workerId, workers, settings, leases, draining, onFailure } = deps;
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  let answeredAtMs = Number.POSITIVE_INFINITY;

  const send = async (): Promise<void> => {
    count += 1;
    await workers.sendHeartbeat(workerId, {
      role,
      heartbeat: String(count),
      owned: leases.owned(),
      capacity: settings.capacity,
      draining: draining.aborted,
    });
    const nowMs = performance.now();
    const gapMs = nowMs - answeredAtMs;
    answeredAtMs = nowMs;
    if (gapMs > settings.leaseMs) deps.onLapsed();
  };
  const enlist = () => workers.enlist(workerId, role);
  // Side by side: they are in different slots, and one primary that is away must not silence a heartbeat on another.
  const tasks = [oneAtATime(send, onFailure), oneAtATime(enlist, onFailure)];

  return {
    async start() {
      await send();
      await enlist();
      timer = setInterval(() => {
        for (const task of tasks) task();
      }, settings.heartbeatMs);
    },
    sendNow: send,
    stop() {
      clearInterval(timer);
    },
  };
}

/** Starts a task unless it still runs: while Redis is away they would pile up, and come as a burst afterwards. */
function oneAtATime(task: () => Promise<void>, onFailure: (error: unknown) => void): () => void {
  let isRunning = false;
  return () => {
    if (isRunning) return;
    isRunning = true;
    task()
      .catch(onFailure)
      .finally(() => {
        isRunning = false;
      });
  };
}
