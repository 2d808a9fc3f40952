import { performance } from "node:perf_hooks";

/** Whether a session's entries wait for each other, so that several go out in one write, and until when. */
export interface Pace {
  isGathering(listeners: number): boolean;
  /** Calls `flush` of each that was gathered, all in one go, a moment later. */
  flushLater(gathered: { flush(): void }): void;
}

interface Options {
  /** The longest wait. */
  readonly gatherMs: number;
  /** A session with so many sockets always gathers. */
  readonly crowd: number;
  readonly now?: () => number;
  /** The part of the time, 0 to 1, that this process was at work since it was asked last. */
  readonly utilization?: () => number;
}

/** From this part on, what a write costs matters more than a tenth of a second. */
const BUSY = 0.3;
const LOOK_EVERY_MS = 500;

/**
 * Most of what fan-out costs is the write itself: two entries in one write cost half. For a few sockets on a process with
 * time to spare an entry goes out at once; for a crowd, or when the process is busy, entries wait for each other. One timer
 * serves all sessions.
 */
export function createPace({ gatherMs, crowd, now = () => performance.now(), utilization = sinceLast() }: Options): Pace {
  let lookedAtMs = now();
  let isBusy = false;
  let waiting: { flush(): void }[] = [];

  function flushAll(): void {
    const due = waiting;
    waiting = [];
    for (const each of due) each.flush();
  }

  return {
    isGathering(listeners) {
      if (now() - lookedAtMs > LOOK_EVERY_MS) {
        lookedAtMs = now();
        isBusy = utilization() > BUSY;
      }
      return isBusy || listeners >= crowd;
    },
    flushLater(gathered) {
      if (waiting.length === 0) setTimeout(flushAll, gatherMs);
      waiting.push(gathered);
    },
  };
}

function sinceLast(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const current = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(current, last);
    last = current;
    return utilization;
  };
}
