import { createJobQueue } from "@frontrow/ownership/job-queue";
import { EXPORT_QUEUE, type ExportJob, exportJobId, exportJobOptions } from "@frontrow/protocol/export-job";
import type { RedisConnection } from "@frontrow/redis/client";

/** Orders exports: jobs for the jobs service. */
export interface ExportOrders {
  /** Repeated orders for an export are one job. */
  order(job: ExportJob): Promise<void>;
  close(): Promise<void>;
}

export function createExportOrders(redis: RedisConnection): ExportOrders {
  const queue = createJobQueue<ExportJob>(redis, { name: "export", queue: EXPORT_QUEUE });
  return {
    order: (job) => queue.add("export", job, { ...exportJobOptions, jobId: exportJobId(job) }),
    close: () => queue.close(),
  };
}
