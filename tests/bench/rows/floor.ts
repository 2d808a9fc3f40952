import { startRedisServer } from "@frontrow/redis/server";
import { cpuOf, redisCpu } from "../lib/measure.ts";
import { profiled } from "../lib/profiled.ts";
import { startRole } from "../lib/role.ts";
import type { Bench, Row } from "../lib/row.ts";

const PART = "floor";
const BATCH = 10;
const FLUSH_MS = 50;

/** What no change of ours goes below: the same work without everything that makes it safe, shared or owned. */
export const floor: Bench = {
  name: "floor",
  async run({ quick, redisCommand }) {
    return [
      ...(await folding(quick ? 100_000 : 400_000)),
      ...(await appending(redisCommand, quick ? 5_000 : 30_000)),
      await writing("1 × 1000 sockets, 10 events a frame", 1, 1000, 10, quick ? 2 : 6),
      await writing("500 × 2 sockets, an event a frame", 500, 2, 1, quick ? 2 : 6),
    ];
  },
};

/** One process that makes JSON of entries, and reads and folds them: no Redis, checkpoint or document. */
async function folding(events: number): Promise<Row[]> {
  const role = startRole("folder");
  const stringify = await profiled(() => role.call<number>("stringify", { events }));
  const fold = await profiled(() => role.call<number>("fold", { events, sessions: 100 }));
  await role.stop();
  const value = stringify + fold;
  const detail = `stringify ${stringify.toFixed(1)}, parse and fold ${fold.toFixed(1)}; ${BATCH} events an entry`;
  return [{ part: PART, measure: "stringify, parse and fold, 100 sessions", value, unit: "µs of CPU an event", detail }];
}

/** Entries to the log and its followers without script, fence, chain or head; nobody follows. */
async function appending(command: string, entries: number): Promise<Row[]> {
  const { url, stop } = await startRedisServer({ command });
  const role = startRole("appender");
  await role.call("start", { url, count: 500 });
  const rows: Row[] = [];
  for (const batch of [BATCH, 1]) {
    await role.call("bare", { entries: entries / 5, batch });
    const before = await redisCpu(url);
    const { cpuSeconds } = await cpuOf([role], () => role.call("bare", { entries, batch }));
    const micros = ((cpuSeconds[0] as number) * 1e6) / entries;
    const redis = (((await redisCpu(url)) - before) * 1e6) / entries;
    rows.push({
      part: PART,
      measure: `a bare XADD and SPUBLISH, ${batch === 1 ? "an event" : `${batch} events`} an entry, pipelined`,
      value: micros / batch,
      unit: "µs of CPU an event",
      detail: `Redis ${(redis / batch).toFixed(1)}; an entry: client ${micros.toFixed(1)}, Redis ${redis.toFixed(1)} µs`,
    });
  }
  await role.stop();
  await stop();
  return rows;
}

/** Frames that are ready, written to open sockets. */
async function writing(measure: string, count: number, socketsPerRoom: number, batch: number, seconds: number): Promise<Row> {
  const [server, sockets] = [startRole("frames"), startRole("sockets")];
  const port = await server.call<number>("start");
  const rooms = Array.from({ length: count }, (_, index) => `r${index}`);
  await sockets.call("connect", { kind: "raw", port, rooms, socketsPerRoom, atOnce: 50 });
  const run = (forSeconds: number) => server.call<number>("run", { everyMs: FLUSH_MS, batch, seconds: forSeconds });
  await run(1);
  await sockets.call("reset");
  const { result: writes, cpuSeconds } = await cpuOf([server, sockets], () => run(seconds));
  const { bytes, frames } = await sockets.call<{ bytes: number; frames: number }>("counts");
  await Promise.all([server.stop(), sockets.stop()]);
  const [mine, reading] = cpuSeconds.map((cpu) => (cpu * 1e6) / writes) as [number, number];
  const detail = `${(mine / batch).toFixed(1)} a delivery; frames of ${(bytes / frames).toFixed(0)} bytes; a client reads one for ${reading.toFixed(1)} µs`;
  return { part: PART, measure: `a ready frame written, ${measure}`, value: mine, unit: "µs of CPU a write", detail };
}
