import type { WorkerId } from "@frontrow/protocol/ids";
import type { Role } from "@frontrow/protocol/session";
import type { WorkerStore } from "@frontrow/redis/workers";
import type { Settings } from "./settings.ts";

export interface HeartbeatDeps {
  readonly role: Role;
  readonly workerId: WorkerId;
  readonly workers: WorkerStore;
  readonly settings: Pick<Settings, "beatMs" | "leaseMs" | "capacity">;
  owned(): number;
  isDraining(): boolean;
  /** The last beat that Redis took is longer ago than a lease: others may have taken over, so look before going on. */
  onOverslept(): void;
  onFailure(error: unknown): void;
}

/** A worker's one sign of life for all that it owns. */
export interface Heartbeat {
  /** Beats once, so that a claim is never made by a worker without a sign of life, and then goes on. */
  start(): Promise<void>;
  /** Beats at once: something that others should know has changed. */
  now(): Promise<void>;
  stop(): void;
}

export function createHeartbeat(deps: HeartbeatDeps): Heartbeat {
  const { role, workerId, workers, settings, onFailure } = deps;
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  let takenAtMs = Number.POSITIVE_INFINITY;

  const beat = async (): Promise<void> => {
    count += 1;
    await workers.beat(workerId, {
      role,
      beat: String(count),
      owned: deps.owned(),
      capacity: settings.capacity,
      draining: deps.isDraining(),
    });
    const nowMs = performance.now();
    const gapMs = nowMs - takenAtMs;
    takenAtMs = nowMs;
    if (gapMs > settings.leaseMs) deps.onOverslept();
  };
  const enlist = () => workers.enlist(workerId, role);
  // Side by side: they are in different slots, and one primary that is away must not silence a heartbeat on another.
  const tasks = [oneAtATime(beat, onFailure), oneAtATime(enlist, onFailure)];

  return {
    async start() {
      await beat();
      await enlist();
      timer = setInterval(() => {
        for (const task of tasks) task();
      }, settings.beatMs);
    },
    now: beat,
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
