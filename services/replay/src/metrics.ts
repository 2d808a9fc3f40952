import { counter, gaugeRead, histogram, type MetricsRegistry } from "@frontrow/runtime/metrics";

/** What operators see of replays. */
export interface ReplayMetrics {
  played(items: number): void;
  /** Event time by which a step came short of its speed. */
  lagged(lagMs: number): void;
  sought(tookMs: number): void;
  failed(reason: "recording" | "store"): void;
}

const SEEK_BUCKETS_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

export function createReplayMetrics(registry: MetricsRegistry, owned: () => number): ReplayMetrics {
  const items = counter(registry, { name: "frontrow_replayed_items_total", help: "Events, ticks and facts played." });
  const lag = counter(registry, {
    name: "frontrow_replay_lag_seconds_total",
    help: "Time, in the replays' own, by which steps came short of their speed.",
  });
  const seeks = histogram(registry, {
    name: "frontrow_replay_seek_seconds",
    help: "Time from the command to the new epoch.",
    buckets: SEEK_BUCKETS_SECONDS,
  });
  const failures = counter(registry, {
    name: "frontrow_replay_failures_total",
    help: "Steps that failed and are tried again, by what failed: the recording's place, or the store.",
    labels: ["reason"],
  });
  gaugeRead(registry, { name: "frontrow_replays_owned", help: "Replays that this worker plays." }, {}, owned);
  return {
    played: (played) => items.inc(played),
    lagged: (lagMs) => lag.inc(Math.max(0, lagMs) / 1_000),
    sought: (tookMs) => seeks.observe(tookMs / 1_000),
    failed: (reason) => failures.inc({ reason }),
  };
}
