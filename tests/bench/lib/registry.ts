import type { MetricsRegistry } from "@frontrow/runtime/metrics";

/** The sum of a gauge or counter over its labels, as Prometheus would read it. */
export async function readMetric(registry: MetricsRegistry, name: string): Promise<number> {
  const metric = await registry.getSingleMetric(name)?.get();
  return metric ? metric.values.reduce((sum, { value }) => sum + value, 0) : 0;
}
