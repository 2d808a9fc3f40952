import { createJobQueue } from "@frontrow/ownership/job-queue";
import { COACH_QUEUE, type CoachJob, coachJobId, coachJobOptions } from "@frontrow/protocol/coach-job";
import type { RedisConnection } from "@frontrow/redis/client";

/** Orders a language model's words for prompts: jobs for the jobs service. */
export interface CoachOrders {
  /** Repeated orders for a prompt, a desk and a language are one job. If an order is lost, the rule's words stay. */
  order(job: CoachJob): void;
  close(): Promise<void>;
}

/** Orders that wait while Redis is away; later ones are dropped, as their prompts will be over. */
const MAX_WAITING = 200;

export function createCoachOrders(redis: RedisConnection, onError: (error: unknown) => void): CoachOrders {
  const queue = createJobQueue<CoachJob>(redis, { name: "coach", queue: COACH_QUEUE });
  let waiting = 0;

  return {
    order(job) {
      if (waiting >= MAX_WAITING) return;
      waiting += 1;
      const added = queue.add("word", job, { ...coachJobOptions, jobId: coachJobId(job) });
      const done = () => {
        waiting -= 1;
      };
      added.catch(onError).finally(done);
    },
    close: () => queue.close(),
  };
}
