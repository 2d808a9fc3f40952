import { setTimeout as pause } from "node:timers/promises";
import { startRedisServer } from "@frontrow/redis/server";
import { cpuOf, redisCpu } from "../lib/measure.ts";
import { type RoleProcess, startRole } from "../lib/role.ts";
import { type Bench, ratio, thousands } from "../lib/row.ts";
import { medianBy } from "../lib/statistics.ts";
import { until } from "../lib/timing.ts";

const SESSIONS = 200;
const SOCKETS_EACH = 2;
/** Ours and the peer's in turn. */
const ROUNDS = 3;
const names = Array.from({ length: SESSIONS }, (_, index) => `demo:s${index}`);

interface Work {
  /** Events a second that were made and reached their sockets. */
  readonly perSecond: number;
  /** CPU an event of each serving process and Redis, by its name; making the events is inside for all forms. */
  readonly micros: Readonly<Record<string, number>>;
}

const microsPerEvent = ({ micros }: Work): number => Object.values(micros).reduce((sum, each) => sum + each, 0);

/** The same work as a single process in memory does: events made, folded and shown to two sockets a session. */
export const singleProcess: Bench = {
  name: "single-process",
  async run({ quick, redisCommand }) {
    const seconds = quick ? 2 : 8;
    const rate = 4_000;
    const oursEach: Work[] = [];
    const bestEach: Work[] = [];
    for (let round = 0; round < (quick ? 1 : ROUNDS); round += 1) {
      oursEach.push(await frontrow(redisCommand, rate, seconds));
      bestEach.push(await inMemory("best", rate, seconds));
    }
    // What else the machine does falls on single rounds.
    const [ours, best] = [oursEach, bestEach].map((works) => medianBy(works, microsPerEvent)) as [Work, Work];
    const [ourMicros, bestMicros] = [microsPerEvent(ours), microsPerEvent(best)];
    const naiveLimit = await limit((asked) => inMemory("naive", asked, seconds), 2_000, quick ? 8 : 1.5);
    const ourLimit = await limit(
      (asked) => frontrow(redisCommand, asked, seconds),
      (quick ? 8 : 2) * naiveLimit.perSecond,
      quick ? 8 : 1.5,
    );
    return [
      ratio(
        "single process",
        "events/s against its naive form",
        ourLimit.perSecond,
        naiveLimit.perSecond,
        { atLeast: 2 },
        `${thousands(ourLimit.perSecond)} against ${thousands(naiveLimit.perSecond)} events/s, ${SESSIONS} sessions × ${SOCKETS_EACH} sockets, all on this machine`,
      ),
      ratio(
        "single process",
        "CPU an event against its best form",
        ourMicros,
        bestMicros,
        { atMost: 2.5 },
        `${ourMicros.toFixed(0)} against ${bestMicros.toFixed(0)} µs an event at ${thousands(rate)} events/s, Redis and every process included (${told(ours)})`,
      ),
    ];
  },
};

const told = ({ micros }: Work): string =>
  Object.entries(micros)
    .map(([name, each]) => `${name} ${each.toFixed(0)}`)
    .join(", ");

/** Raises what is asked until a tenth of it is not done, and gives what was done at most. */
async function limit(run: (asked: number) => Promise<Work>, from: number, step: number): Promise<Work> {
  let best: Work = { perSecond: 0, micros: {} };
  for (let asked = from; asked <= 64_000; asked *= step) {
    const done = await run(Math.round(asked));
    if (done.perSecond > best.perSecond) best = done;
    if (done.perSecond < asked * 0.9) return best;
  }
  return best;
}

async function inMemory(form: "naive" | "best", eventsPerSecond: number, seconds: number): Promise<Work> {
  const [server, sockets] = [startRole("single-process"), startRole("sockets")];
  const port = await server.call<number>("start", { names });
  await sockets.call("connect", { kind: "raw", port, rooms: names, socketsPerRoom: SOCKETS_EACH, atOnce: 50 });
  await server.call("fill");
  const work = (forSeconds: number) =>
    server.call<{ events: number; seconds: number }>("run", { form, eventsPerSecond, seconds: forSeconds });
  await work(seconds);
  const { result, cpuSeconds } = await cpuOf([server], () => work(seconds));
  await Promise.all([server.stop(), sockets.stop()]);
  const micros = { [server.name]: ((cpuSeconds[0] as number) * 1e6) / result.events };
  return { perSecond: result.events / result.seconds, micros };
}

async function frontrow(command: string, eventsPerSecond: number, seconds: number): Promise<Work> {
  const redis = await startRedisServer({ command });
  const [writer, analytics, gateway, sockets] = ["writer", "analytics", "gateway", "sockets"].map((name) => startRole(name)) as [
    RoleProcess,
    RoleProcess,
    RoleProcess,
    RoleProcess,
  ];
  await analytics.call("start", { url: redis.url });
  await writer.call("start", { url: redis.url });
  await writer.call("open", { names });
  await writer.call("order");
  const port = await gateway.call<number>("start", { url: redis.url });
  const expected = await sockets.call<number>("connect", {
    kind: "frontrow",
    port,
    rooms: names,
    socketsPerRoom: SOCKETS_EACH,
    atOnce: 50,
  });
  await until("every socket is ready", async () => (await sockets.call<number>("ready")) >= expected);
  await until("every session is folded", async () => (await analytics.call<number>("owned")) >= SESSIONS);
  // Each session says something each 50 ms, or less often where it has less to say than that.
  const batch = Math.max(1, Math.round(eventsPerSecond / SESSIONS / 20));
  const everyMs = (1000 * SESSIONS * batch) / eventsPerSecond;
  const run = (forSeconds: number) => writer.call<number>("run", { everyMs, batch, seconds: forSeconds });
  // As long as it is measured: V8 compiles for some seconds, and a process serves for days.
  await run(seconds);
  await sockets.call("reset");
  const before = await redisCpu(redis.url);
  const start = performance.now();
  const serving = [writer, analytics, gateway];
  const { result, cpuSeconds } = await cpuOf(serving, async () => {
    const appended = await run(seconds);
    while (
      (await sockets.call<{ events: number }>("counts")).events < appended * SOCKETS_EACH &&
      performance.now() - start < seconds * 3000
    )
      await pause(50);
    return appended;
  });
  const took = (performance.now() - start) / 1000;
  const redisSeconds = (await redisCpu(redis.url)) - before;
  await Promise.all([writer, analytics, gateway, sockets].map((role) => role.stop()));
  await redis.stop();
  const micros = (seconds: number) => (seconds * 1e6) / result;
  const ofServing = Object.fromEntries(serving.map(({ name }, index) => [name, micros(cpuSeconds[index] as number)]));
  return { perSecond: result / took, micros: { ...ofServing, redis: micros(redisSeconds) } };
}
