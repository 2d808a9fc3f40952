import type { ObjectStore } from "@frontrow/blob/object-store";
import { FrontrowError } from "@frontrow/protocol/errors";
import { EXPORT_KEPT_MS, EXPORT_QUEUE, exportJobSchema } from "@frontrow/protocol/export-job";
import type { RedisConnection } from "@frontrow/redis/client";
import { createDeskStore } from "@frontrow/redis/desks";
import { createExportStore } from "@frontrow/redis/exports";
import { createLibraryStore } from "@frontrow/redis/library";
import { createLogStore } from "@frontrow/redis/log";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { endsBefore } from "@frontrow/runtime/deadline";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import { counter, type MetricsRegistry } from "@frontrow/runtime/metrics";
import { createPoller } from "@frontrow/runtime/poller";
import type { Job } from "bullmq";
import { createJobWorker, doubling } from "../job-worker.ts";
import { type MakeExportDeps, makeExport } from "./make-export.ts";
import { sweepExports } from "./sweep-exports.ts";

export interface ExporterDeps {
  readonly redis: RedisConnection;
  readonly blob: ObjectStore;
  readonly logger: Pick<Logger, "info" | "warn">;
  readonly registry: MetricsRegistry;
  /** Exports made at the same time. */
  readonly concurrency: number;
  /** How long a file is kept; a day without it. */
  readonly keptMs?: number;
  /** Pause between two sweeps over all files. */
  readonly sweepMs?: number;
  readonly partBytes?: number;
}

const PROGRESS_MS = 500;
const SWEEP_MS = 10 * 60_000;
/** Delay before an export is tried again; it doubles with each try. */
const BACKOFF = { firstMs: 1_000, maxMs: 60_000 };

/** Makes the exports that desks ask for, and removes files that nobody keeps any more. */
export function createExporter(given: ExporterDeps): Component {
  const { redis, blob, logger, registry, concurrency, keptMs = EXPORT_KEPT_MS, sweepMs = SWEEP_MS, partBytes } = given;
  const { client } = redis;
  const jobs = counter(registry, {
    name: "frontrow_export_jobs_total",
    help: "Exports that were begun, by how that ended.",
    labels: ["outcome"],
  });
  const desks = createDeskStore(client);
  const shelves = createLibraryStore(client);
  const exports = createExportStore(client);
  const deps: MakeExportDeps = {
    exports,
    blob,
    growing: { read: createRecordingStore(client).read, log: createLogStore(client) },
    async notesOf(deskId, recordingId) {
      const [desk, shelf] = await Promise.all([desks.read(deskId), shelves.read(deskId)]);
      const { name, zeroMs, bookmarks } = shelf.entryOf(recordingId);
      const { answers = {}, language = "en" } = desk?.state ?? {};
      return { name, zeroMs, bookmarks, answers, language };
    },
    tell: (deskId, recordingId) => desks.change(deskId, { type: "dataChanged", data: "exports", recordingId }),
    progressMs: PROGRESS_MS,
    keptMs,
    ...(partBytes ? { partBytes } : {}),
    onFailed: (err) => logger.warn({ err }, "a recording could not be exported"),
  };

  async function process(job: Job, signal: AbortSignal): Promise<void> {
    const asked = exportJobSchema.safeParse(job.data);
    if (!asked.success) return jobs.inc({ outcome: "refused" });
    try {
      jobs.inc({ outcome: await makeExport(deps, asked.data, signal) });
    } catch (error) {
      if (!signal.aborted) noteFailure(error);
      throw error;
    }
  }

  function noteFailure(err: unknown): void {
    const isStorage = err instanceof FrontrowError && err.code === "RECORDING_UNAVAILABLE";
    jobs.inc({ outcome: isStorage ? "unavailable" : "failed" });
    logger.warn({ err }, "an export waits, and is tried again");
  }

  const worker = createJobWorker({
    name: "export",
    queue: EXPORT_QUEUE,
    redis,
    concurrency,
    maxStalledCount: 5,
    retryDelayMs: doubling(BACKOFF),
    process,
  });
  const sweep = createPoller({
    pauseMs: sweepMs,
    pausesFirst: true,
    async poll() {
      await sweepExports({ blob, exports, desks });
    },
    onError: (err) => logger.warn({ err }, "files of exports could not be looked through, trying again"),
  });

  return {
    name: "export",
    async start() {
      await worker.start();
      sweep.start();
    },
    async stop(deadline) {
      await Promise.all([worker.stop(deadline), endsBefore(sweep.stop(), deadline)]);
    },
  };
}
