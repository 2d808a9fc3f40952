import { type RedisServer, startRedisServer } from "@frontrow/redis/server";
import { cpuOf } from "../lib/measure.ts";
import { startRole } from "../lib/role.ts";
import { type Bench, ratio, thousands } from "../lib/row.ts";
import { median, quantile } from "../lib/statistics.ts";

interface Shape {
  readonly rooms: string[];
  readonly socketsPerRoom: number;
  /** Events a second for each room. */
  readonly rate: number;
  readonly seconds: number;
}

interface Delivered {
  readonly perCpuSecond: number;
  readonly share: number;
  /** From an event's making to a socket, of the first one in each frame. */
  readonly p50: number;
}

/** Each room says something so often. */
const EVERY_MS = 50;

/** Events delivered per CPU second of the serving process, against Socket.IO with its Redis Streams adapter. */
export const fanOut: Bench = {
  name: "fan-out",
  async run({ quick, redisCommand }) {
    const seconds = quick ? 2 : 6;
    const names = (count: number) => Array.from({ length: count }, (_, index) => `demo:r${index}`);
    const hot: Shape = { rooms: names(1), socketsPerRoom: quick ? 400 : 1000, rate: 200, seconds };
    const wide: Shape = { rooms: names(quick ? 200 : 500), socketsPerRoom: 2, rate: 20, seconds };
    const rounds = quick ? 1 : 3;
    return [
      await compare(`a hot session: 200 events/s to ${hot.socketsPerRoom} sockets`, hot, 8, rounds, redisCommand),
      await compare(`${wide.rooms.length} sessions × 2 sockets × 20 events/s`, wide, 2.5, rounds, redisCommand),
    ];
  },
};

async function compare(measure: string, shape: Shape, atLeast: number, rounds: number, redisCommand: string) {
  const ours: Delivered[] = [];
  const theirs: Delivered[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await withRedis(redisCommand, (server) => frontrow(server, shape)));
    theirs.push(await withRedis(redisCommand, (server) => socketIo(server, shape)));
  }
  const [mine, peer] = [ours, theirs].map((runs) => median(runs.map(({ perCpuSecond }) => perCpuSecond))) as [number, number];
  const share = (runs: Delivered[]) => Math.min(...runs.map((run) => run.share)).toFixed(3);
  const p50 = (runs: Delivered[]) => median(runs.map((run) => run.p50)).toFixed(0);
  const detail = `${thousands(mine)} against ${thousands(peer)} events delivered per CPU second of the gateway; delivered ${share(ours)} and ${share(theirs)}; p50 ${p50(ours)} and ${p50(theirs)} ms`;
  return ratio("gateway fan-out", measure, mine, peer, { atLeast }, detail);
}

async function withRedis<T>(command: string, work: (server: RedisServer) => Promise<T>): Promise<T> {
  const server = await startRedisServer({ command });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

async function frontrow({ url }: RedisServer, { rooms, socketsPerRoom, rate, seconds }: Shape): Promise<Delivered> {
  const [writer, gateway, sockets] = [startRole("writer"), startRole("gateway"), startRole("sockets")];
  await writer.call("start", { url });
  await writer.call("open", { names: rooms });
  const port = await gateway.call<number>("start", { url });
  const expected = await sockets.call<number>("connect", { kind: "frontrow", port, rooms, socketsPerRoom, atOnce: 50 });
  await allReady(sockets, expected);
  const batch = (rate * EVERY_MS) / 1000;
  const run = (forSeconds: number) => writer.call<number>("run", { everyMs: EVERY_MS, batch, seconds: forSeconds });
  const delivered = await measured(
    gateway,
    sockets,
    () => run(seconds / 2),
    () => run(seconds),
    socketsPerRoom,
  );
  await Promise.all([writer.stop(), gateway.stop(), sockets.stop()]);
  return delivered;
}

async function socketIo({ url }: RedisServer, { rooms, socketsPerRoom, rate, seconds }: Shape): Promise<Delivered> {
  const [publisher, gateway, sockets] = [startRole("socketio-publisher"), startRole("socketio-gateway"), startRole("sockets")];
  await publisher.call("start", { url });
  const port = await gateway.call<number>("start", { url });
  const expected = await sockets.call<number>("connect", { kind: "socketio", port, rooms, socketsPerRoom, atOnce: 50 });
  await allReady(sockets, expected);
  const batch = (rate * EVERY_MS) / 1000;
  const run = (forSeconds: number) => publisher.call<number>("run", { rooms, everyMs: EVERY_MS, batch, seconds: forSeconds });
  const delivered = await measured(
    gateway,
    sockets,
    () => run(seconds / 2),
    () => run(seconds),
    socketsPerRoom,
  );
  await Promise.all([publisher.stop(), gateway.stop(), sockets.stop()]);
  return delivered;
}

type Role = ReturnType<typeof startRole>;

async function measured(
  gateway: Role,
  sockets: Role,
  warmUp: () => Promise<number>,
  work: () => Promise<number>,
  socketsPerRoom: number,
): Promise<Delivered> {
  await warmUp();
  await untilQuiet(sockets);
  await sockets.call("reset");
  await sockets.call("sample");
  const { result: published, cpuSeconds } = await cpuOf([gateway], async () => {
    const events = await work();
    await untilQuiet(sockets);
    return events;
  });
  const { events } = await sockets.call<{ events: number }>("counts");
  return {
    perCpuSecond: events / (cpuSeconds[0] as number),
    share: events / (published * socketsPerRoom),
    p50: quantile(await sockets.call<number[]>("latencies"), 0.5),
  };
}

async function allReady(sockets: Role, expected: number): Promise<void> {
  const deadline = performance.now() + 60_000;
  while ((await sockets.call<number>("ready")) < expected) {
    if (performance.now() > deadline) throw new Error(`only ${await sockets.call("ready")} of ${expected} sockets are ready`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until nothing more arrives. */
async function untilQuiet(sockets: Role): Promise<void> {
  let before = -1;
  for (let waits = 0; waits < 100; waits += 1) {
    const { events } = await sockets.call<{ events: number }>("counts");
    if (events === before) return;
    before = events;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
