import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startRole } from "../lib/role.ts";
import { type Bench, type Row, thousands } from "../lib/row.ts";

/** What reports cost: of a long recording, and of the regulars that a month of recordings has. */
export const reports: Bench = {
  name: "reports",
  async run({ quick }) {
    const events = quick ? 50_000 : 500_000;
    const report = await reported({ events, minutes: 180, viewers: 30_000 });
    const of = `a recording of ${thousands(events)} events`;
    const row = (measure: string, value = 0, unit: string, detail?: string): Row => ({
      ...{ part: "reports", measure, value, unit },
      ...(detail === undefined ? {} : { detail }),
    });
    const { soFarSeconds, indexSeconds, readSeconds, mostMegabytes, people = 0, viewersBytes = 0 } = report;
    return [
      row(`the report so far of ${of}`, soFarSeconds, "CPU s", `${Math.round(mostMegabytes ?? 0)} MB at most`),
      row(`the index of ${of}, its report among what is derived`, indexSeconds, "CPU s"),
      row(`reading the report of ${of}`, (readSeconds ?? 0) * 1e3, "CPU ms"),
      row(`${thousands(people)} viewers at rest`, viewersBytes / 1e6, "MB"),
      ...(await merged(quick ? 10 : 30, 2_000)),
      ...(await merged(quick ? 10 : 50, 20_000)),
    ];
  },
};

async function reported(room: { events: number; minutes: number; viewers: number }): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), "frontrow-bench-reports-"));
  const url = pathToFileURL(folder).href;
  try {
    const maker = startRole("reporter");
    await maker.call("make", { url, ...room });
    await maker.stop();
    const role = startRole("reporter");
    const report = await role.call<Record<string, number>>("report", { url });
    await role.stop();
    return report;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function merged(recordings: number, viewers: number): Promise<Row[]> {
  const role = startRole("reporter");
  const { seconds, mostMegabytes } = await role.call<{ seconds: number; mostMegabytes: number }>("regulars", {
    recordings,
    viewers,
  });
  await role.stop();
  const measure = `the regulars of ${recordings} recordings with ${thousands(viewers)} viewers each`;
  return [{ part: "reports", measure, value: seconds, unit: "CPU s", detail: `${Math.round(mostMegabytes)} MB at most` }];
}
