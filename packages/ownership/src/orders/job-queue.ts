import type { RedisClient, RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { type JobsOptions, Queue } from "bullmq";

export interface JobQueueNames {
  /** Of the queue's keys: see `keys.queue`. */
  readonly name: string;
  readonly queue: string;
}

/** Where jobs for the jobs service are placed. */
export interface JobQueue<T> {
  /** Repeated with the same `jobId` it is one job, until that is done. Waits while Redis is away. */
  add(name: string, job: T, options: JobsOptions & { readonly jobId: string }): Promise<void>;
  close(): Promise<void>;
}

/** Connects at the first job: most processes never place one. */
export function createJobQueue<T>(redis: Pick<RedisConnection, "duplicate">, { name, queue }: JobQueueNames): JobQueue<T> {
  let opened: { readonly queue: Queue; readonly client: RedisClient } | undefined;

  function open(): Queue {
    if (opened) return opened.queue;
    const client = redis.duplicate();
    opened = { client, queue: new Queue(queue, { connection: client, prefix: keys.queue(name) }) };
    // The connection logs its failures itself, and commands wait for it.
    opened.queue.on("error", () => {});
    return opened.queue;
  }

  return {
    async add(jobName, job, options) {
      await open().add(jobName, job, options);
    },
    async close() {
      await opened?.queue.close();
      opened?.client.disconnect();
    },
  };
}
