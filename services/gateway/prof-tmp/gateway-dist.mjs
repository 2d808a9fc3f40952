import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { configSchema } from "@frontrow/gateway/config";
import { createGateway } from "@frontrow/gateway/gateway";
import { createRedis } from "@frontrow/redis/client";
import { createMetricsRegistry } from "@frontrow/runtime/metrics";

const session = new Session();
session.connect();
const quiet = {
  debug() {},
  info() {},
  warn() {},
  error(...a) {
    console.error(...a);
  },
  child: () => quiet,
};
const handlers = {
  usage() {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    return { cpuSeconds: (user + system) / 1e6, rssBytes: rss, heapBytes: heapUsed };
  },
  async start({ url }) {
    const redis = createRedis(url, quiet);
    await redis.start();
    const gateway = createGateway({
      config: configSchema.parse({
        REDIS_URL: url,
        PORT: 0,
        MAX_SOCKETS_PER_ADDRESS: 20000,
        ...(process.env.DELAY ? { DESK_OPEN_DELAY_MS: process.env.DELAY } : {}),
      }),
      redis,
      logger: quiet,
      registry: createMetricsRegistry(),
    });
    await gateway.start();
    return gateway.port;
  },
  async profile() {
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: 200 });
    await session.post("Profiler.start");
  },
  async profiled({ file }) {
    const { profile } = await session.post("Profiler.stop");
    writeFileSync(file, JSON.stringify(profile));
  },
  async heap({ file }) {
    if (!process.env["HEAP"]) return;
    const { writeHeapSnapshot } = await import("node:v8");
    const f = writeHeapSnapshot("/tmp/gwprof/x.heapsnapshot");
    const snap = JSON.parse(readFileSync(f, "utf8"));
    rmSync(f);
    const m = snap.snapshot.meta,
      nf = m.node_fields.length,
      types = m.node_types[0],
      by = {},
      ef = m.edge_fields.length,
      en = snap.edges;
    let e = 0;
    const owner = {};
    const label = (i) => types[snap.nodes[i]] + ":" + snap.strings[snap.nodes[i + 1]].slice(0, 60);
    for (let i = 0; i < snap.nodes.length; i += nf) {
      const t = types[snap.nodes[i]],
        name = t === "string" || t === "concatenated string" ? t : label(i);
      const x = (by[name] ??= [0, 0]);
      x[0]++;
      x[1] += snap.nodes[i + 3];
      const n = snap.nodes[i + m.node_fields.indexOf("edge_count")];
      for (let k = 0; k < n; k++, e += ef) {
        const to = en[e + 2];
        const l = label(to);
        const et = m.edge_types[0][en[e]];
        const edgeName = et === "element" || et === "hidden" ? "#" : snap.strings[en[e + 1]];
        if (
          edgeName !== "__proto__" &&
          /^(array:|object:Object|closure:|object:system \/ Context|object:Array|string|object:Set|object:Map|object:Promise|concat)/.test(
            l,
          )
        ) {
          const key = l.slice(0, 24) + " <- " + label(i) + "." + edgeName;
          const o = (owner[key] ??= [0, 0]);
          o[0]++;
          o[1] += snap.nodes[to + 3];
        }
      }
    }
    writeFileSync(file, JSON.stringify({ by, owner }));
  },
};
process.on("message", ({ id, method, argument }) => {
  Promise.resolve()
    .then(() => handlers[method]?.(argument))
    .then(
      (value) => process.send({ id, value }),
      (error) => process.send({ id, error: error.stack }),
    );
});
process.on("disconnect", () => process.exit(0));
