import { setTimeout as pause } from "node:timers/promises";
import { startRedisServer } from "@frontrow/redis/server";
import { dashboardDir, openPage, startBrowser, watch } from "../../lib/browser.ts";
import { type Frames, framesOf, mainThreadOf } from "../lib/frames.ts";
import { type RoleProcess, startRole } from "../lib/role.ts";
import type { Bench, BenchOptions, Row } from "../lib/row.ts";
import { until } from "../lib/timing.ts";

const EVENTS_PER_SECOND = 50;
/** Time in which the page fills up before it is measured: its lists are long then, its charts have a curve. */
const FILLING_MS = 20_000;

interface Measured {
  readonly frames: Frames;
  readonly cpuMsPerSecond: number;
}

/** The page in a real browser while a busy broadcast runs through every part: no frame may be so late that a person notices. */
export const page: Bench = {
  name: "page",
  async run(options) {
    const seconds = options.quick ? 10 : 60;
    const { frames, cpuMsPerSecond } = await measure(options, seconds);
    return [
      row(
        "longest frame",
        frames.longest,
        "ms",
        `${frames.longTasks} tasks over 50 ms, the longest ${frames.longestTask.toFixed(0)} ms`,
      ),
      row("p99 of frames", frames.p99, "ms", `${frames.frames} frames in ${seconds} s`),
      row("main thread", cpuMsPerSecond, "ms CPU/s"),
      row("frames over 50 ms", frames.over50, "frames"),
      { ...row("frames over 100 ms", frames.over100, "frames"), goal: "0", isMet: frames.over100 === 0 },
    ];
  },
};

const row = (measure: string, value: number, unit: string, detail?: string): Row => ({
  part: `page at ${EVENTS_PER_SECOND} events/s`,
  measure,
  value,
  unit,
  ...(detail ? { detail } : {}),
});

async function measure({ redisCommand, quick }: BenchOptions, seconds: number): Promise<Measured> {
  const redis = await startRedisServer({ command: redisCommand });
  const names = ["simulator", "ingest", "analytics", "gateway"] as const;
  const roles = Object.fromEntries(names.map((name) => [name, startRole(name)])) as Record<(typeof names)[number], RoleProcess>;
  const { simulator, ingest, analytics, gateway } = roles;
  const simulatorUrl = await simulator.call<string>("start");
  await simulator.call("broadcasts", { names: ["busy"], eventsPerSecond: EVENTS_PER_SECOND, messagesPerFrame: 10 });
  await ingest.call("start", { url: redis.url, env: { SIMULATOR_URL: simulatorUrl } });
  await analytics.call("start", { url: redis.url });
  const port = await gateway.call<number>("start", {
    url: redis.url,
    env: { DASHBOARD_DIR: dashboardDir, SIMULATOR_URL: simulatorUrl },
  });
  const browser = await startBrowser();
  try {
    const opened = await openPage(browser, `http://127.0.0.1:${port}`);
    await watch(opened, "demo:busy");
    const chats = async () => Number(await opened.getByTestId("tile-chats").getAttribute("data-value"));
    await until("the page counts", async () => (await opened.getByTestId("tile-chats").count()) === 1 && (await chats()) > 0);
    await pause(quick ? FILLING_MS / 4 : FILLING_MS);
    return { frames: await framesOf(opened, seconds), cpuMsPerSecond: await mainThreadOf(opened, seconds / 3) };
  } finally {
    await browser.close();
    await Promise.all(Object.values(roles).map((role) => role.stop()));
    await redis.stop();
  }
}
