import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startRole } from "../lib/role.ts";
import { type Bench, type Row, thousands } from "../lib/row.ts";
import type { Recorded } from "../roles/recorder.ts";
import type { Searched } from "../roles/searcher.ts";

const part = "library";

/** What a desk's library costs: searches over all that it holds. */
export const library: Bench = {
  name: "library",
  async run({ quick }) {
    const folder = await mkdtemp(join(tmpdir(), "frontrow-bench-"));
    const url = pathToFileURL(folder).href;
    const recorder = startRole("recorder");
    const room = { name: "hour", minutes: quick ? 4 : 42, eventsPerSecond: 8, population: 2_000 };
    const recorded = await recorder.call<Recorded>("record", { url, room });
    await recorder.stop();
    const rows = await searches(url, recorded, quick ? 20 : 200);
    await rm(folder, { recursive: true });
    return rows;
  },
};

async function searches(url: string, { recordingId, events }: Recorded, copies: number): Promise<Row[]> {
  const searcher = startRole("searcher");
  await searcher.call("hold", { url, recordingId, copies });
  const rows: Row[] = [];
  // What is not cached yet, then a word that all have, a rare one, and two.
  for (const [measure, words] of [
    ["search, nothing cached", "the"],
    ["search, a word that many say", "the"],
    ["search, a word that nobody says", "zanzibar"],
    ["search, two words", "you are"],
  ] as const) {
    const { tookMs, longestBlockMs, hits } = await searcher.call<Searched>("search", { words });
    const detail = `${copies} recordings of ${thousands(events)} events, ${thousands(hits)} hits, longest block ${longestBlockMs.toFixed(0)} ms`;
    rows.push({
      part,
      measure,
      value: tookMs,
      unit: "ms",
      goal: "< 2,000",
      isMet: tookMs < 2_000 && longestBlockMs < 100,
      detail,
    });
  }
  await searcher.stop();
  return rows;
}
