import { startRedisServer } from "@frontrow/redis/server";
import { cpuOf } from "../lib/measure.ts";
import { startRole } from "../lib/role.ts";
import { type Bench, ratio, thousands } from "../lib/row.ts";
import { median } from "../lib/statistics.ts";

/** One script call a session and flush against one call an event. */
export const append: Bench = {
  name: "append",
  async run({ quick, redisCommand }) {
    const server = await startRedisServer({ command: redisCommand });
    const role = startRole("appender");
    await role.call("start", { url: server.url, count: 500 });
    const perSecond = async (method: string, argument: { events: number; batch?: number }) => {
      const { result, cpuSeconds } = await cpuOf([role], () => role.call<number>(method, argument));
      return result / (cpuSeconds[0] as number);
    };
    const events = quick ? 20_000 : 60_000;
    const runs: { batched: number; single: number; xadd: number }[] = [];
    // The first round warms up.
    for (let round = 0; round <= (quick ? 1 : 3); round += 1) {
      const run = {
        batched: await perSecond("append", { events, batch: 10 }),
        single: await perSecond("append", { events, batch: 1 }),
        xadd: await perSecond("xadd", { events }),
      };
      if (round > 0) runs.push(run);
    }
    await role.stop();
    await server.stop();
    const [batched, single, xadd] = (["batched", "single", "xadd"] as const).map((name) =>
      median(runs.map((run) => run[name])),
    ) as [number, number, number];
    const of = (peer: number) => `${thousands(batched)} against ${thousands(peer)} events per client CPU second, 500 sessions`;
    return [
      ratio("append", "10 events an entry against one script call an event", batched, single, { atLeast: 2.5 }, of(single)),
      // Told, not asked: a bare XADD has no fence, no chain and no push.
      {
        part: "append",
        measure: "10 events an entry against one bare XADD an event",
        value: batched / xadd,
        unit: "×",
        detail: of(xadd),
      },
    ];
  },
};
