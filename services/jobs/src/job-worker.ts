import { forceDisconnect, type RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { type Backoff, backoffMs } from "@frontrow/runtime/backoff";
import { endsBefore } from "@frontrow/runtime/deadline";
import type { Component } from "@frontrow/runtime/lifecycle";
import { type Job, Worker } from "bullmq";

export interface JobWorkerDeps {
  /** Of the component, and of the queue's keys. */
  readonly name: string;
  readonly queue: string;
  readonly redis: RedisConnection;
  /** Jobs done at the same time. */
  readonly concurrency: number;
  /** How long a process may not renew its lock on a job before another takes the job, which happens within as long again. Half a minute without it. */
  readonly lockMs?: number;
  /** How often a job may be begun again whose process died, before it is given up. */
  readonly maxStalledCount?: number;
  /** Milliseconds before the next try, after `tries` of them. */
  retryDelayMs(tries: number, error: unknown): number;
  /** Does one job; its signal is aborted when the process stops. */
  process(job: Job, signal: AbortSignal): Promise<void>;
}

const LOCK_MS = 30_000;

/** Delays before a next try, which double with each. */
export const doubling =
  (backoff: Backoff) =>
  (tries: number): number =>
    Math.round(backoffMs(Math.max(0, tries - 1), backoff));

/** Takes the jobs of one queue. Those under way at the stop are given up: another process does them again. */
export function createJobWorker(deps: JobWorkerDeps): Component {
  const { name, queue, redis, concurrency, lockMs = LOCK_MS, maxStalledCount = 1, retryDelayMs } = deps;
  const stopping = new AbortController();
  let running: ReturnType<typeof open> | undefined;

  function open() {
    const [connection, blocking] = [redis.duplicate(), redis.duplicate()];
    const worker = new Worker(queue, (job) => deps.process(job, stopping.signal), {
      // BullMQ waits for jobs on a copy of its own, and leaves the one that it was given open: both are ours to end.
      connection: Object.assign(connection, { duplicate: () => blocking }),
      prefix: keys.queue(name),
      concurrency,
      lockDuration: lockMs,
      stalledInterval: lockMs,
      maxStalledCount,
      settings: { backoffStrategy: (tries, _type, error) => retryDelayMs(tries, error) },
    });
    // Nothing to do: the connections log their failures, and the worker takes jobs again when Redis is back.
    worker.on("error", () => {});
    const close = () => {
      for (const client of [blocking, connection]) forceDisconnect(client);
      worker.close(true).catch(() => {});
    };
    return { worker, close };
  }

  return {
    name,
    async start() {
      running = open();
    },
    async stop(deadline) {
      stopping.abort();
      if (!running) return;
      await endsBefore(running.worker.close(), deadline);
      running.close();
    },
  };
}
