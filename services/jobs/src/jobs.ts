import { createObjectStore } from "@frontrow/blob/create-object-store";
import type { RedisConnection } from "@frontrow/redis/client";
import { createCoachBudget } from "@frontrow/redis/coach-budget";
import { createDeskStore } from "@frontrow/redis/desks";
import { createLogStore } from "@frontrow/redis/log";
import type { Component } from "@frontrow/runtime/lifecycle";
import type { Logger } from "@frontrow/runtime/logger";
import type { MetricsRegistry } from "@frontrow/runtime/metrics";
import { wordsOf } from "@frontrow/words/all";
import { createArchiver } from "./archive/archiver.ts";
import { createBackTester } from "./back-test/back-tester.ts";
import { createCoach } from "./coach/coach.ts";
import type { CoachModel } from "./coach/model.ts";
import { createOpenAiModel } from "./coach/openai.ts";
import type { JobsConfig } from "./config.ts";
import { createExporter } from "./export/exporter.ts";
import { createReaper } from "./reaper/reaper.ts";
import { createReporter } from "./report/reporter.ts";
import { createRetention } from "./retention/retention.ts";

interface Dependencies {
  readonly config: JobsConfig;
  readonly redis: RedisConnection;
  readonly logger: Logger;
  readonly registry: MetricsRegistry;
}

/**
 * Short work in the background: reaps desks that nobody uses, has prompts worded by a model; archives what is recorded, exports it, tries
 * rules on it, deletes what nobody holds.
 */
export function createJobs(deps: Dependencies): Component {
  const parts = [
    ...[createReaper(deps), coachOf(deps), archiverOf(deps), exporterOf(deps)],
    ...[reporterOf(deps), backTesterOf(deps), retentionOf(deps)],
  ];
  return {
    name: "jobs",
    async start() {
      for (const part of parts) await part.start();
    },
    async stop(deadline) {
      await Promise.all(parts.map((part) => part.stop(deadline)));
    },
  };
}

function coachOf({ config, redis, logger, registry }: Dependencies): Component {
  const { client } = redis;
  const limits = {
    perDeskHour: config.COACH_BUDGET_PER_DESK_HOUR,
    perDay: config.COACH_BUDGET_PER_DAY,
    guestsPerDay: config.COACH_BUDGET_GUESTS_PER_DAY,
  };
  return createCoach({
    desks: createDeskStore(client),
    log: createLogStore(client),
    budget: createCoachBudget(client, limits),
    model: modelOf(config),
    wordsOf,
    redis,
    logger,
    registry,
    concurrency: config.COACH_CONCURRENCY,
  });
}

function archiverOf({ config, redis, logger, registry }: Dependencies): Component {
  const { BLOB_URL: url, BLOB_ENDPOINT: endpoint, ARCHIVE_CONCURRENCY: concurrency, ARCHIVE_MIN_AGE_MS: minAgeMs } = config;
  return createArchiver({ redis, blob: createObjectStore(url, { endpoint }), logger, registry, concurrency, minAgeMs });
}

function exporterOf({ config, redis, logger, registry }: Dependencies): Component {
  const { BLOB_URL: url, BLOB_ENDPOINT: endpoint, EXPORT_CONCURRENCY: concurrency } = config;
  return createExporter({ redis, blob: createObjectStore(url, { endpoint }), logger, registry, concurrency });
}

function reporterOf({ config, redis, logger, registry }: Dependencies): Component {
  const blob = createObjectStore(config.BLOB_URL, { endpoint: config.BLOB_ENDPOINT });
  return createReporter({ redis, blob, logger, registry });
}

function backTesterOf({ config, redis, logger, registry }: Dependencies): Component {
  const { BLOB_URL: url, BLOB_ENDPOINT: endpoint } = config;
  return createBackTester({ redis, blob: createObjectStore(url, { endpoint }), logger, registry });
}

function retentionOf({ config, redis, logger, registry }: Dependencies): Component {
  const blob = createObjectStore(config.BLOB_URL, { endpoint: config.BLOB_ENDPOINT });
  return createRetention({ config, redis, blob, logger, registry });
}

/** The model that the variables set up, if they do. */
function modelOf(config: JobsConfig): CoachModel | undefined {
  const { COACH_API_URL: url, COACH_API_KEY: apiKey, COACH_MODEL_NAME: model, COACH_TIMEOUT_MS: timeoutMs } = config;
  return url && model ? createOpenAiModel({ url, apiKey, model, timeoutMs }) : undefined;
}
