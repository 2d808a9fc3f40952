import { COACH_QUEUE, type CoachJob, coachJobId, coachJobOptions } from "@frontrow/protocol/coach-job";
import type { RedisClient, RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { Queue } from "bullmq";

/** Orders a language model's words for prompts: jobs for the jobs service. */
export interface CoachOrders {
  /** Repeated orders for a prompt, a desk and a language are one job. If an order is lost, the rule's words stay. */
  order(job: CoachJob): void;
  close(): Promise<void>;
}

/** Orders that wait while Redis is away; later ones are dropped, as their prompts will be over. */
const MAX_WAITING = 200;

export function createCoachOrders(redis: RedisConnection, onError: (error: unknown) => void): CoachOrders {
  let opened: { readonly queue: Queue<CoachJob>; readonly client: RedisClient } | undefined;
  let waiting = 0;

  /** Made at the first order: most gateways never see a desk that wants a model. */
  function queue(): Queue<CoachJob> {
    if (opened) return opened.queue;
    const client = redis.duplicate();
    opened = { client, queue: new Queue<CoachJob>(COACH_QUEUE, { connection: client, prefix: keys.queue("coach") }) };
    // The connection logs its failures itself, and commands wait for it.
    opened.queue.on("error", () => {});
    return opened.queue;
  }

  return {
    order(job) {
      if (waiting >= MAX_WAITING) return;
      waiting += 1;
      const added = queue().add("word", job, { ...coachJobOptions, jobId: coachJobId(job) });
      const done = () => {
        waiting -= 1;
      };
      added.catch(onError).finally(done);
    },
    async close() {
      await opened?.queue.close();
      opened?.client.disconnect();
    },
  };
}
