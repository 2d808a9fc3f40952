import type { CheckpointOutcome } from "@frontrow/redis/metrics-store";
import { counter, gaugeRead, histogram, type MetricsRegistry } from "@frontrow/runtime/metrics";

/** What operators see of the fold. */
export interface FoldMetrics {
  folded(items: number): void;
  /** Age of the last entry, in event time, when it was folded. */
  lagged(lagMs: number): void;
  checkpointed(outcome: CheckpointOutcome["outcome"]): void;
  keyframeWritten(): void;
  unreadable(): void;
}

const LAG_BUCKETS_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];

export function createFoldMetrics(registry: MetricsRegistry, sessions: () => number): FoldMetrics {
  const folded = counter(registry, { name: "frontrow_folded_events_total", help: "Events, ticks and facts folded." });
  const lag = histogram(registry, {
    name: "frontrow_fold_lag_seconds",
    help: "Age of the last item of an entry, in event time, when it was folded.",
    buckets: LAG_BUCKETS_SECONDS,
  });
  const checkpoints = counter(registry, {
    name: "frontrow_checkpoints_total",
    help: "Checkpoints of metrics, by what the script answered.",
    labels: ["outcome"],
  });
  const keyframes = counter(registry, { name: "frontrow_keyframes_total", help: "Keyframes written." });
  const unreadable = counter(registry, {
    name: "frontrow_unreadable_entries_total",
    help: "Entries of logs, and items of them, that could not be read, and were left out of the fold.",
  });
  gaugeRead(registry, { name: "frontrow_sessions_folding", help: "Sessions that this worker folds." }, {}, sessions);
  return {
    folded: (items) => folded.inc(items),
    lagged: (lagMs) => lag.observe(Math.max(0, lagMs) / 1_000),
    checkpointed: (outcome) => checkpoints.inc({ outcome }),
    keyframeWritten: () => keyframes.inc(),
    unreadable: () => unreadable.inc(),
  };
}
