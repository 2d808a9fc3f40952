import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { createRedis } from "@frontrow/redis/client";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";
import { quietLogger } from "@frontrow/testkit/quiet-logger";
import { serveRole } from "../../../tests/bench/lib/role.ts";
import { configSchema } from "../src/config.ts";
import { createGateway } from "../src/gateway.ts";

const session = new Session();
session.connect();
serveRole({
  async start({ url }: { url: string }) {
    const redis = createRedis(url, quietLogger);
    await redis.start();
    const config = configSchema.parse({ REDIS_URL: url, PORT: 0, MAX_SOCKETS_PER_ADDRESS: 20000 });
    const gateway = createGateway({ config, redis, logger: quietLogger as never, registry: createMetricsRegistry() });
    await gateway.start();
    return gateway.port;
  },
  async heap({ file }: { file: string }) {
    if (!process.env["HEAP"]) return;
    const { writeHeapSnapshot } = await import("node:v8");
    const f = writeHeapSnapshot("/tmp/gwprof/x.heapsnapshot");
    const { readFileSync, rmSync } = await import("node:fs");
    const snap = JSON.parse(readFileSync(f, "utf8"));
    rmSync(f);
    const m = snap.snapshot.meta,
      nf = m.node_fields.length,
      types = m.node_types[0],
      by: Record<string, [number, number]> = {};
    for (let i = 0; i < snap.nodes.length; i += nf) {
      const t = types[snap.nodes[i]],
        name = t === "string" || t === "concatenated string" ? t : t + ":" + snap.strings[snap.nodes[i + 1]].slice(0, 60);
      const e = (by[name] ??= [0, 0]);
      e[0]++;
      e[1] += snap.nodes[i + 3];
    }
    const ef = m.edge_fields.length,
      en = snap.edges;
    let e = 0;
    const owner: Record<string, [number, number]> = {};
    const label = (i: number) => types[snap.nodes[i]] + ":" + snap.strings[snap.nodes[i + 1]].slice(0, 60);
    for (let i = 0; i < snap.nodes.length; i += nf) {
      const n = snap.nodes[i + m.node_fields.indexOf("edge_count")];
      for (let k = 0; k < n; k++, e += ef) {
        const to = en[e + 2];
        const l = label(to);
        const edgeName =
          m.edge_types[0][en[e]] === "element" || m.edge_types[0][en[e]] === "hidden" ? "#" : snap.strings[en[e + 1]];
        if (
          l.startsWith("array:") ||
          l.startsWith("object:Object") ||
          l.startsWith("closure:") ||
          l.startsWith("object:system / Context") ||
          l.startsWith("object:Array")
        ) {
          const key = l.slice(0, 30) + " <- " + label(i) + "." + edgeName;
          const o = (owner[key] ??= [0, 0]);
          o[0]++;
          o[1] += snap.nodes[to + 3];
        }
      }
    }
    writeFileSync(file, JSON.stringify({ by, owner }));
  },
  async profile() {
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: 200 });
    await session.post("Profiler.start");
  },
  async profiled({ file }: { file: string }) {
    const { profile } = (await session.post("Profiler.stop")) as any;
    writeFileSync(file, JSON.stringify(profile));
  },
});
