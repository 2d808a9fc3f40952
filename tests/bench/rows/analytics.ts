import { setTimeout as pause } from "node:timers/promises";
import { startRedisServer } from "@frontrow/redis/server";
import { cpuOf, redisUsage } from "../lib/measure.ts";
import { startRole } from "../lib/role.ts";
import { type Bench, type Row, ratio, thousands } from "../lib/row.ts";
import { until } from "../lib/timing.ts";

const BATCH = 10;
/** 0.7 of the 1,907 that Redis got with 10,000 sessions when all documents were written as they changed. */
const MOST_BYTES = 1_335;

/** Of one worker and its Redis, an event where nothing else is said. */
interface Cost {
  readonly sessions: number;
  readonly micros: number;
  /** With the appends that are folded. */
  readonly redisMicros: number;
  /** What the worker sent to Redis. */
  readonly bytes: number;
  /** What Redis got in all: the appends, too. */
  readonly allBytes: number;
  /** Of a session, above a worker and a Redis without any. */
  readonly memory: { readonly usedBytes: number; readonly rssBytes: number; readonly redisBytes: number };
  readonly share: number;
}

/** What folding costs a worker and Redis, checkpoints and following the logs included, with few sessions and with many. */
export const analytics: Bench = {
  name: "analytics",
  async run({ quick, redisCommand, sessions = quick ? [100, 1_000] : [10, 100, 1_000, 10_000] }) {
    const entriesPerSecond = quick ? 1000 : 1500;
    const seconds = quick ? 3 : 15;
    const costs: Cost[] = [];
    for (const count of sessions) costs.push(await measure(redisCommand, count, entriesPerSecond, seconds));
    const rows: Row[] = costs.flatMap((cost) => [cpuRow(cost), bytesRow(cost), memoryRow(cost)]);
    const few = costs.find((cost) => cost.sessions === 100);
    if (!few) return rows;
    const perCpuSecond = 1e6 / few.micros;
    rows.push({
      part: "analytics",
      measure: "fold and checkpoint, 10 events an entry",
      value: perCpuSecond,
      unit: "events/CPU s",
      goal: "≥ 40,000",
      isMet: perCpuSecond >= 40_000,
      detail: "with 100 sessions",
    });
    const many = costs.find((cost) => cost.sessions === (quick ? 1_000 : 10_000));
    if (!many) return rows;
    const measured = `an event with ${thousands(many.sessions)} sessions against 100, at equal load`;
    const detail = `${many.micros.toFixed(1)} against ${few.micros.toFixed(1)} µs`;
    return [...rows, ratio("analytics", measured, many.micros, few.micros, { atMost: 1.6 }, detail)];
  },
};

const cpuRow = ({ sessions, micros, redisMicros, share }: Cost): Row => ({
  part: "analytics",
  measure: `an event with ${thousands(sessions)} sessions`,
  value: micros,
  unit: "µs of CPU",
  detail: `Redis ${redisMicros.toFixed(1)} µs, the append among it; folded ${share.toFixed(3)}`,
});

const bytesRow = ({ sessions, bytes, allBytes }: Cost): Row => ({
  part: "analytics",
  measure: `into Redis an event with ${thousands(sessions)} sessions`,
  value: allBytes,
  unit: "bytes",
  ...(sessions === 10_000 ? { goal: `≤ ${thousands(MOST_BYTES)}`, isMet: allBytes <= MOST_BYTES } : {}),
  detail: `${thousands(bytes)} of them by the worker, the others are the append`,
});

const memoryRow = ({ sessions, memory: { usedBytes, rssBytes, redisBytes } }: Cost): Row => ({
  part: "analytics",
  measure: `memory of one of ${thousands(sessions)} sessions`,
  value: usedBytes / 1024,
  unit: "KB",
  detail: `RSS ${kilobytes(rssBytes)} KB, Redis ${kilobytes(redisBytes)} KB`,
});

const kilobytes = (bytes: number): string => thousands(bytes / 1024);

async function measure(command: string, sessions: number, entriesPerSecond: number, seconds: number): Promise<Cost> {
  const { url, stop } = await startRedisServer({ command });
  const [writer, worker] = [startRole("writer"), startRole("analytics")];
  await worker.call("start", { url });
  await writer.call("start", { url });
  const [empty, emptyRedis] = [await worker.memory(), await redisUsage(url)];
  await writer.call("open", { names: Array.from({ length: sessions }, (_, index) => `demo:s${index}`) });
  await writer.call("order");
  await until("every session is folded", async () => (await worker.call<number>("owned")) >= sessions);
  await writer.call("spread", { entriesPerSecond, batch: BATCH, seconds: Math.min(3, seconds / 3) });
  await waitForCheckpoints();
  const soFar = async () => ({
    folded: await worker.call<number>("folded"),
    bytes: await worker.call<number>("sentBytes"),
    redis: await redisUsage(url),
  });
  const before = await soFar();
  const { result: events, cpuSeconds } = await cpuOf([worker], async () => {
    const appended = await writer.call<number>("spread", { entriesPerSecond, batch: BATCH, seconds });
    await waitForCheckpoints();
    return appended;
  });
  const after = await soFar();
  const full = await worker.memory();
  await Promise.all([writer.stop(), worker.stop()]);
  await stop();
  const folded = after.folded - before.folded;
  return {
    sessions,
    micros: ((cpuSeconds[0] as number) * 1e6) / folded,
    redisMicros: ((after.redis.cpuSeconds - before.redis.cpuSeconds) * 1e6) / folded,
    bytes: (after.bytes - before.bytes) / folded,
    allBytes: (after.redis.inputBytes - before.redis.inputBytes) / folded,
    memory: {
      usedBytes: (full.usedBytes - empty.usedBytes) / sessions,
      rssBytes: (full.rssBytes - empty.rssBytes) / sessions,
      redisBytes: (after.redis.memoryBytes - emptyRedis.memoryBytes) / sessions,
    },
    share: folded / events,
  };
}

/** Longer than the longest wait for a checkpoint. */
const waitForCheckpoints = () => pause(2000);
