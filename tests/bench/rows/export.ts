import type { ExportKind } from "@frontrow/protocol/library/export";
import { startRole } from "../lib/role.ts";
import { type Bench, type Row, thousands } from "../lib/row.ts";

/** What a design asks of memory while a recording is exported. */
const MOST_BYTES = 200e6;
/** What is passed through, what is read item by item, and what is folded. */
const kinds: readonly ExportKind[] = ["recording", "chats", "gifts", "questions", "report"];

interface Exported {
  readonly ms: number;
  readonly cpuMs: number;
  readonly grownBytes: number;
  readonly bytes: number;
}

/** A recording of three hours as files: how long it takes, and how much larger the process grows meanwhile. */
export const exports: Bench = {
  name: "export",
  async run({ quick }) {
    const events = quick ? 50_000 : 500_000;
    const role = startRole("exporter");
    await role.call("record", { events });
    const rows: Row[] = [];
    for (const kind of kinds) {
      const { ms, cpuMs, grownBytes, bytes } = await role.call<Exported>("export", { kind });
      rows.push({
        part: "export",
        measure: `${kind} of ${thousands(events)} events`,
        value: ms / 1_000,
        unit: "s",
        goal: "in < 200 MB",
        isMet: grownBytes < MOST_BYTES,
        detail: `${(cpuMs / 1_000).toFixed(2)} s of CPU, ${Math.round(grownBytes / 1e6)} MB more at most, a file of ${(bytes / 1e6).toFixed(1)} MB`,
      });
    }
    await role.call("remove");
    await role.stop();
    return rows;
  },
};
