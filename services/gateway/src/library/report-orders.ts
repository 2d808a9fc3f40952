import { createJobQueue } from "@frontrow/ownership/job-queue";
import { REPORT_QUEUE, type ReportJob, reportJobId, reportJobOptions } from "@frontrow/protocol/library/report-job";
import type { RedisConnection } from "@frontrow/redis/client";

/** Orders what reports are read from, of the jobs service. */
export interface ReportOrders {
  /** Repeated orders of one thing are one job, until it is done. */
  order(job: ReportJob): Promise<void>;
  close(): Promise<void>;
}

export function createReportOrders(redis: Pick<RedisConnection, "duplicate">): ReportOrders {
  const queue = createJobQueue<ReportJob>(redis, { name: "report", queue: REPORT_QUEUE });
  return {
    order: (job) => queue.add(job.type, job, { ...reportJobOptions, jobId: reportJobId(job) }),
    close: () => queue.close(),
  };
}
