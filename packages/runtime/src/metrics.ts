import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type MetricsRegistry = Registry;

/** `frontrow_<noun>_<unit>`. */
export type MetricName = `frontrow_${string}_${string}`;

export interface MetricDefinition<L extends string = never> {
  readonly name: MetricName;
  readonly help: string;
  /** Names of labels. Few values each: no session, desk, user or room id is ever a label. */
  readonly labels?: readonly L[];
}

/** A registry with the process' own figures: CPU, memory, garbage collection, event-loop lag, open handles. */
export function createMetricsRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

// Each of these gives the metric of this name, and makes it when it is new: services that share a process share a registry.

/** Something that only grows; its unit ends in `_total`. */
export function counter<L extends string = never>(registry: Registry, definition: MetricDefinition<L>): Counter<L> {
  return existing<Counter<L>>(registry, definition.name) ?? new Counter<L>(options(registry, definition));
}

/** Something that goes up and down. */
export function gauge<L extends string = never>(registry: Registry, definition: MetricDefinition<L>): Gauge<L> {
  return existing<Gauge<L>>(registry, definition.name) ?? new Gauge<L>(options(registry, definition));
}

/** Adds a value to a gauge of this name that is read at each scrape; several, if their labels differ. */
export function gaugeRead<L extends string = never>(
  registry: Registry,
  definition: MetricDefinition<L>,
  labels: Record<L, string>,
  read: () => number,
): void {
  const gauges = readsOf(registry);
  const known = gauges.get(definition.name);
  if (known) {
    known.push({ labels, read });
    return;
  }
  const reads: GaugeRead[] = [{ labels, read }];
  gauges.set(definition.name, reads);
  new Gauge({
    ...options(registry, definition as MetricDefinition<string>),
    collect() {
      for (const each of reads) this.set(each.labels, each.read());
    },
  });
}

/** A distribution, in the unit of its name. */
export function histogram<L extends string = never>(
  registry: Registry,
  definition: MetricDefinition<L> & { readonly buckets: readonly number[] },
): Histogram<L> {
  const made = () => new Histogram<L>({ ...options(registry, definition), buckets: [...definition.buckets] });
  return existing<Histogram<L>>(registry, definition.name) ?? made();
}

/** Buckets in seconds that fit both a script call and a slow page. */
export const latencyBucketsSeconds: readonly number[] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface GaugeRead {
  readonly labels: Record<string, string>;
  readonly read: () => number;
}

const readsByRegistry = new WeakMap<Registry, Map<MetricName, GaugeRead[]>>();

function readsOf(registry: Registry): Map<MetricName, GaugeRead[]> {
  const reads = readsByRegistry.get(registry) ?? new Map<MetricName, GaugeRead[]>();
  readsByRegistry.set(registry, reads);
  return reads;
}

function existing<M>(registry: Registry, name: MetricName): M | undefined {
  return registry.getSingleMetric(name) as M | undefined;
}

function options<L extends string>(registry: Registry, { name, help, labels = [] }: MetricDefinition<L>) {
  return { name, help, labelNames: [...labels], registers: [registry] };
}
