import { profiled } from "../lib/profiled.ts";
import { startRole } from "../lib/role.ts";
import { type Bench, type Row, thousands } from "../lib/row.ts";

/** The fold alone, entries parsed: how fast, how much dearer with many sessions, and how large a session grows. */
export const fold: Bench = {
  name: "fold",
  async run({ quick }) {
    const events = quick ? 100_000 : 400_000;
    const micros: Record<number, number> = {};
    for (const sessions of [10, 1_000, 10_000]) {
      const role = startRole("folder");
      micros[sessions] = await profiled(() => role.call<number>("fold", { events, sessions }));
      await role.stop();
    }
    const of = (sessions: number): number => micros[sessions] as number;
    const rows: Row[] = [
      { part: "fold", measure: "parsed and folded, 10 sessions", value: 1e6 / of(10), unit: "events/CPU s" },
      ...[10, 1_000, 10_000].map((sessions) => ({
        part: "fold",
        measure: `an event, ${thousands(sessions)} sessions at equal load in all`,
        value: of(sessions),
        unit: "µs of CPU",
        detail: `${(of(sessions) / of(10)).toFixed(2)} × that of 10 sessions`,
      })),
    ];
    for (const viewers of [1_000, 10_000, 100_000]) rows.push(await memory(viewers));
    return rows;
  },
};

async function memory(viewers: number): Promise<Row> {
  const role = startRole("folder");
  const used = await role.call<{ bytes: number; keyframe: number; viewers: number }>("memory", { viewers });
  await role.stop();
  const detail = `${Math.round(used.bytes / used.viewers)} bytes a viewer; keyframe ${(used.keyframe / 1e6).toFixed(2)} MB`;
  return { part: "fold", measure: `a session of ${thousands(viewers)} viewers`, value: used.bytes / 1e6, unit: "MB", detail };
}
