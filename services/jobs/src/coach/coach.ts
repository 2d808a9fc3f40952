import { COACH_QUEUE, coachJobSchema } from "@frontrow/protocol/coach-job";
import type { RedisConnection } from "@frontrow/redis/client";
import { backoffMs } from "@frontrow/runtime/backoff";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import { counter, histogram, latencyBucketsSeconds, type MetricsRegistry } from "@frontrow/runtime/metrics";
import { type Job, UnrecoverableError } from "bullmq";
import { createJobWorker } from "../job-worker.ts";
import { CoachFailure } from "./model.ts";
import { type WordPromptDeps, wordPrompt } from "./word-prompt.ts";

export interface CoachDeps extends WordPromptDeps {
  readonly redis: RedisConnection;
  readonly logger: Logger;
  readonly registry: MetricsRegistry;
  /** Prompts worded at the same time. */
  readonly concurrency: number;
  /** How long a process may not renew its lock on a job before another takes the job, which happens within as long again. */
  readonly lockMs?: number;
}

/** Longer than the model's time-out, so that a busy process does not pass for a dead one. */
const LOCK_MS = 10_000;

/** Delay before the first retry; it doubles with each. */
const BACKOFF = { firstMs: 1_000, maxMs: 60_000 };

/** Milliseconds before the next try, after `tries` of them: the back-off, but no less than the endpoint asked for. */
export function retryDelayMs(tries: number, error: unknown, random: () => number = Math.random): number {
  const askedMs = error instanceof CoachFailure ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(askedMs, Math.round(backoffMs(Math.max(0, tries - 1), BACKOFF, random)));
}

/**
 * Does the jobs that ask for a language model's words. A job that fails is tried again, up to the attempts that it was queued
 * with; a failure of the last attempt is counted and logged once, and the rule's words stand. Without a model jobs are taken
 * too, and end at once: nobody else would empty the queue.
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

  async function process(job: Job, signal: AbortSignal): Promise<void> {
    const end = seconds.startTimer();
    try {
      const asked = coachJobSchema.safeParse(job.data);
      if (!asked.success) throw new CoachFailure("refused", "the job is not one that we know");
      jobs.inc({ outcome: await wordPrompt(deps, asked.data, job.attemptsStarted, signal) });
    } catch (error) {
      throw afterFailure(job, error);
    } finally {
      end();
    }
  }

  /** The error for BullMQ: one after which it tries again, or one that ends the job. */
  function afterFailure(job: Job, error: unknown): unknown {
    const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1) || (error instanceof CoachFailure && !error.isRetryable);
    if (!isLast) return error;
    const reason = error instanceof CoachFailure ? error.reason : "failed";
    jobs.inc({ outcome: reason });
    logger.warn({ err: error, reason, jobId: job.id, tries: job.attemptsMade + 1 }, "a prompt keeps the words of its rule");
    return new UnrecoverableError(reason);
  }

  return createJobWorker({ name: "coach", queue: COACH_QUEUE, redis, concurrency, lockMs, retryDelayMs, process });
}
