import { setTimeout as pause } from "node:timers/promises";
import type { SessionId } from "@frontrow/protocol/ids";
import { keys } from "@frontrow/redis/keys";
import { startRedisServer } from "@frontrow/redis/server";
import { Redis } from "ioredis";
import { type RoleProcess, startRole } from "../lib/role.ts";
import type { Bench } from "../lib/row.ts";
import { until } from "../lib/timing.ts";

/** What a thousand desks on one creator cost beyond one: no connection, no fold, no append. */
export const manyDesks: Bench = {
  name: "many-desks",
  async run({ quick, redisCommand }) {
    const desks = quick ? 100 : 1000;
    const one = await watched(redisCommand, 1);
    const many = await watched(redisCommand, desks);
    const detail = `${many.entries} against ${one.entries} entries in 5 s, ${many.connections} against ${one.connections} connections`;
    return [
      {
        part: `${desks} desks on one creator`,
        measure: "connections to TikTok",
        value: many.connections,
        unit: "",
        goal: "1",
        isMet: many.connections === 1,
        detail,
      },
      {
        part: `${desks} desks on one creator`,
        measure: "appends and checkpoints, against one desk",
        value: many.entries / one.entries,
        unit: "×",
        goal: "≤ 1.1 ×",
        isMet: many.entries <= one.entries * 1.1,
        detail,
      },
    ];
  },
};

async function watched(command: string, desks: number): Promise<{ entries: number; connections: number }> {
  const server = await startRedisServer({ command });
  const roles = ["simulator", "ingest", "analytics", "gateway", "sockets"].map((name) => startRole(name)) as [
    RoleProcess,
    RoleProcess,
    RoleProcess,
    RoleProcess,
    RoleProcess,
  ];
  const [simulator, ingest, analytics, gateway, sockets] = roles;
  const simulatorUrl = await simulator.call<string>("start");
  await simulator.call("broadcasts", { names: ["hot"], eventsPerSecond: 50, messagesPerFrame: 5 });
  await ingest.call("start", { url: server.url, env: { SIMULATOR_URL: simulatorUrl } });
  await analytics.call("start", { url: server.url });
  const port = await gateway.call<number>("start", { url: server.url });
  await sockets.call("connect", { kind: "frontrow", port, rooms: ["demo:hot"], socketsPerRoom: desks, atOnce: 20 });
  await until("every desk is ready", async () => (await sockets.call<number>("ready")) >= desks);
  const redis = new Redis(server.url);
  const [log] = await redis.keys(keys.log("ses_*" as SessionId));
  const before = await redis.xlen(log as string);
  await pause(5000);
  const entries = (await redis.xlen(log as string)) - before;
  const connections = await simulator.call<number>("open", { names: ["hot"] });
  redis.disconnect();
  await Promise.all(roles.map((role) => role.stop()));
  await server.stop();
  return { entries, connections };
}
