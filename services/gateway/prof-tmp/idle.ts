import { startRedisServer } from "@frontrow/redis/server";
import { startRole } from "../../../tests/bench/lib/role.ts";
import { startDist } from "./dist-role.ts";

const server = await startRedisServer({ command: "/tmp/frontrow-tools/redis-server" });
const sockets = startRole("sockets"),
  gateway = startDist();
const port = await gateway.call("start", { url: server.url });
const connect = (n: number) =>
  sockets.call("connect", {
    kind: "idle-frontrow",
    port,
    rooms: Array.from({ length: n }, () => "idle"),
    socketsPerRoom: 1,
    atOnce: 50,
  });
const rest = async () => {
  await new Promise((r) => setTimeout(r, 4000));
  await gateway.usage();
  return gateway.usage();
};
await connect(500);
const a = await rest();
await gateway.call("heap", { file: "/tmp/gwprof/a.json" });
await connect(3000);
const b = await rest();
await gateway.call("heap", { file: "/tmp/gwprof/b.json" });
console.log("rss", (b.rssBytes - a.rssBytes) / 3000 / 1024, "heap", (b.heapBytes - a.heapBytes) / 3000 / 1024);
await Promise.all([sockets.stop(), gateway.stop()]);
await server.stop();
process.exit(0);
