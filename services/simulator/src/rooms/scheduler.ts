import type { Logger } from "@frontrow/runtime/logger";

export interface Task {
  /** Runs it at the next tick, whenever it was due. */
  wake(): void;
  cancel(): void;
}

/**
 * Runs many recurring tasks from one timer.
 *
 * A thousand creators cost one wake-up a tick rather than a thousand timers, and stopping the one timer stops everything.
 */
export interface Scheduler {
  /** @param run gives the time until it wants to run again; undefined ends the task */
  add(run: (nowMs: number) => number | undefined, delayMs?: number): Task;
  start(): void;
  stop(): void;
}

const TICK_MS = 20;
/** Tasks that are due within the same tick share a slot; no delay is longer than one turn of the wheel. */
const SLOTS = 512;
const MAX_DELAY_MS = TICK_MS * (SLOTS - 1);

interface Entry {
  readonly run: (nowMs: number) => number | undefined;
  slot: number;
  isCancelled: boolean;
}

/** @param deps.now the wall clock that tasks are given; the wheel itself turns by a monotonic one */
export function createScheduler(deps: { now: () => number; logger: Pick<Logger, "error"> }): Scheduler {
  const wheel = Array.from({ length: SLOTS }, () => new Set<Entry>());
  const slotAt = (tick: number): Set<Entry> => wheel[tick % SLOTS] as Set<Entry>;
  const currentTick = (): number => Math.floor(performance.now() / TICK_MS);
  let timer: NodeJS.Timeout | undefined;
  let tick = currentTick();

  const place = (entry: Entry, delayMs: number): void => {
    entry.slot = tick + Math.max(1, Math.ceil(Math.min(delayMs, MAX_DELAY_MS) / TICK_MS));
    slotAt(entry.slot).add(entry);
  };

  const run = (entry: Entry): void => {
    if (entry.isCancelled) return;
    try {
      const delayMs = entry.run(deps.now());
      if (delayMs !== undefined && !entry.isCancelled) place(entry, delayMs);
    } catch (err) {
      // A broadcast that fails is over; the others go on.
      deps.logger.error({ err }, "a simulated broadcast failed and is silent from now on");
    }
  };

  const advance = (): void => {
    const target = currentTick();
    // After a long pause one turn of the wheel meets every task.
    tick = Math.max(tick, target - SLOTS);
    while (tick < target) {
      tick += 1;
      const due = slotAt(tick);
      if (due.size === 0) continue;
      const entries = [...due];
      due.clear();
      for (const entry of entries) run(entry);
    }
  };

  return {
    add(runTask, delayMs = 0) {
      const entry: Entry = { run: runTask, slot: 0, isCancelled: false };
      place(entry, delayMs);
      return {
        wake() {
          if (slotAt(entry.slot).delete(entry)) place(entry, 0);
        },
        cancel() {
          entry.isCancelled = true;
          slotAt(entry.slot).delete(entry);
        },
      };
    },
    start() {
      timer ??= setInterval(advance, TICK_MS);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      for (const slot of wheel) slot.clear();
    },
  };
}
