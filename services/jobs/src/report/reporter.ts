import type { ObjectStore } from "@frontrow/blob/object-store";
import { REPORT_QUEUE, type ReportJob, reportJobSchema } from "@frontrow/protocol/library/report-job";
import type { RedisConnection } from "@frontrow/redis/client";
import { createLogStore } from "@frontrow/redis/log";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { createReportStore } from "@frontrow/redis/reports";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import { counter, type MetricsRegistry } from "@frontrow/runtime/metrics";
import { createJobWorker } from "../job-worker.ts";
import { makeRegulars } from "./make-regulars.ts";
import { makeReport } from "./make-report.ts";

interface ReporterDeps {
  readonly redis: RedisConnection;
  readonly blob: ObjectStore;
  readonly logger: Pick<Logger, "warn">;
  readonly registry: MetricsRegistry;
}

/** Each folds a whole recording: two at a time keep a core busy. */
const CONCURRENCY = 2;

/** Makes what reports and lists of regulars are read from, where it is not there yet. */
export function createReporter({ redis, blob, logger, registry }: ReporterDeps): Component {
  const { client } = redis;
  const jobs = counter(registry, {
    name: "frontrow_report_jobs_total",
    help: "Reports and lists of regulars that were to be made, by how that ended.",
    labels: ["outcome"],
  });
  const recordings = createRecordingStore(client);
  const growing = { read: recordings.read, log: createLogStore(client) };
  const deps = { blob, recordings, growing, reports: createReportStore(client) };

  const make = (job: ReportJob, signal: AbortSignal) =>
    job.type === "report" ? makeReport(deps, job.recordingId, signal) : makeRegulars(deps, job);

  return createJobWorker({
    name: "report",
    queue: REPORT_QUEUE,
    redis,
    concurrency: CONCURRENCY,
    retryDelayMs: () => 0,
    async process(job, signal) {
      const asked = reportJobSchema.safeParse(job.data);
      if (!asked.success) return jobs.inc({ outcome: "refused" });
      try {
        jobs.inc({ outcome: await make(asked.data, signal) });
      } catch (err) {
        if (!signal.aborted) {
          jobs.inc({ outcome: "unavailable" });
          logger.warn({ err }, "a report could not be made: whoever wants it asks again");
        }
        throw err;
      }
    },
  });
}
