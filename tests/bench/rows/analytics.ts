import { setTimeout as pause } from "node:timers/promises";
import { startRedisServer } from "@frontrow/redis/server";
import { cpuOf } from "../lib/measure.ts";
import { startRole } from "../lib/role.ts";
import { type Bench, ratio, thousands } from "../lib/row.ts";
import { until } from "../lib/timing.ts";

const BATCH = 10;

/** What folding costs a worker, checkpoints and following the logs included, with few sessions and with many. */
export const analytics: Bench = {
  name: "analytics",
  async run({ quick, redisCommand }) {
    const entriesPerSecond = quick ? 1000 : 1500;
    const seconds = quick ? 3 : 15;
    const few = await microsPerEvent(redisCommand, 100, entriesPerSecond, seconds);
    const many = await microsPerEvent(redisCommand, quick ? 1_000 : 10_000, entriesPerSecond, seconds);
    const perCpuSecond = 1e6 / few.micros;
    const share = Math.min(few.share, many.share).toFixed(3);
    const detail = `${few.micros.toFixed(1)} µs an event with 100 sessions, ${many.micros.toFixed(1)} with ${thousands(many.sessions)}; folded ${share}`;
    return [
      {
        part: "analytics",
        measure: "fold and checkpoint, 10 events an entry",
        value: perCpuSecond,
        unit: "events/CPU s",
        goal: "≥ 40,000",
        isMet: perCpuSecond >= 40_000,
        detail,
      },
      ratio(
        "analytics",
        `an event with ${thousands(many.sessions)} sessions against 100, at equal load`,
        many.micros,
        few.micros,
        { atMost: 1.3 },
        detail,
      ),
    ];
  },
};

async function microsPerEvent(command: string, sessions: number, entriesPerSecond: number, seconds: number) {
  const { url, stop } = await startRedisServer({ command });
  const [writer, worker] = [startRole("writer"), startRole("analytics")];
  await worker.call("start", { url });
  await writer.call("start", { url });
  await writer.call("open", { names: Array.from({ length: sessions }, (_, index) => `demo:s${index}`) });
  await writer.call("order");
  await until("every session is folded", async () => (await worker.call<number>("owned")) >= sessions);
  await writer.call("spread", { entriesPerSecond, batch: BATCH, seconds: Math.min(3, seconds / 3) });
  await waitForCheckpoints();
  const before = await worker.call<number>("folded");
  const { result: events, cpuSeconds } = await cpuOf([worker], async () => {
    const appended = await writer.call<number>("spread", { entriesPerSecond, batch: BATCH, seconds });
    await waitForCheckpoints();
    return appended;
  });
  const folded = (await worker.call<number>("folded")) - before;
  await Promise.all([writer.stop(), worker.stop()]);
  await stop();
  return { sessions, micros: ((cpuSeconds[0] as number) * 1e6) / folded, share: folded / events };
}

/** Longer than the longest wait for a checkpoint. */
const waitForCheckpoints = () => pause(2000);
