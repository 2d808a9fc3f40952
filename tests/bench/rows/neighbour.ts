import { setTimeout as pause } from "node:timers/promises";
import { startRedisServer } from "@frontrow/redis/server";
import { cpuOf, redisCpu } from "../lib/measure.ts";
import { type RoleProcess, startRole } from "../lib/role.ts";
import { type Bench, type Row, ratio, thousands } from "../lib/row.ts";
import { median, quantile } from "../lib/statistics.ts";
import { until } from "../lib/timing.ts";

const QUIET_SESSIONS = 20;
const QUIET_EVENTS_PER_SECOND = 8;
const LOUD_EVENTS_PER_SECOND = 5_000;
/** Rounds of alone and beside, in turn, of which the median counts: what else the machine does falls on single ones. */
const ROUNDS = 5;

interface Span {
  readonly latencies: number[];
  readonly cpu: string;
}

/** Twenty quiet sessions, alone and beside a loud one, in the same processes: what the loud one costs the others. */
export const neighbour: Bench = {
  name: "neighbour",
  async run({ quick, redisCommand }) {
    const server = await startRedisServer({ command: redisCommand });
    const roles: RoleProcess[] = [];
    const start = (name: string): RoleProcess => {
      const role = startRole(name);
      roles.push(role);
      return role;
    };
    try {
      return await measure(start, server.url, quick ? 4 : 6, quick ? 1 : ROUNDS);
    } finally {
      await Promise.all(roles.map((role) => role.stop()));
      await server.stop();
    }
  },
};

async function measure(start: (name: string) => RoleProcess, url: string, seconds: number, rounds: number): Promise<Row[]> {
  // The loud broadcast comes from a simulator of its own and goes to a client of its own: both only stand for the world.
  const [simulator, loudSimulator] = [start("simulator"), start("simulator")];
  const [ingest, analytics, gateway] = [start("ingest"), start("analytics"), start("gateway")];
  const [sockets, loudSockets] = [start("sockets"), start("sockets")];
  const simulatorUrl = await simulator.call<string>("start");
  const loudUrl = await loudSimulator.call<string>("start");
  const quiet = Array.from({ length: QUIET_SESSIONS }, (_, index) => `quiet${index}`);
  await simulator.call("broadcasts", { names: quiet, eventsPerSecond: QUIET_EVENTS_PER_SECOND, messagesPerFrame: 1 });
  await loudSimulator.call("broadcasts", { names: ["loud"], eventsPerSecond: LOUD_EVENTS_PER_SECOND, messagesPerFrame: 10 });
  const env = { SIMULATOR_URL: simulatorUrl, TIKTOK_WEB_URL: loudUrl, TIKTOK_WEBCAST_URL: loudUrl, SIGN_API_URL: loudUrl };
  await ingest.call("start", {
    url,
    env: { ...env, SIGN_CALLS_PER_MINUTE: "0", SIGN_CALLS_PER_HOUR: "0", SIGN_CALLS_PER_DAY: "0", UNWATCHED_GRACE_MS: "500" },
  });
  await analytics.call("start", { url });
  const port = await gateway.call<number>("start", { url, env: { HISTORY_EVENTS: "20" } });
  const connect = async (to: RoleProcess, rooms: string[]) => {
    const expected = await to.call<number>("connect", { kind: "frontrow", port, rooms, socketsPerRoom: 2, atOnce: 20 });
    await until("every socket is ready", async () => (await to.call<number>("ready")) >= expected);
    await pause(3_000);
  };
  const services: Record<string, RoleProcess> = { ingest, analytics, gateway };
  const span = async (): Promise<Span> => {
    await sockets.call("sample");
    await loudSockets.call("reset");
    const before = await redisCpu(url);
    const { cpuSeconds } = await cpuOf(Object.values(services), () => pause(seconds * 1000));
    const redis = ((await redisCpu(url)) - before) / seconds;
    const cores = Object.keys(services).map((name, index) => `${name} ${((cpuSeconds[index] as number) / seconds).toFixed(2)}`);
    const { events } = await loudSockets.call<{ events: number }>("counts");
    const cpu = `${thousands(events / 2 / seconds)} loud events/s; cores: ${cores.join(", ")}, redis ${redis.toFixed(2)}`;
    return { latencies: await sockets.call<number[]>("latencies"), cpu };
  };

  await connect(
    sockets,
    quiet.map((name) => `demo:${name}`),
  );
  const alone: Span[] = [];
  const beside: Span[] = [];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await span());
    await connect(loudSockets, ["loud"]);
    beside.push(await span());
    await loudSockets.call("close");
    await pause(2_000);
  }
  const p = (spans: readonly Span[], q: number) => median(spans.map(({ latencies }) => quantile(latencies, q)));
  const told = [alone, beside].map((spans) => `p50 ${p(spans, 0.5)} ms, p99 ${p(spans, 0.99)} ms`);
  const sentence = `p99 of ${QUIET_SESSIONS} sessions at ${QUIET_EVENTS_PER_SECOND} events/s, beside one at ${thousands(LOUD_EVENTS_PER_SECOND)} against alone`;
  const detail = `alone ${told[0]}; beside ${told[1]}; ${beside.at(-1)?.cpu}`;
  return [ratio("neighbour", sentence, p(beside, 0.99), p(alone, 0.99), { atMost: 1.2 }, detail)];
}
