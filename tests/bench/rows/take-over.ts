import { setTimeout as pause } from "node:timers/promises";
import { startRedisServer } from "@frontrow/redis/server";
import { type RoleProcess, startRole } from "../lib/role.ts";
import type { Bench } from "../lib/row.ts";
import { until } from "../lib/timing.ts";

const CREATORS = 50;

/** How long it takes until all that a killed worker did goes on elsewhere. */
export const takeOver: Bench = {
  name: "take-over",
  async run({ quick, redisCommand }) {
    const server = await startRedisServer({ command: redisCommand });
    const start = async (name: string, env = {}): Promise<RoleProcess> => {
      const role = startRole(name);
      await role.call("start", { url: server.url, env });
      return role;
    };
    const simulator = startRole("simulator");
    const env = { SIMULATOR_URL: await simulator.call<string>("start") };
    const names = Array.from({ length: CREATORS }, (_, index) => `t${index}`);
    await simulator.call("broadcasts", { names, eventsPerSecond: 8, messagesPerFrame: 5 });
    const [ingest, analytics, watcher] = [await start("ingest", env), await start("analytics"), await start("watcher")];
    await watcher.call("watch", { names: names.map((name) => `demo:${name}`) });
    await until(
      "every broadcast goes on",
      async () =>
        (await simulator.call<number>("open", { names })) === CREATORS && (await analytics.call<number>("owned")) === CREATORS,
    );
    const [nextIngest, nextAnalytics] = [await start("ingest", env), await start("analytics")];
    await pause(quick ? 4000 : 8000);

    // What fair share has given the second one already stays there; the rest must come over.
    const analyticsSeconds = await timed(async () => {
      await analytics.stop();
      await until("every broadcast goes on", async () => (await nextAnalytics.call<number>("owned")) === CREATORS);
    });
    const ingestSeconds = await timed(async () => {
      await ingest.stop();
      await until(
        "every broadcast goes on",
        async () =>
          (await nextIngest.call<number>("owned")) === CREATORS && (await simulator.call<number>("open", { names })) === CREATORS,
      );
    });
    await Promise.all([simulator, watcher, nextIngest, nextAnalytics].map((role) => role.stop()));
    await server.stop();
    const detail = `${CREATORS} broadcasts, SIGKILL until the last one goes on`;
    return [
      {
        part: "take-over",
        measure: "analytics after a kill",
        value: analyticsSeconds,
        unit: "s",
        goal: "≤ 5 s",
        isMet: analyticsSeconds <= 5,
        detail,
      },
      {
        part: "take-over",
        measure: "ingest after a kill",
        value: ingestSeconds,
        unit: "s",
        goal: "≤ 10 s",
        isMet: ingestSeconds <= 10,
        detail,
      },
    ];
  },
};

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
