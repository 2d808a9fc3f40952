import { performance } from "node:perf_hooks";

/** Something whose entries wait for each other. */
export interface Batched {
  flush(): void;
}

/** What a session has written lately; its channel keeps it for the policy. */
export class SessionLoad {
  /** The window that `chars` are of. */
  window = 0;
  chars = 0;
  /** In the window before; 0 when it had nothing then. */
  charsBefore = 0;
}

/** Decides whether a session's entries wait for each other, so that several go out in one write, and until when. */
export interface BatchingPolicy {
  /** Counts an entry of so many characters, and tells whether it is to wait. */
  isBatching(load: SessionLoad, chars: number, listeners: number): boolean;
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
const WINDOW_MS = 500;
/** A session is part of the load when it writes this much of what sessions write on average. */
const PART_OF_MEAN = 0.5;

/**
 * Batches the entries of sessions with many sockets; and while the process is busy, of those sessions that make it so: two
 * entries in one write cost half, as most of what fan-out costs is the write itself. Otherwise an entry goes out at once, so a
 * quiet session does not wait for a loud neighbour. One timer serves all sessions.
 */
export function createBatchingPolicy(options: Options): BatchingPolicy {
  const { intervalMs, minSockets, now = () => performance.now(), utilization = utilizationSinceLastCall() } = options;
  let waiting: Batched[] = [];
  let windowEndsAtMs = now() + WINDOW_MS;
  let window = 1;
  let total = { chars: 0, sessions: 0 };
  /** What a session must have written in the last window to be batched; none is while the process has time. */
  let minChars = Number.POSITIVE_INFINITY;

  function beginWindow(nowMs: number): void {
    const mean = total.chars / Math.max(1, total.sessions);
    minChars = utilization() > BUSY_UTILIZATION ? mean * PART_OF_MEAN : Number.POSITIVE_INFINITY;
    // Nothing was written for a whole window: what was before says nothing of now.
    window += nowMs - windowEndsAtMs > WINDOW_MS ? 2 : 1;
    windowEndsAtMs = nowMs + WINDOW_MS;
    total = { chars: 0, sessions: 0 };
  }

  function add(load: SessionLoad, chars: number): void {
    if (load.window !== window) {
      load.charsBefore = load.window === window - 1 ? load.chars : 0;
      load.chars = 0;
      load.window = window;
      total.sessions += 1;
    }
    load.chars += chars;
    total.chars += chars;
  }

  function flushAll(): void {
    const due = waiting;
    waiting = [];
    for (const each of due) each.flush();
  }

  return {
    isBatching(load, chars, listeners) {
      const nowMs = now();
      if (nowMs >= windowEndsAtMs) beginWindow(nowMs);
      add(load, chars * listeners);
      return listeners >= minSockets || (load.charsBefore > 0 && load.charsBefore >= minChars);
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
