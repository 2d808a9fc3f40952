import { itemsOf } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";
import type { SessionId } from "@frontrow/protocol/ids";
import { createLogStore } from "@frontrow/redis/log";
import { createMetricsStore } from "@frontrow/redis/metrics-store";
import { eventually } from "@frontrow/testkit/eventually";
import { afterEach, expect, it } from "vitest";
import type { ServiceName, ServiceProcess } from "../lib/service-process.ts";
import { type Stack, startStack, unfolded, untrimmed } from "../lib/stack.ts";
import { compare, gapsOf, metricsOf, repeated } from "../lib/totals.ts";
import { openViewer, type Viewer } from "../lib/viewer.ts";

let stack: Stack;
const viewers: Viewer[] = [];

afterEach(async () => {
  for (const viewer of viewers.splice(0)) viewer.close();
  await stack.stop();
});

const EVENTS = 20_000;
const RATE = 500;
/** More than an outage of ingest takes to be over: TikTok's history covers it. */
const HISTORY = 5_000;

it("loses and doubles nothing when ingest, analytics and gateway are killed in the middle", async () => {
  stack = await startStack({
    inProcess: ["jobs"],
    gateways: 0,
    env: { ...unfolded, ...untrimmed, LEASE_MS: "1500", BEAT_INTERVAL_MS: "300", SWEEP_INTERVAL_MS: "300" },
  });
  const workers = { ingest: await pair("ingest"), analytics: await pair("analytics"), gateway: await pair("gateway") };
  stack.simulator.creator("storm").change({ historyMessages: HISTORY });
  const script = stack.simulator.script("storm", {
    seed: "kills",
    events: EVENTS,
    eventsPerSecond: RATE,
    messagesPerFrame: 8,
    duplicateFrames: 0.05,
    unfinishedStreaks: 0.2,
  });
  const urls = workers.gateway.map(({ url }) => url);
  const batched = openViewer({ username: "demo:storm", urls });
  const plain = openViewer({ username: "demo:storm", urls, dialect: "plain" });
  viewers.push(batched, plain);

  for (const [index, name] of (["analytics", "ingest", "gateway", "analytics", "ingest", "gateway"] as const).entries()) {
    await said((index + 1) * 2_500);
    await killOwner(name, workers[name]);
  }
  await script.finished;

  const last = script.messages.at(-1)?.msgId;
  for (const viewer of viewers) await eventually(() => expect(viewer.events.some(({ id }) => id === last)).toBe(true), 60_000);
  const { unexcused } = compare(script.messages, batched.events, 0);
  expect(unexcused).toEqual([]);
  expect(gapsOf(batched.events)).toEqual([]);
  const session = batched.client.status.session as SessionId;
  expect(repeated(await eventsOf(session))).toEqual([]);
  for (const viewer of viewers) {
    expect(repeated(viewer.events)).toEqual([]);
    expect(viewer.snapshots).toBe(1);
  }
  expect(plain.events.map(({ id }) => id)).toEqual(batched.events.map(({ id }) => id));

  const truth = metricsOf(script.messages);
  const metrics = createMetricsStore(stack.redis.client);
  await eventually(async () => expect((await metrics.read(session))?.metrics).toMatchObject(truth), 60_000);
  for (const viewer of viewers) await eventually(() => expect(viewer.metrics).toMatchObject(truth), 30_000);
  expect(stack.simulator.connections("storm").open).toBe(1);

  async function said(events: number): Promise<void> {
    await eventually(() => expect(script.messages.length).toBeGreaterThanOrEqual(events), 60_000, 50);
  }
});

/** All events of a log, as they were stored. */
async function eventsOf(session: SessionId): Promise<LiveEvent[]> {
  const entries = await createLogStore(stack.redis.client).readBack(session, { entries: 100_000 });
  return entries.flatMap((entry) => (entry.kind === "events" ? itemsOf({ ...entry, kind: "events" }) : []));
}

/** Two of a service: one works, one is there to take over. */
const pair = async (name: ServiceName): Promise<ServiceProcess[]> => [await stack.spawn(name), await stack.spawn(name)];

const work: Partial<Record<ServiceName, string>> = {
  ingest: "frontrow_owned_sessions",
  analytics: "frontrow_owned_sessions",
  gateway: "frontrow_gateway_connections",
};

/** Kills the process that does the work, and starts another in its place; a gateway at the same address. */
async function killOwner(name: ServiceName, running: ServiceProcess[]): Promise<void> {
  const busy = await eventually(async () => {
    for (const [index, candidate] of running.entries()) if ((await candidate.metric(work[name] ?? "")) > 0) return index;
    throw new Error(`no ${name} works`);
  });
  const victim = running[busy] as ServiceProcess;
  await victim.kill();
  running[busy] = await stack.spawn(name, { PORT: new URL(victim.url).port });
}
