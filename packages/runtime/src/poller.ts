import { setTimeout as sleep } from "node:timers/promises";

export interface PollerOptions {
  /** Pause after the end of one poll and before the next, in milliseconds, however long a poll took. */
  readonly pauseMs: number;
  /** Also pauses before the first poll. */
  readonly pausesFirst?: boolean;
  poll(): Promise<void>;
  /** Called with what a poll threw; polling goes on. */
  onError(error: unknown): void;
}

export interface Poller {
  start(): void;
  /** Polls no more; resolves when the poll under way has ended. */
  stop(): Promise<void>;
}

/** Does something again and again, one poll at a time. Waiting for the next poll does not keep the process alive. */
export function createPoller({ pauseMs, pausesFirst = false, poll, onError }: PollerOptions): Poller {
  const stopping = new AbortController();
  const { signal } = stopping;
  let polling: Promise<void> = Promise.resolve();

  const pause = () => sleep(pauseMs, undefined, { signal, ref: false }).catch(() => {});

  const run = async (): Promise<void> => {
    if (pausesFirst) await pause();
    while (!signal.aborted) {
      try {
        await poll();
      } catch (error) {
        onError(error);
      }
      await pause();
    }
  };

  return {
    start() {
      polling = run();
    },
    async stop() {
      stopping.abort();
      await polling;
    },
  };
}
