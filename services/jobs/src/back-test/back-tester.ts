import { performance } from "node:perf_hooks";
import type { ObjectStore } from "@frontrow/blob/object-store";
import { BACK_TEST_QUEUE, type BackTestJob, backTestJobSchema } from "@frontrow/protocol/back-test-job";
import type { RedisConnection } from "@frontrow/redis/client";
import { createLogStore } from "@frontrow/redis/log";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { createRuleStore } from "@frontrow/redis/rules";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import { counter, histogram, type MetricsRegistry } from "@frontrow/runtime/metrics";
import type { Job } from "bullmq";
import { createJobWorker, doubling } from "../job-worker.ts";
import { type BackTestDeps, backTest } from "./back-test.ts";

export interface BackTesterDeps {
  readonly redis: RedisConnection;
  readonly blob: ObjectStore;
  readonly logger: Pick<Logger, "warn">;
  readonly registry: MetricsRegistry;
}

/** Trials of one process at the same time: each keeps a core busy. */
const CONCURRENCY = 2;
const BACKOFF = { firstMs: 1_000, maxMs: 10_000 };
const BUCKETS_SECONDS = [0.05, 0.2, 1, 5, 20, 60, 300];

/** Does the jobs that ask for a rule to be tried. One whose last try fails is said to have failed, counted and logged. */
export function createBackTester({ redis, blob, logger, registry }: BackTesterDeps): Component {
  const { client } = redis;
  const recordings = createRecordingStore(client);
  const rules = createRuleStore(client);
  const storage = { blob, growing: { read: recordings.read, log: createLogStore(client) } };
  const deps: BackTestDeps = { rules, recordings, storage, now: () => performance.now() };
  const jobs = counter(registry, {
    name: "frontrow_back_tests_total",
    help: "Alert rules that were tried on a desk's recordings, by how that ended.",
    labels: ["outcome"],
  });
  const seconds = histogram(registry, {
    name: "frontrow_back_test_seconds",
    help: "How long a trial of an alert rule took.",
    buckets: BUCKETS_SECONDS,
  });

  async function process(job: Job, signal: AbortSignal): Promise<void> {
    const asked = backTestJobSchema.safeParse(job.data);
    if (!asked.success) return jobs.inc({ outcome: "refused" });
    const end = seconds.startTimer();
    try {
      jobs.inc({ outcome: await backTest(deps, asked.data, signal) });
    } catch (error) {
      if (!signal.aborted && job.attemptsMade + 1 >= (job.opts.attempts ?? 1)) await giveUp(error, asked.data);
      throw error;
    } finally {
      end();
    }
  }

  async function giveUp(err: unknown, { deskId, backTestId }: BackTestJob): Promise<void> {
    jobs.inc({ outcome: "failed" });
    logger.warn({ err }, "a rule could not be tried");
    await rules.writeTest(deskId, { backTestId, state: "failed", done: 0, total: 0, recordings: [] });
  }

  return createJobWorker({
    name: "backTest",
    queue: BACK_TEST_QUEUE,
    redis,
    concurrency: CONCURRENCY,
    retryDelayMs: doubling(BACKOFF),
    process,
  });
}
