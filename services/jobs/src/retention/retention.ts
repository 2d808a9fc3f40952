import type { ObjectStore } from "@frontrow/blob/object-store";
import type { RedisConnection } from "@frontrow/redis/client";
import { createRecordingDesks } from "@frontrow/redis/recording-desks";
import { createRecordingRetention } from "@frontrow/redis/recording-retention";
import { endsBefore } from "@frontrow/runtime/deadline";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import { counter, type MetricsRegistry } from "@frontrow/runtime/metrics";
import { createPoller } from "@frontrow/runtime/poller";
import type { JobsConfig } from "../config.ts";
import { createRecordingSweep } from "./recording-sweep.ts";

interface Dependencies {
  readonly config: Pick<JobsConfig, "RECORDING_KEPT_DAYS" | "RETENTION_SWEEP_MS">;
  readonly redis: RedisConnection;
  readonly blob: ObjectStore;
  readonly logger: Pick<Logger, "info" | "warn">;
  readonly registry: MetricsRegistry;
}

const DAY_SECONDS = 86_400;
const AGAIN_MS = 3_600_000;

/** Deletes the objects of recordings that no desk holds any more. */
export function createRetention({ config, redis, blob, logger, registry }: Dependencies): Component {
  const { client } = redis;
  const deleted = counter(registry, {
    name: "frontrow_recordings_deleted_total",
    help: "Recordings whose objects were deleted, as no desk holds them any more.",
  });
  const failed = counter(registry, {
    name: "frontrow_retention_failures_total",
    help: "Recordings that a sweep could not look after: they stay, and are looked at again.",
  });
  const sweep = createRecordingSweep({
    desks: createRecordingDesks(client),
    checks: createRecordingRetention(client, { leaseSeconds: config.RECORDING_KEPT_DAYS * DAY_SECONDS }),
    blob,
    async nowMs() {
      const [seconds] = await client.time();
      return Number(seconds) * 1_000;
    },
    againMs: AGAIN_MS,
    onDeleted(recordingId) {
      deleted.inc();
      logger.info({ recordingId }, "a recording that no desk holds was deleted");
    },
    onFailure({ error, recordingId, count }) {
      failed.inc(count);
      logger.warn({ err: error, recordingId, count }, "recordings could not be looked after, trying again");
    },
  });
  const poller = createPoller({
    pauseMs: config.RETENTION_SWEEP_MS,
    pausesFirst: true,
    poll: sweep,
    onError: (err: unknown) => logger.warn({ err }, "a sweep over recordings failed, trying again"),
  });
  return {
    name: "retention",
    async start() {
      poller.start();
    },
    async stop(deadline) {
      await endsBefore(poller.stop(), deadline);
    },
  };
}
