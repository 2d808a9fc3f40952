import { AdaptiveInterval } from "@frontrow/runtime/adaptive-interval";

type Task = () => Promise<void>;

/** Decides when checkpoints are written: one timer for all sessions of a worker. */
export interface CheckpointScheduler {
  readonly name: "checkpoint-scheduler";
  start(): Promise<void>;
  /** Begins no more tasks. Those that have begun are their sessions' to wait for. */
  stop(): Promise<void>;
  /**
   * Runs the task once, an interval from now; while many run, not before two or four intervals are over since `lastMs`, when the
   * session's last task began. Later when the worker is loaded. The task must not reject. Times are of the monotonic clock.
   */
  schedule(task: Task, lastMs: number): void;
  /** Runs the task at once, as if its time had come: somebody waits for it. */
  run(task: Task): void;
}

export interface SchedulerSettings {
  readonly intervalMs: number;
  /** Most tasks that begin in a step: bounds the share of checkpoints in a loaded worker's time. */
  readonly maxPerStep?: number;
  /** Most tasks under way: bounds them when Redis is slow. */
  readonly maxConcurrent?: number;
}

const STEP_MS = 25;
/** A checkpoint costs analytics, Redis and gateways some 240 µs together: an eighth of a core at this rate (docs/performance-history.md). */
const MANY_PER_SECOND = 500;
/** 4,000 checkpoints a second, at about 30 µs of the worker's own an eighth of its core; beyond, sessions wait longer for theirs. */
const MAX_PER_STEP = 100;
const MAX_CONCURRENT = 256;

export function createCheckpointScheduler({
  intervalMs,
  maxPerStep = MAX_PER_STEP,
  maxConcurrent = MAX_CONCURRENT,
}: SchedulerSettings): CheckpointScheduler {
  const interval = new AdaptiveInterval({ shortestMs: intervalMs, manyPerSecond: MANY_PER_SECOND });
  const stepMs = Math.min(STEP_MS, Math.max(1, intervalMs));
  const originMs = performance.now();
  /** By the step at which they are due, counted from the origin. */
  const waiting = new Map<number, Task[]>();
  let nextStep = 0;
  /** Due, the first due first. */
  const due: Task[] = [];
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const begin = (task: Task): void => {
    running++;
    interval.record(performance.now());
    void task().finally(() => {
      running--;
    });
  };

  const collectDue = (): void => {
    const now = Math.floor((performance.now() - originMs) / stepMs);
    for (; nextStep <= now; nextStep++) {
      for (const task of waiting.get(nextStep) ?? []) due.push(task);
      waiting.delete(nextStep);
    }
  };

  const step = (): void => {
    collectDue();
    for (const task of due.splice(0, Math.min(maxPerStep, maxConcurrent - running))) begin(task);
  };

  return {
    name: "checkpoint-scheduler",
    async start() {
      timer = setInterval(step, stepMs);
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      waiting.clear();
      due.length = 0;
    },
    schedule(task, lastMs) {
      if (isStopped) return;
      const dueMs = Math.max(performance.now() + intervalMs, lastMs + interval.ms);
      const dueStep = Math.max(nextStep, Math.ceil((dueMs - originMs) / stepMs));
      const tasks = waiting.get(dueStep);
      if (tasks) tasks.push(task);
      else waiting.set(dueStep, [task]);
    },
    run(task) {
      if (!isStopped) begin(task);
    },
  };
}
