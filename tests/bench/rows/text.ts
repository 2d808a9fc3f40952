import { startRole } from "../lib/role.ts";
import type { Bench } from "../lib/row.ts";

/** What the text annotator does a second, and what it costs to load. */
export const text: Bench = {
  name: "text",
  async run({ quick }) {
    const role = startRole("annotator");
    const { loadMs, loadBytes } = await role.call<{ loadMs: number; loadBytes: number }>("load");
    const perSecond = await role.call<number>("annotate", { messages: quick ? 100_000 : 400_000 });
    await role.stop();
    return [
      {
        part: "text",
        measure: "annotate, one core",
        value: perSecond,
        unit: "messages/CPU s",
        goal: "≥ 40,000",
        isMet: perSecond >= 40_000,
      },
      { part: "text", measure: "load time", value: loadMs / 1000, unit: "s", goal: "< 0.5", isMet: loadMs < 500 },
      { part: "text", measure: "load memory", value: loadBytes / 1e6, unit: "MB", goal: "< 60", isMet: loadBytes < 60e6 },
    ];
  },
};
