import { BACK_TEST_QUEUE, type BackTestJob, backTestJobId, backTestJobOptions } from "@frontrow/protocol/back-test-job";
import type { RedisClient, RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { Queue } from "bullmq";

/** Orders trials of rules: jobs for the jobs service. */
export interface BackTestOrders {
  /** Repeated orders for a trial are one job. */
  order(job: BackTestJob): Promise<void>;
  close(): Promise<void>;
}

export function createBackTestOrders(redis: RedisConnection): BackTestOrders {
  let opened: { readonly queue: Queue<BackTestJob>; readonly client: RedisClient } | undefined;

  /** Made at the first order: most gateways see none. */
  function queue(): Queue<BackTestJob> {
    if (opened) return opened.queue;
    const client = redis.duplicate();
    opened = { client, queue: new Queue<BackTestJob>(BACK_TEST_QUEUE, { connection: client, prefix: keys.queue("backTest") }) };
    // The connection logs its failures itself, and commands wait for it.
    opened.queue.on("error", () => {});
    return opened.queue;
  }

  return {
    async order(job) {
      await queue().add("try", job, { ...backTestJobOptions, jobId: backTestJobId(job) });
    },
    async close() {
      await opened?.queue.close();
      opened?.client.disconnect();
    },
  };
}
