/** Decides when checkpoints are written, for all sessions of a worker: one timer, and nothing that grows with them. */
export interface CheckpointPace {
  readonly name: "checkpoint-pace";
  start(): Promise<void>;
  /** Begins no more tasks. Those that have begun are their sessions' to wait for. */
  stop(): Promise<void>;
  /** Runs the task once, an interval from now, or later when the worker is loaded. The task must not reject. */
  due(task: () => Promise<void>): void;
}

export interface PaceSettings {
  readonly intervalMs: number;
  /** Most tasks that begin in a step: what bounds the share of checkpoints in a loaded worker's time. */
  readonly perStep?: number;
  /** Most tasks under way: what bounds them when Redis is slow. */
  readonly atOnce?: number;
}

const STEP_MS = 25;
/** With about 30 µs a checkpoint, 4,000 a second take an eighth of a core; beyond, sessions wait longer for theirs. */
const PER_STEP = 100;
const AT_ONCE = 256;

interface Waiting {
  readonly dueMs: number;
  readonly task: () => Promise<void>;
}

export function createCheckpointPace({ intervalMs, perStep = PER_STEP, atOnce = AT_ONCE }: PaceSettings): CheckpointPace {
  // All wait equally long, so the first in is the first due.
  let queue: Waiting[] = [];
  let head = 0;
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const begin = (task: () => Promise<void>): void => {
    running++;
    void task().finally(() => {
      running--;
    });
  };

  const step = (): void => {
    const nowMs = performance.now();
    for (let begun = 0; begun < perStep && running < atOnce; begun++) {
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
    name: "checkpoint-pace",
    async start() {
      timer = setInterval(step, Math.min(STEP_MS, Math.max(1, intervalMs)));
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      queue = [];
      head = 0;
    },
    due(task) {
      if (!stopped) queue.push({ dueMs: performance.now() + intervalMs, task });
    },
  };
}
