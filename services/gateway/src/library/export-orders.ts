import { EXPORT_QUEUE, type ExportJob, exportJobId, exportJobOptions } from "@frontrow/protocol/export-job";
import type { RedisClient, RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { Queue } from "bullmq";

/** Orders exports: jobs for the jobs service. */
export interface ExportOrders {
  /** Repeated orders for an export are one job. */
  order(job: ExportJob): Promise<void>;
  close(): Promise<void>;
}

export function createExportOrders(redis: RedisConnection): ExportOrders {
  let opened: { readonly queue: Queue<ExportJob>; readonly client: RedisClient } | undefined;

  /** Made at the first order: most gateways see none. */
  function queue(): Queue<ExportJob> {
    if (opened) return opened.queue;
    const client = redis.duplicate();
    opened = { client, queue: new Queue<ExportJob>(EXPORT_QUEUE, { connection: client, prefix: keys.queue("export") }) };
    // The connection logs its failures itself, and commands wait for it.
    opened.queue.on("error", () => {});
    return opened.queue;
  }

  return {
    async order(job) {
      await queue().add("export", job, { ...exportJobOptions, jobId: exportJobId(job) });
    },
    async close() {
      await opened?.queue.close();
      opened?.client.disconnect();
    },
  };
}
