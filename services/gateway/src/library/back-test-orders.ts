import { createJobQueue } from "@frontrow/ownership/job-queue";
import { BACK_TEST_QUEUE, type BackTestJob, backTestJobId, backTestJobOptions } from "@frontrow/protocol/back-test-job";
import type { RedisConnection } from "@frontrow/redis/client";

/** Orders trials of rules: jobs for the jobs service. */
export interface BackTestOrders {
  /** Repeated orders for a trial are one job. */
  order(job: BackTestJob): Promise<void>;
  close(): Promise<void>;
}

export function createBackTestOrders(redis: RedisConnection): BackTestOrders {
  const queue = createJobQueue<BackTestJob>(redis, { name: "backTest", queue: BACK_TEST_QUEUE });
  return {
    order: (job) => queue.add("try", job, { ...backTestJobOptions, jobId: backTestJobId(job) }),
    close: () => queue.close(),
  };
}
