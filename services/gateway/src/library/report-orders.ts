import { REPORT_QUEUE, type ReportJob, reportJobId, reportJobOptions } from "@frontrow/protocol/library/report-job";
import type { RedisClient, RedisConnection } from "@frontrow/redis/client";
import { keys } from "@frontrow/redis/keys";
import { Queue } from "bullmq";

/** Orders what reports are read from, of the jobs service. */
export interface ReportOrders {
  /** Repeated orders of one thing are one job, until it is done. */
  order(job: ReportJob): Promise<void>;
  close(): Promise<void>;
}

export function createReportOrders(redis: Pick<RedisConnection, "duplicate">): ReportOrders {
  let opened: { readonly queue: Queue<ReportJob>; readonly client: RedisClient } | undefined;

  /** Made at the first order: most gateways are never asked for a report that is not there. */
  function queue(): Queue<ReportJob> {
    if (opened) return opened.queue;
    const client = redis.duplicate();
    opened = { client, queue: new Queue<ReportJob>(REPORT_QUEUE, { connection: client, prefix: keys.queue("report") }) };
    // The connection logs its failures itself, and commands wait for it.
    opened.queue.on("error", () => {});
    return opened.queue;
  }

  return {
    async order(job) {
      await queue().add(job.type, job, { ...reportJobOptions, jobId: reportJobId(job) });
    },
    async close() {
      await opened?.queue.close();
      opened?.client.disconnect();
    },
  };
}
