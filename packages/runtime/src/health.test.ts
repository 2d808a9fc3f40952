import { afterEach, expect, it } from "vitest";
import { createHealthServer, type HealthServer } from "./health.ts";
import { counter, createMetricsRegistry } from "./metrics.ts";

const never = new AbortController().signal;
let server: HealthServer | undefined;
afterEach(() => server?.stop(never));

async function serve(missing: () => string[], registry = createMetricsRegistry()): Promise<string> {
  server = createHealthServer({ port: 0, host: "127.0.0.1", missing, registry, logger: { error: () => {} } });
  await server.start();
  return server.url;
}

it("is healthy while it answers", async () => {
  const url = await serve(() => ["redis"]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

it("is ready only when nothing is missing, and says what is", async () => {
  let missing = ["redis"];
  const url = await serve(() => missing);
  const unready = await fetch(`${url}/readyz`);
  expect([unready.status, await unready.json()]).toEqual([503, { status: "unready", missing: ["redis"] }]);
  missing = [];
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  missing = ["starting or stopping"];
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
});

it("serves Prometheus metrics", async () => {
  const registry = createMetricsRegistry();
  counter(registry, { name: "frontrow_frames_total", help: "Frames.", labels: ["lane"] }).inc({ lane: "chat" }, 3);
  const text = await (await fetch(`${await serve(() => [], registry)}/metrics`)).text();
  expect(text).toContain('frontrow_frames_total{lane="chat"} 3');
  expect(text).toContain("nodejs_eventloop_lag_seconds");
});

it("fails to start when its port is taken", async () => {
  const url = await serve(() => []);
  const { port } = new URL(url);
  const second = createHealthServer({
    port: Number(port),
    host: "127.0.0.1",
    missing: () => [],
    registry: createMetricsRegistry(),
    logger: { error: () => {} },
  });
  await expect(second.start()).rejects.toMatchObject({ code: "EADDRINUSE" });
  await second.stop(never);
});
