import type { ObjectStore } from "@frontrow/blob/object-store";
import { ARCHIVE_QUEUE, archiveJobSchema } from "@frontrow/protocol/archive-job";
import { FrontrowError } from "@frontrow/protocol/errors";
import type { RedisConnection } from "@frontrow/redis/client";
import { createKeptAnswersStore } from "@frontrow/redis/kept-answers";
import { createLogStore } from "@frontrow/redis/log";
import { createRecordingStore } from "@frontrow/redis/recordings";
import { createSessionStore } from "@frontrow/redis/sessions";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import { counter, type MetricsRegistry } from "@frontrow/runtime/metrics";
import type { Job } from "bullmq";
import { createJobWorker, doubling } from "../job-worker.ts";
import { type ArchiveDeps, archiveSession } from "./archive-session.ts";

export interface ArchiverDeps {
  readonly redis: RedisConnection;
  readonly blob: ObjectStore;
  readonly logger: Pick<Logger, "info" | "warn">;
  readonly registry: MetricsRegistry;
  /** Sessions archived at the same time. */
  readonly concurrency: number;
  readonly minAgeMs: number;
}

/** A segment of some 8,000 items is 1 to 2 MB in memory, and 200 KB in the storage. */
const SEGMENT_ITEMS = 8_192;

/** Delay before a session is tried again; it doubles with each try. */
const BACKOFF = { firstMs: 1_000, maxMs: 60_000 };

/** Does the jobs that ask for a session to be archived, each until nothing is left that is old enough. */
export function createArchiver({ redis, blob, logger, registry, concurrency, minAgeMs }: ArchiverDeps): Component {
  const { client } = redis;
  const jobs = counter(registry, {
    name: "frontrow_archive_jobs_total",
    help: "Sessions whose log was to be archived, by how that ended.",
    labels: ["outcome"],
  });
  const lostSeconds = counter(registry, {
    name: "frontrow_archive_lost_seconds_total",
    help: "Event time of recordings that was gone from the log before it was archived: see the log's bound.",
  });
  const deps: ArchiveDeps = {
    recordings: createRecordingStore(client),
    sessions: createSessionStore(client),
    log: createLogStore(client),
    answers: createKeptAnswersStore(client),
    blob,
    nowMs: async () => {
      const [seconds, microseconds] = await client.time();
      return Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000);
    },
    minAgeMs,
    segmentItems: SEGMENT_ITEMS,
    onGap({ fromMs, toMs }) {
      lostSeconds.inc((toMs - fromMs) / 1_000);
    },
    onNotIndexed: (err) => logger.warn({ err }, "a recording could not be indexed: it plays, and seeks slowly"),
  };
  let isAway = false;

  async function process(job: Job, signal: AbortSignal): Promise<void> {
    const asked = archiveJobSchema.safeParse(job.data);
    if (!asked.success) return jobs.inc({ outcome: "refused" });
    try {
      jobs.inc({ outcome: await archiveSession(deps, asked.data.sessionId, signal) });
      if (isAway) logger.info({}, "the storage of recordings is there again");
      isAway = false;
    } catch (error) {
      if (!signal.aborted) noteFailure(error, asked.data.sessionId);
      throw error;
    }
  }

  /** Said once for all sessions while the storage is away: each of them waits in its log, and is tried again. */
  function noteFailure(err: unknown, sessionId: string): void {
    const isStorage = err instanceof FrontrowError && err.code === "RECORDING_UNAVAILABLE";
    jobs.inc({ outcome: isStorage ? "unavailable" : "failed" });
    if (!isStorage) logger.warn({ err, sessionId }, "a session could not be archived, tried again");
    else if (!isAway) logger.warn({ err }, "the storage of recordings is away: sessions wait in their logs, and are tried again");
    isAway ||= isStorage;
  }

  return createJobWorker({
    name: "archive",
    queue: ARCHIVE_QUEUE,
    redis,
    concurrency,
    // A job that was begun by processes that died is begun again: what it does is safe to repeat.
    maxStalledCount: 1_000,
    retryDelayMs: doubling(BACKOFF),
    process,
  });
}
