import { expect, it } from "vitest";
import { counter, createMetricsRegistry, gaugeRead } from "./metrics.ts";

it("gives the same metric to two services of one process", () => {
  const registry = createMetricsRegistry();
  const make = () => counter(registry, { name: "frontrow_entries_total", help: "Entries." });
  expect(make()).toBe(make());
});

it("reads a gauge at each scrape, once for each set of labels", async () => {
  const registry = createMetricsRegistry();
  const definition = { name: "frontrow_owned_sessions", help: "Sessions owned.", labels: ["role"] } as const;
  let owned = 1;
  gaugeRead(registry, definition, { role: "ingest" }, () => owned);
  gaugeRead(registry, definition, { role: "analytics" }, () => 7);
  owned = 2;
  const text = await registry.metrics();
  expect(text).toContain('frontrow_owned_sessions{role="ingest"} 2');
  expect(text).toContain('frontrow_owned_sessions{role="analytics"} 7');
});
