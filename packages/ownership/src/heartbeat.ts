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
  const { role, workerId, workers, settings } = deps;
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  let isBeating = false;
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

  const tick = (): void => {
    // One at a time: while Redis is away beats would pile up, and come as a burst afterwards.
    if (isBeating) return;
    isBeating = true;
    beat()
      .catch(deps.onFailure)
      .finally(() => {
        isBeating = false;
      });
  };

  return {
    async start() {
      await beat();
      timer = setInterval(tick, settings.beatMs);
    },
    now: beat,
    stop() {
      clearInterval(timer);
    },
  };
}
