import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { startRedisServer } from "@frontrow/redis/server";
import { Redis } from "ioredis";
import { WebSocket } from "ws";
import { type RoleProcess, startRole } from "../lib/role.ts";
import type { Bench, Row } from "../lib/row.ts";
import { quantile } from "../lib/statistics.ts";
import { until } from "../lib/timing.ts";

/** Where the user is who has nothing to do with it: on loopback each address counts by itself. */
const ELSEWHERE = "127.0.0.2";
const MB = 1_048_576;
const CONNECT_DEADLINE_MS = 30_000;

/**
 * One anonymous address tries all at once to fill Redis, to have names looked for, and to take the gateway's memory; what does a
 * user elsewhere notice? Events are timed without the attack first, for half as long. `ATTACK_SECONDS` changes how long it lasts.
 */
export const attack: Bench = {
  name: "attack",
  async run({ quick, redisCommand }) {
    const seconds = Number(process.env["ATTACK_SECONDS"] ?? (quick ? 10 : 60));
    const server = await startRedisServer({ command: redisCommand });
    const redis = new Redis(server.url);
    const tiktok = await countingTikTok();
    const roles: RoleProcess[] = [];
    const start = (name: string): RoleProcess => {
      const role = startRole(name);
      roles.push(role);
      return role;
    };
    try {
      return await measure({ start, url: server.url, redis, tiktok, seconds });
    } finally {
      await Promise.all(roles.map((role) => role.stop()));
      redis.disconnect();
      tiktok.close();
      await server.stop();
    }
  },
};

interface World {
  start(name: string): RoleProcess;
  readonly url: string;
  readonly redis: Redis;
  readonly tiktok: Awaited<ReturnType<typeof countingTikTok>>;
  readonly seconds: number;
}

async function measure({ start, url, redis, tiktok, seconds }: World): Promise<Row[]> {
  const [simulator, ingest, analytics, gateway, attacker] = ["simulator", "ingest", "analytics", "gateway", "attacker"].map(
    start,
  ) as [RoleProcess, RoleProcess, RoleProcess, RoleProcess, RoleProcess];
  const simulatorUrl = await simulator.call<string>("start");
  await simulator.call("broadcasts", { names: ["busy"], eventsPerSecond: 20, messagesPerFrame: 2 });
  const hosts = { TIKTOK_WEB_URL: tiktok.url, TIKTOK_WEBCAST_URL: tiktok.url, SIGN_API_URL: tiktok.url };
  await ingest.call("start", { url, env: { SIMULATOR_URL: simulatorUrl, ...hosts } });
  await analytics.call("start", { url });
  const port = await gateway.call<number>("start", { url, env: { BENCH_LIMITS: "default", BEAT_MS: "500" } });

  let latencies: number[] = [];
  const viewer = openUser(port);
  viewer.on("message", (data) => {
    for (const [, at] of String(data).matchAll(/"sentAtMs":(\d+)/g)) latencies.push(Date.now() - Number(at));
  });
  await until("the broadcast is on view", async () => latencies.length > 50);
  latencies = [];
  await pause(seconds * 500);
  const calm = latencies;
  const usedMemory = async () => Number(/used_memory:(\d+)/.exec(await redis.info("memory"))?.[1]);
  const before = { redis: await usedMemory(), gateway: (await gateway.memory()).rssBytes };
  const asked = tiktok.requests();
  latencies = [];

  let isOver = false;
  const attempts = attacker.call<Record<string, number>>("attack", { port, seconds }).finally(() => {
    isOver = true;
  });
  const connects: number[] = [];
  let redisPeak = 0;
  while (!isOver) {
    connects.push(await timeToConnect(port));
    redisPeak = Math.max(redisPeak, await usedMemory());
    await pause(1_000);
  }
  const tried = Object.entries(await attempts).map(([what, count]) => `${count} ${what}`);
  const attacked = latencies;
  // Only now: the role collects garbage before it answers, and users would wait for that.
  const gatewayAfter = (await gateway.memory()).rssBytes;
  viewer.terminate();
  const part = `${seconds} s of attacks from one address`;
  const row = (measure: string, value: number, unit: string, limit: number, detail = tried.join(", ")): Row => ({
    part,
    measure,
    value,
    unit,
    goal: `< ${limit} ${unit}`,
    isMet: value < limit,
    detail,
  });
  const [calmP95, attackedP95] = [quantile(calm, 0.95), quantile(attacked, 0.95)];
  return [
    row("a user elsewhere sees a broadcast, slowest of all tries", Math.max(...connects) / 1_000, "s", 2),
    row("Redis grew", (redisPeak - before.redis) / MB, "MB", 20),
    row("gateway's RSS grew", (gatewayAfter - before.gateway) / MB, "MB", 100),
    row("requests to TikTok", tiktok.requests() - asked, "", 60),
    row("p95 of an event until a user elsewhere has it", attackedP95, "ms", 100, spread(attacked)),
    { part, measure: "p95 of an event before the attack", value: calmP95, unit: "ms", detail: spread(calm) },
    { part, measure: "p95 of an event, against before the attack", value: attackedP95 / calmP95, unit: "×" },
  ];
}

const spread = (latencies: readonly number[]): string =>
  `p50 ${quantile(latencies, 0.5)} ms, p99 ${quantile(latencies, 0.99)} ms, ${latencies.length} events`;

/** A user with a desk of their own who watches the broadcast. */
function openUser(port: number): WebSocket {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, ["frontrow.v1"], { localAddress: ELSEWHERE });
  socket.on("open", () => socket.send(JSON.stringify({ type: "changeUsername", username: "demo:busy" })));
  socket.on("error", () => {});
  return socket;
}

/** Milliseconds from the first packet to the broadcast's snapshot. */
async function timeToConnect(port: number): Promise<number> {
  const began = performance.now();
  const socket = openUser(port);
  const seen = new Promise<void>((resolve) => {
    socket.on("message", (data) => {
      if (String(data).startsWith('{"type":"history"')) resolve();
    });
  });
  await Promise.race([seen, pause(CONNECT_DEADLINE_MS)]);
  socket.terminate();
  return performance.now() - began;
}

/** Where TikTok would be: knows nobody, and counts who asks. */
async function countingTikTok() {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.writeHead(404, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
