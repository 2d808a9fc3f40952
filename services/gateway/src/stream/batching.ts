import { performance } from "node:perf_hooks";

/** Something whose entries wait for each other. */
export interface Batched {
  flush(): void;
}

/** Decides whether a session's entries wait for each other, so that several go out in one write, and until when. */
export interface BatchingPolicy {
  isBatching(listeners: number): boolean;
  /** Calls `flush` of each that was scheduled, all in one go, after the batching interval. */
  scheduleFlush(batched: Batched): void;
}

interface Options {
  /** Longest time that an entry waits. */
  readonly intervalMs: number;
  /** Number of sockets from which a session is always batched. */
  readonly minSockets: number;
  readonly now?: () => number;
  /** Fraction of the time (0 to 1) that this process was at work since the last call. */
  readonly utilization?: () => number;
}

/** Utilization from which the cost of a write matters more than a tenth of a second. */
const BUSY_UTILIZATION = 0.3;
const MEASURE_INTERVAL_MS = 500;

/**
 * Batches the entries of sessions with many sockets, and of all sessions while the process is busy: two entries in one
 * write cost half, as most of what fan-out costs is the write itself. Otherwise an entry goes out at once. One timer
 * serves all sessions.
 */
export function createBatchingPolicy(options: Options): BatchingPolicy {
  const { intervalMs, minSockets, now = () => performance.now(), utilization = utilizationSinceLastCall() } = options;
  let measuredAtMs = now();
  let isBusy = false;
  let waiting: Batched[] = [];

  function flushAll(): void {
    const due = waiting;
    waiting = [];
    for (const each of due) each.flush();
  }

  return {
    isBatching(listeners) {
      if (now() - measuredAtMs > MEASURE_INTERVAL_MS) {
        measuredAtMs = now();
        isBusy = utilization() > BUSY_UTILIZATION;
      }
      return isBusy || listeners >= minSockets;
    },
    scheduleFlush(batched) {
      if (waiting.length === 0) setTimeout(flushAll, intervalMs);
      waiting.push(batched);
    },
  };
}

function utilizationSinceLastCall(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const current = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(current, last);
    last = current;
    return utilization;
  };
}
