import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { DeskId } from "@frontrow/protocol/ids";
import type { ReplayState } from "@frontrow/protocol/insight";
import { startRedisServer } from "@frontrow/redis/server";
import { seededRandom } from "@frontrow/runtime/random";
import { cpuOf, redisCpu } from "../lib/measure.ts";
import { createReplays, type Replays, type Viewed } from "../lib/replays.ts";
import { type RoleProcess, startRole } from "../lib/role.ts";
import { type Bench, type BenchOptions, type Row, thousands } from "../lib/row.ts";
import { quantile } from "../lib/statistics.ts";
import { until } from "../lib/timing.ts";
import type { Recorded, Room } from "../roles/recorder.ts";

const part = "replay";

/** A recording at rest and in motion: how soon a place is on the screen, and how many replays a core carries. */
export const replay: Bench = {
  name: "replay",
  async run(options) {
    const { quick, redisCommand } = options;
    const folder = await mkdtemp(join(tmpdir(), "frontrow-bench-"));
    const blobUrl = pathToFileURL(folder).href;
    const busy = await recorded(blobUrl, { name: "busy", minutes: quick ? 4 : 182, eventsPerSecond: 46, population: 20_000 });
    const calm = await recorded(blobUrl, { name: "calm", minutes: quick ? 4 : 60, eventsPerSecond: 8, population: 2_000 });
    const rows = [...atRest(busy), await streamed(blobUrl, busy)];
    const server = await startRedisServer({ command: redisCommand });
    const replays = await createReplays(server.url);
    const stage: Stage = { options, blobUrl, redisUrl: server.url, replays };
    rows.push(...(await seeks(stage, busy)), await paused(stage, busy));
    for (const [speed, room, recording, count, goal] of [
      [1, "8 events/s", calm, 120, 500],
      [10, "8 events/s", calm, 24, 100],
      [1, "46 events/s", busy, 60, 300],
      [10, "46 events/s", busy, 12, 50],
    ] as const) {
      // The small form has the two ends of it.
      if (quick && speed === (room === "8 events/s" ? 10 : 1)) continue;
      rows.push(await carried(stage, recording, { speed, room, count, goal }));
    }
    rows.push(...(await fast(stage, busy)), ...(await clocks(stage, busy)));
    await replays.stop();
    await server.stop();
    await rm(folder, { recursive: true });
    return rows;
  },
};

interface Stage {
  readonly options: BenchOptions;
  readonly blobUrl: string;
  readonly redisUrl: string;
  readonly replays: Replays;
}

async function recorded(url: string, room: Room): Promise<Recorded> {
  const recorder = startRole("recorder");
  const made = await recorder.call<Recorded>("record", { url, room });
  await recorder.stop();
  return made;
}

function atRest({ bytes, derivedBytes, events, indexCpuSeconds }: Recorded): Row[] {
  const each = bytes / events;
  const withAll = (bytes + derivedBytes) / events;
  const detail = `${thousands(events)} events, ${(bytes / 1e6).toFixed(1)} MB and ${(derivedBytes / 1e6).toFixed(1)} MB`;
  return [
    { part, measure: "an event at rest", value: each, unit: "bytes", goal: "≤ 100", isMet: each <= 100, detail },
    { part, measure: "with keyframes and index", value: withAll, unit: "bytes", goal: "≤ 150", isMet: withAll <= 150, detail },
    {
      part,
      measure: "keyframes and index of 500,000 events",
      value: (indexCpuSeconds / events) * 500_000,
      unit: "CPU s",
      goal: "< 15",
      isMet: (indexCpuSeconds / events) * 500_000 < 15,
      detail: `${indexCpuSeconds.toFixed(1)} for ${thousands(events)} events`,
    },
  ];
}

async function streamed(url: string, { recordingId, items }: Recorded): Promise<Row> {
  const reader = startRole("recorder");
  const { bytes, mostMegabytes } = await reader.call<{ bytes: number; mostMegabytes: number }>("stream", { url, recordingId });
  await reader.stop();
  return {
    part,
    measure: "read from end to end: most RSS",
    value: mostMegabytes,
    unit: "MB",
    goal: "< 200",
    isMet: mostMegabytes < 200,
    detail: `${thousands(items)} items, ${(bytes / 1e6).toFixed(0)} MB of JSON, the process included`,
  };
}

/** Starts a worker, and ends it when it has let go of what the work began: the next one would take over the rest, and pay for it. */
async function withWorker<T>(stage: Stage, work: (worker: RoleProcess) => Promise<T>): Promise<T> {
  const worker = startRole("replay");
  await worker.call("start", { url: stage.redisUrl, env: { BLOB_URL: stage.blobUrl } });
  const result = await work(worker);
  await until("all replays are let go", async () => (await worker.call<number>("owned")) === 0);
  await worker.stop();
  return result;
}

/** The same with a gateway, and a socket of one desk that views a recording. */
function withSocket<T>(
  stage: Stage,
  recording: Recorded,
  work: (on: { worker: RoleProcess; gateway: RoleProcess; seeker: RoleProcess; viewed: Viewed }) => Promise<T>,
): Promise<T> {
  return withWorker(stage, async (worker) => {
    const gateway = startRole("gateway");
    const seeker = startRole("seeker");
    const port = await gateway.call<number>("start", { url: stage.redisUrl, env: { BLOB_URL: stage.blobUrl } });
    const deskId = (await seeker.call<string>("connect", { port })) as DeskId;
    const { recordingId, fromMs } = recording;
    const viewed = await stage.replays.open({ recordingId, atMs: fromMs, isPaused: true, deskId });
    await until("the replay is shown", async () => (await seeker.call<number>("shown")) > 0);
    const result = await work({ worker, gateway, seeker, viewed });
    await Promise.all([seeker.stop(), gateway.stop()]);
    await stage.replays.leave(viewed);
    return result;
  });
}

async function seeks(stage: Stage, recording: Recorded): Promise<Row[]> {
  const random = seededRandom(3);
  const count = stage.options.quick ? 10 : 60;
  const { result: tookMs, cpuSeconds } = await withSocket(stage, recording, ({ worker, gateway, seeker }) =>
    cpuOf([worker, gateway, seeker], async () => {
      const all: number[] = [];
      for (let n = 0; n < count; n++) {
        const atMs = Math.floor(recording.fromMs + random() * (recording.toMs - recording.fromMs));
        all.push(await seeker.call<number>("seek", { atMs }));
      }
      return all;
    }),
  );
  const [worker = 0, gateway = 0, socket = 0] = cpuSeconds.map((seconds) => Math.round((seconds / count) * 1_000));
  const detail = `${count} random places of ${thousands(recording.events)} events, longest ${Math.max(...tookMs).toFixed(0)} ms; CPU a seek: worker ${worker} ms, gateway ${gateway}, socket ${socket}`;
  const row = (name: string, value: number, goal: number): Row => ({
    part,
    measure: `seek, from the command to a full dashboard: ${name}`,
    value,
    unit: "ms",
    goal: `< ${goal} ms`,
    isMet: value < goal,
    detail,
  });
  return [row("p50", quantile(tookMs, 0.5), 250), row("p95", quantile(tookMs, 0.95), 500)];
}

/** What a replay that stands still takes in Redis, late in a broadcast, where its documents are largest. */
async function paused(stage: Stage, { recordingId, fromMs, toMs }: Recorded): Promise<Row> {
  const { replays } = stage;
  const sizes = await withWorker(stage, async () => {
    const all: number[] = [];
    for (const share of [0.5, 0.8, 0.99]) {
      const viewed = await replays.open({ recordingId, atMs: Math.floor(fromMs + share * (toMs - fromMs)), isPaused: true });
      await until("the place is reached", async () => (await replays.read(viewed))?.epoch === 2);
      all.push((await replays.bytes(viewed)) / 1e3);
      await replays.leave(viewed);
    }
    return all;
  });
  const value = Math.max(...sizes);
  const detail = `${sizes.map((size) => size.toFixed(0)).join(", ")} KB at 50, 80 and 99 % of the recording`;
  return { part, measure: "a paused replay in Redis", value, unit: "KB", goal: "≤ 500", isMet: value <= 500, detail };
}

interface Carrying {
  readonly speed: number;
  readonly room: string;
  readonly count: number;
  readonly goal: number;
}

/** Replays that one core carries: as many as would keep worker and Redis busy, at the CPU that each of some takes. */
async function carried(stage: Stage, recording: Recorded, { speed, room, count, goal }: Carrying): Promise<Row> {
  const { replays, redisUrl } = stage;
  const { recordingId, fromMs, toMs } = recording;
  const seconds = stage.options.quick ? 2 : 10;
  const { cpu, redis, played, lagSeconds, movedMs } = await withWorker(stage, async (worker) => {
    const all: Viewed[] = [];
    for (let n = 0; n < count; n++)
      all.push(await replays.open({ recordingId, atMs: Math.floor(fromMs + (0.02 + (0.9 * n) / count) * (toMs - fromMs)) }));
    const places = () => Promise.all(all.map((viewed) => replays.read(viewed)));
    await until("all replays play", async () => (await places()).every((record) => record && record.epoch >= 2));
    for (const viewed of all) await replays.command(viewed, { action: "speed", value: speed });
    await pause(stage.options.quick ? 2_000 : 10_000); // what opening them left in memory is cleared away
    const sumMs = async () => (await places()).reduce((sum, record) => sum + (record?.position.atMs ?? 0), 0);
    const beforeMs = await sumMs();
    const measured = await over(worker, redisUrl, seconds);
    const afterMs = await sumMs();
    for (const viewed of all) await replays.leave(viewed);
    return { ...measured, movedMs: (afterMs - beforeMs) / count };
  });
  const cores = (cpu + redis) / seconds;
  const value = count / cores;
  const detail = `${count} replays took ${cores.toFixed(2)} of a core, Redis ${(redis / seconds).toFixed(2)} of it; ${thousands(played / seconds)} items/s at ${(movedMs / seconds / 1_000).toFixed(1)}×, ${lagSeconds.toFixed(0)} s behind`;
  return {
    part,
    measure: `replays a core carries, ${room}, ${speed}×`,
    value,
    unit: "",
    goal: `≥ ${goal}`,
    isMet: value >= goal,
    detail,
  };
}

async function over(worker: RoleProcess, redisUrl: string, seconds: number) {
  const now = async () => ({
    cpu: await worker.cpuSeconds(),
    redis: await redisCpu(redisUrl),
    played: await worker.call<number>("played"),
    lagSeconds: await worker.call<number>("lagSeconds"),
  });
  const before = await now();
  await pause(seconds * 1_000);
  const after = await now();
  return {
    cpu: after.cpu - before.cpu,
    redis: after.redis - before.redis,
    played: after.played - before.played,
    lagSeconds: after.lagSeconds - before.lagSeconds,
  };
}

async function fast(stage: Stage, recording: Recorded): Promise<Row[]> {
  const seconds = stage.options.quick ? 2 : 20;
  const { cpu, redis, gatewayCpu, bytes, movedMs } = await withSocket(stage, recording, async ({ worker, gateway, seeker }) => {
    await seeker.call("command", { action: "speed", value: 100 });
    await seeker.call("command", { action: "resume" });
    await pause(1_000);
    const before = { gateway: await gateway.cpuSeconds(), bytes: await seeker.call<number>("bytes"), seen: await seenBy(seeker) };
    const measured = await over(worker, stage.redisUrl, seconds);
    const after = { gateway: await gateway.cpuSeconds(), bytes: await seeker.call<number>("bytes"), seen: await seenBy(seeker) };
    return {
      ...measured,
      gatewayCpu: after.gateway - before.gateway,
      bytes: after.bytes - before.bytes,
      movedMs: after.seen.said.positionMs - before.seen.said.positionMs,
    };
  });
  const cores = (cpu + redis) / seconds;
  const kilobytes = bytes / 1e3 / seconds;
  const detail = `46 events/s, at ${(movedMs / seconds / 1_000).toFixed(0)}×; Redis ${(redis / seconds).toFixed(2)} of it, the gateway ${(gatewayCpu / seconds).toFixed(2)} beside`;
  return [
    { part, measure: "a busy room at 100×", value: cores, unit: "core", goal: "≤ 0.25", isMet: cores <= 0.25, detail },
    {
      part,
      measure: "a busy room at 100×: a socket",
      value: kilobytes,
      unit: "KB/s",
      goal: "≤ 100",
      isMet: kilobytes <= 100,
      detail,
    },
  ];
}

type Seen = { readonly said: ReplayState; readonly seenMs: number };
const seenBy = (seeker: RoleProcess): Promise<Seen> => seeker.call<Seen>("state");

/** A step is 250 ms, and what it shows is as old as that at most. */
const TICK_MS = 250;

async function clocks(stage: Stage, recording: Recorded): Promise<Row[]> {
  const seconds = stage.options.quick ? 2 : 60;
  const rows: Row[] = [];
  for (const speed of [1, 37]) {
    const errorMs = await withSocket(stage, recording, async ({ seeker }) => {
      await seeker.call("command", { action: "speed", value: speed });
      await seeker.call("command", { action: "resume" });
      await pause(2_000);
      const first = await seenBy(seeker);
      await pause(seconds * 1_000);
      const last = await seenBy(seeker);
      return last.said.positionMs - first.said.positionMs - (last.seenMs - first.seenMs) * speed;
    });
    const value = Math.abs(errorMs);
    rows.push({
      part,
      measure: `clock after ${seconds} s at ${speed}×: error`,
      value,
      unit: "ms",
      goal: `≤ ${TICK_MS * speed}`,
      isMet: value <= TICK_MS * speed,
      detail: "event time, as the socket saw it; the clock itself is held over ten minutes by a test",
    });
  }
  return rows;
}
