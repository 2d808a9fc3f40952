import { startRedisServer } from "@frontrow/redis/server";
import { startRole } from "../../../tests/bench/lib/role.ts";
import { startDist } from "./dist-role.ts";

const [, , shape = "hot"] = process.argv;
const rooms = shape === "hot" ? ["demo:r0"] : Array.from({ length: 500 }, (_, i) => `demo:r${i}`);
const per = shape === "hot" ? 1000 : 2;
const rate = shape === "hot" ? 200 : 20;
const server = await startRedisServer({ command: "/tmp/frontrow-tools/redis-server" });
const writer = startRole("writer"),
  sockets = startRole("sockets");
const gateway = startDist();
await writer.call("start", { url: server.url });
await writer.call("open", { names: rooms });
const port = await gateway.call("start", { url: server.url });
await gateway.call("profile");
const t = performance.now();
const u0 = await gateway.usage();
const expected = await sockets.call<number>("connect", { kind: "frontrow", port, rooms, socketsPerRoom: per, atOnce: 50 });
while ((await sockets.call<number>("ready")) < expected) await new Promise((r) => setTimeout(r, 100));
const u1 = await gateway.usage();
await gateway.call("profiled", { file: "/tmp/gwprof/connect-" + shape + ".cpuprofile" });
console.log(
  "connect",
  expected,
  "ms",
  Math.round(performance.now() - t),
  "cpu us each",
  Math.round(((u1.cpuSeconds - u0.cpuSeconds) * 1e6) / expected),
  "rss KB each",
  (u1.rssBytes - u0.rssBytes) / expected / 1024,
  "heap",
  (u1.heapBytes - u0.heapBytes) / expected / 1024,
);
const run = (s: number) => writer.call<number>("run", { everyMs: 50, batch: rate * 0.05, seconds: s });
await run(2);
await new Promise((r) => setTimeout(r, 1500));
await sockets.call("reset", {});
const a = await gateway.usage();
await gateway.call("profile");
const published = await run(4);
await new Promise((r) => setTimeout(r, 3000));
const b = await gateway.usage();
await gateway.call("profiled", { file: "/tmp/gwprof/run-" + shape + ".cpuprofile" });
const { events, frames } = await sockets.call<any>("counts");
console.log(
  shape,
  "published",
  published,
  "delivered",
  events,
  "frames",
  frames,
  "per cpu s",
  Math.round(events / (b.cpuSeconds - a.cpuSeconds)),
  "us/frame",
  (((b.cpuSeconds - a.cpuSeconds) * 1e6) / frames).toFixed(1),
);
await Promise.all([writer.stop(), sockets.stop()]);

await gateway.stop();
await server.stop();
process.exit(0);
