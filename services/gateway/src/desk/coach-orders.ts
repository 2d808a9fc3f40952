import { COACH_QUEUE, type CoachJob, coachJobId, coachJobOptions } from "@frontrow/protocol/coach-job";
import type { RedisClient, RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { Queue } from "bullmq";

/** Where a desk asks for a language model's words. */
export interface CoachOrders {
  /** Asks once for a prompt, a desk and a language, however many sockets and gateways do. Without it the rule's words stand. */
  order(job: CoachJob): void;
  close(): Promise<void>;
}

/** While Redis is away orders wait for it; more than so many are not worth waiting for. */
const MOST_WAITING = 200;

export function createCoachOrders(redis: RedisConnection, onError: (error: unknown) => void): CoachOrders {
  let line: { readonly queue: Queue<CoachJob>; readonly client: RedisClient } | undefined;
  let waiting = 0;

  /** Made at the first order: most gateways never see a desk that wants a model. */
  function queue(): Queue<CoachJob> {
    if (line) return line.queue;
    const client = redis.duplicate();
    line = { client, queue: new Queue<CoachJob>(COACH_QUEUE, { connection: client, prefix: keys.queue("coach") }) };
    // The connection logs its failures itself, and commands wait for it.
    line.queue.on("error", () => {});
    return line.queue;
  }

  return {
    order(job) {
      if (waiting >= MOST_WAITING) return;
      waiting += 1;
      const added = queue().add("word", job, { ...coachJobOptions, jobId: coachJobId(job) });
      const done = () => {
        waiting -= 1;
      };
      added.catch(onError).finally(done);
    },
    async close() {
      await line?.queue.close();
      line?.client.disconnect();
    },
  };
}
