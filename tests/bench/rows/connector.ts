import { startRedisServer } from "@frontrow/redis/server";
import { cpuOf } from "../lib/measure.ts";
import { type RoleProcess, startRole } from "../lib/role.ts";
import { type Bench, type Row, ratio, thousands } from "../lib/row.ts";
import { median } from "../lib/statistics.ts";

const SCRIPT = { messagesPerFrame: 10, gzip: "always", waitsForConnection: true, people: 2_000 } as const;

/** From TikTok's frames to the log, against the connector with handlers that only count. Both read the same script. */
export const connector: Bench = {
  name: "connector",
  async run({ quick, redisCommand }) {
    const events = quick ? 15_000 : 100_000;
    const rounds = quick ? 1 : 3;
    const compared = async (eventsPerSecond?: number) => {
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await ingest(redisCommand, events, eventsPerSecond));
        theirs.push(await bare(events, eventsPerSecond));
      }
      const [mine, peer] = [median(ours), median(theirs)];
      return {
        mine,
        peer,
        detail: `${thousands(mine)} against ${thousands(peer)} events per CPU second; 10 events a frame, gzip, text off`,
      };
    };
    const burst = await compared();
    const rows: Row[] = [
      ratio(
        "connector to log",
        "in a burst, against the connector with an empty handler",
        burst.mine,
        burst.peer,
        { atLeast: 0.95 },
        burst.detail,
      ),
    ];
    if (quick) return rows;
    // At a pace, what a worker does each second whatever comes (heartbeat, sweep, queue) is part of it.
    const paced = await compared(6_000);
    return [...rows, ratio("connector to log", "at 6,000 events/s", paced.mine, paced.peer, { atLeast: 0.9 }, paced.detail)];
  },
};

async function ingest(command: string, events: number, eventsPerSecond?: number): Promise<number> {
  const server = await startRedisServer({ command });
  const [simulator, worker, writer] = [startRole("simulator"), startRole("ingest"), startRole("watcher")];
  const simulatorUrl = await simulator.call<string>("start");
  await worker.call("start", { url: server.url, env: { SIMULATOR_URL: simulatorUrl, ANNOTATE_TEXT: "false" } });
  await writer.call("start", { url: server.url });
  const perSecond = await afterWarmUp(simulator, worker, { events, eventsPerSecond }, () =>
    writer.call("watch", { names: ["demo:bench"] }),
  );
  await Promise.all([simulator.stop(), worker.stop(), writer.stop()]);
  await server.stop();
  return perSecond;
}

async function bare(events: number, eventsPerSecond?: number): Promise<number> {
  const [simulator, worker] = [startRole("simulator"), startRole("connector")];
  const url = await simulator.call<string>("start");
  const perSecond = await afterWarmUp(simulator, worker, { events, eventsPerSecond }, () =>
    worker.call("start", { url, name: "bench" }),
  );
  await Promise.all([simulator.stop(), worker.stop()]);
  return perSecond;
}

/**
 * One script from its first to its last event, as fast as it is read or at a pace. Its first half is not measured: until then V8 compiles,
 * ours more than the peer, as it is more code (a sixth of our CPU when a sixth of the script was left out).
 */
async function afterWarmUp(
  simulator: RoleProcess,
  worker: RoleProcess,
  { events, eventsPerSecond }: { events: number; eventsPerSecond: number | undefined },
  connect: () => Promise<unknown>,
): Promise<number> {
  const warm = events;
  await simulator.call("script", {
    name: "bench",
    options: { ...SCRIPT, events: events + warm, ...(eventsPerSecond ? { eventsPerSecond } : {}) },
  });
  await connect();
  const received = () => worker.call<number>("events");
  while ((await received()) < warm) await new Promise((resolve) => setTimeout(resolve, 50));
  const from = await received();
  const { cpuSeconds } = await cpuOf([worker], async () => {
    await simulator.call("finished", { name: "bench" });
    for (let waits = 0; waits < 100 && (await received()) < events + warm; waits += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
  });
  return ((await received()) - from) / (cpuSeconds[0] as number);
}
