import { COACH_QUEUE, coachJobSchema } from "@frontrow/protocol/coach-job";
import type { RedisConnection } from "@frontrow/redis/client";
import { endForGood } from "@frontrow/redis/end-for-good";
import { keys } from "@frontrow/redis/keys";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import { counter, histogram, latencyBucketsSeconds, type MetricsRegistry } from "@frontrow/runtime/metrics";
import { type Job, UnrecoverableError, Worker } from "bullmq";
import { backOffMs } from "./back-off.ts";
import { CoachFailure } from "./coach-model.ts";
import { type WordPromptDeps, wordPrompt } from "./word-prompt.ts";

export interface CoachDeps extends WordPromptDeps {
  readonly redis: RedisConnection;
  readonly logger: Logger;
  readonly registry: MetricsRegistry;
  /** Prompts worded together. */
  readonly concurrency: number;
  /** A job whose process says nothing for so long is given to another, at the latest after as long again. */
  readonly lockMs?: number;
}

/** Well over the model's time-out: a busy process is not taken for a dead one. */
const LOCK_MS = 10_000;

/**
 * Takes the jobs that ask for a language model's words. A job that fails is tried again, as often as it was placed for; when
 * that was the last time it is counted and logged once, and the rule's words stand. Jobs are taken without a model too, and
 * end at once: nobody else would empty the queue.
 */
export function createCoach(deps: CoachDeps): Component {
  const { redis, logger, registry, concurrency, lockMs = LOCK_MS } = deps;
  const jobs = counter(registry, {
    name: "frontrow_coach_jobs_total",
    help: "Prompts that a language model was to word, by how that ended.",
    labels: ["outcome"],
  });
  const seconds = histogram(registry, {
    name: "frontrow_coach_try_seconds",
    help: "How long one try to have a prompt worded took.",
    buckets: latencyBucketsSeconds,
  });
  const stopping = new AbortController();
  let line: { worker: Worker; close(): void } | undefined;

  async function process(job: Job): Promise<void> {
    const end = seconds.startTimer();
    try {
      const asked = coachJobSchema.safeParse(job.data);
      if (!asked.success) throw new CoachFailure("refused", "the job is not one that we know");
      jobs.inc({ outcome: await wordPrompt(deps, asked.data, job.attemptsStarted, stopping.signal) });
    } catch (error) {
      throw afterFailure(job, error);
    } finally {
      end();
    }
  }

  /** What BullMQ is told: an error that it tries again after, or one that ends the job. */
  function afterFailure(job: Job, error: unknown): unknown {
    const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1) || (error instanceof CoachFailure && !error.mayPass);
    if (!isLast) return error;
    const reason = error instanceof CoachFailure ? error.reason : "failed";
    jobs.inc({ outcome: reason });
    logger.warn({ err: error, reason, jobId: job.id, tries: job.attemptsMade + 1 }, "a prompt keeps the words of its rule");
    return new UnrecoverableError(reason);
  }

  function openLine() {
    const [connection, blocking] = [redis.duplicate(), redis.duplicate()];
    const worker = new Worker(COACH_QUEUE, process, {
      // BullMQ waits for jobs on a copy of its own, and leaves the one that it was given open: both are ours to end.
      connection: Object.assign(connection, { duplicate: () => blocking }),
      prefix: keys.queue("coach"),
      concurrency,
      lockDuration: lockMs,
      stalledInterval: lockMs,
      settings: { backoffStrategy: (tries, _type, error) => backOffMs(tries, error) },
    });
    // The connections log their failures themselves, and jobs are taken again when Redis is back.
    worker.on("error", () => {});
    const close = () => {
      for (const client of [blocking, connection]) endForGood(client);
      worker.close(true).catch(() => {});
    };
    return { worker, close };
  }

  return {
    name: "coach",
    async start() {
      line = openLine();
    },
    async stop(deadline) {
      // Whom the model has not answered yet somebody else asks again.
      stopping.abort();
      const aborted = new Promise((resolve) => deadline.addEventListener("abort", resolve, { once: true }));
      await Promise.race([line?.worker.close(), aborted]);
      line?.close();
    },
  };
}
