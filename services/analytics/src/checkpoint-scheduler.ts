import { AdaptiveInterval } from "@frontrow/runtime/adaptive-interval";

/** Decides when checkpoints are written: one timer for all sessions of a worker. */
export interface CheckpointScheduler {
  readonly name: "checkpoint-scheduler";
  start(): Promise<void>;
  /** Begins no more tasks. Those that have begun are their sessions' to wait for. */
  stop(): Promise<void>;
  /** Runs the task once, an interval from now, or up to four while checkpoints are many. The task must not reject. */
  schedule(task: () => Promise<void>): void;
  /** Runs the task at once, as if its time had come: somebody waits for it. */
  run(task: () => Promise<void>): void;
}

export interface SchedulerSettings {
  readonly intervalMs: number;
  /** Most tasks that begin in a step: bounds the share of checkpoints in a loaded worker's time. */
  readonly maxPerStep?: number;
  /** Most tasks under way: bounds them when Redis is slow. */
  readonly maxConcurrent?: number;
}

const STEP_MS = 25;
/** A checkpoint costs analytics, Redis and gateways some 240 µs together: at this rate an eighth of a core (docs/performance.md). */
const MANY_PER_SECOND = 500;
/** 4,000 checkpoints a second, at about 30 µs each an eighth of a core; beyond, sessions wait longer for theirs. */
const MAX_PER_STEP = 100;
const MAX_CONCURRENT = 256;

interface Waiting {
  readonly dueMs: number;
  readonly task: () => Promise<void>;
}

export function createCheckpointScheduler({
  intervalMs,
  maxPerStep = MAX_PER_STEP,
  maxConcurrent = MAX_CONCURRENT,
}: SchedulerSettings): CheckpointScheduler {
  const interval = new AdaptiveInterval({ shortestMs: intervalMs, manyPerSecond: MANY_PER_SECOND });
  // The first in is the first due; only when the interval has become shorter does one wait behind another that is due later.
  let queue: Waiting[] = [];
  let head = 0;
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const begin = (task: () => Promise<void>): void => {
    running++;
    interval.onUse(performance.now());
    void task().finally(() => {
      running--;
    });
  };

  const step = (): void => {
    const nowMs = performance.now();
    for (let begun = 0; begun < maxPerStep && running < maxConcurrent; begun++) {
      const first = queue[head];
      if (!first || first.dueMs > nowMs) break;
      head++;
      begin(first.task);
    }
    if (head > 1_000 && head * 2 > queue.length) {
      queue = queue.slice(head);
      head = 0;
    }
  };

  return {
    name: "checkpoint-scheduler",
    async start() {
      timer = setInterval(step, Math.min(STEP_MS, Math.max(1, intervalMs)));
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      queue = [];
      head = 0;
    },
    schedule(task) {
      if (!isStopped) queue.push({ dueMs: performance.now() + interval.ms, task });
    },
    run(task) {
      if (!isStopped) begin(task);
    },
  };
}
