import { startRedisServer } from "@frontrow/redis/server";
import { type RoleProcess, startRole } from "../lib/role.ts";
import type { Bench } from "../lib/row.ts";

/** Memory of a socket that only waits, after garbage collection, above the process without sockets. */
export const idle: Bench = {
  name: "idle",
  async run({ quick, redisCommand }) {
    const count = quick ? 1000 : 5000;
    const server = await startRedisServer({ command: redisCommand });
    const ours = await perSocket("gateway", "idle-frontrow", server.url, count);
    const theirs = await perSocket("socketio-gateway", "idle-socketio", server.url, count);
    await server.stop();
    const detail = `RSS ${ours.toFixed(1)} against ${theirs.toFixed(1)} KB a socket, ${count} sockets`;
    return [
      {
        part: "idle socket",
        measure: "RSS above the process",
        value: ours,
        unit: "KB",
        goal: "≤ 10 KB",
        isMet: ours <= 10,
        detail,
      },
      {
        part: "idle socket",
        measure: "against Socket.IO",
        value: ours / theirs,
        unit: "×",
        goal: "≤ 0.5 ×",
        isMet: ours / theirs <= 0.5,
        detail,
      },
    ];
  },
};

async function perSocket(gateway: string, kind: string, url: string, count: number): Promise<number> {
  const [server, sockets] = [startRole(gateway), startRole("sockets")];
  const port = await server.call<number>("start", { url });
  const connect = (rooms: number) =>
    sockets.call("connect", { kind, port, rooms: Array.from({ length: rooms }, () => "idle"), socketsPerRoom: 1, atOnce: 50 });
  // What the first sockets cost is code and pools, not sockets.
  await connect(Math.min(500, count));
  const before = await resting(server);
  await connect(count);
  const after = await resting(server);
  await Promise.all([server.stop(), sockets.stop()]);
  return (after - before) / count / 1024;
}

async function resting(role: RoleProcess): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await role.memory();
  return (await role.memory()).rssBytes;
}
