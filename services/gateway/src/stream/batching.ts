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
  /** Entries with events. */
  events = 0;
  /** In the window before; 0 when it had nothing then. */
  charsBefore = 0;
  eventsBefore = 0;
}

/** An entry of a session, for the policy. */
export interface Delivery {
  readonly chars: number;
  readonly listeners: number;
  /** It holds what people say, and not numbers about it. */
  readonly isEvents?: boolean;
  /** Others of its session wait already, so it costs no write of its own. */
  readonly isJoining?: boolean;
}

/** Decides whether a session's entries wait for each other, so that several go out in one write, and until when. */
export interface BatchingPolicy {
  /** Counts an entry, and tells whether it is to wait. One that is not takes with it those that wait. */
  isBatching(load: SessionLoad, delivery: Delivery): boolean;
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
/** What one write to a socket takes, as measured: 10 to 15 µs. */
const WRITE_MS = 0.012;
/** Share of the process's work that writes must be: where something else keeps it busy, batching would save nothing and delay all. */
const WRITES_SHARE = 0.1;
const WINDOW_MS = 500;
/** A session is part of the load when it writes this much of what sessions write on average. */
const PART_OF_MEAN = 0.5;

/**
 * Batches the entries of sessions with many sockets; and while the process is busy with writing, of those sessions that make it
 * so: two entries in one write cost half, as most of what fan-out costs is the write itself. Of these, events that come less often
 * than batches go out do not wait, as nothing would join them: numbers wait, and go with them. Otherwise an entry goes out at once, so
 * a quiet session does not wait for a loud neighbour, nor anybody for an attack. One timer serves all sessions.
 */
export function createBatchingPolicy(options: Options): BatchingPolicy {
  const { intervalMs, minSockets, now = () => performance.now(), utilization = utilizationSinceLastCall() } = options;
  let waiting: Batched[] = [];
  let windowBeganAtMs = now();
  let window = 1;
  /** Of the open window; `writes` as if no entry waited, of which `saved` were not made. */
  let total = { chars: 0, sessions: 0, writes: 0, saved: 0 };
  /** What a session must have written in the last window to be batched; none is while the process has time. */
  let minChars = Number.POSITIVE_INFINITY;

  function beginWindow(nowMs: number): void {
    const mean = total.chars / Math.max(1, total.sessions);
    const elapsedMs = nowMs - windowBeganAtMs;
    // As if no entry waited: a process that batching makes idle would else stop, be busy, and begin again.
    const utilized = Math.min(1, utilization() + (total.saved * WRITE_MS) / elapsedMs);
    const isBusyWriting = utilized > BUSY_UTILIZATION && total.writes * WRITE_MS > utilized * elapsedMs * WRITES_SHARE;
    minChars = isBusyWriting ? mean * PART_OF_MEAN : Number.POSITIVE_INFINITY;
    // Nothing was written for a whole window: what was before says nothing of now.
    window += elapsedMs > 2 * WINDOW_MS ? 2 : 1;
    windowBeganAtMs = nowMs;
    total = { chars: 0, sessions: 0, writes: 0, saved: 0 };
  }

  function add(load: SessionLoad, { chars, listeners, isEvents, isJoining }: Delivery): void {
    if (load.window !== window) {
      const isNext = load.window === window - 1;
      load.charsBefore = isNext ? load.chars : 0;
      load.eventsBefore = isNext ? load.events : 0;
      load.chars = 0;
      load.events = 0;
      load.window = window;
      total.sessions += 1;
    }
    load.chars += chars * listeners;
    if (isEvents) load.events += 1;
    total.chars += chars * listeners;
    total.writes += listeners;
    if (isJoining) total.saved += listeners;
  }

  function flushAll(): void {
    const due = waiting;
    waiting = [];
    for (const each of due) each.flush();
  }

  return {
    isBatching(load, delivery) {
      const nowMs = now();
      if (nowMs >= windowBeganAtMs + WINDOW_MS) beginWindow(nowMs);
      add(load, delivery);
      if (delivery.listeners >= minSockets) return true;
      const isLoud = load.charsBefore > 0 && load.charsBefore >= minChars;
      return isLoud && !(delivery.isEvents && load.eventsBefore * intervalMs <= WINDOW_MS);
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
