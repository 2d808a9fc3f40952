// Measures the annotators: npm run eval -- --data DIR [--json FILE] [measure …]
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openDataFolder } from "../training/lib/rows.ts";
import { tableOf, verdictOf } from "./lib/table.ts";
import type { Figure } from "./measure.ts";
import { measures } from "./measures.ts";

const { values, positionals } = parseArgs({
  options: { data: { type: "string" }, json: { type: "string" } },
  allowPositionals: true,
});
if (!values.data) {
  console.error("say where the data sets lie: npm run eval -- --data DIR [--json FILE] [measure …]");
  process.exit(2);
}
const data = openDataFolder(values.data);
const figures: (Figure & { measure: string })[] = [];
for (const { name, needs, run } of measures) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const absent = needs.filter((set) => !data.has(set));
  if (absent.length > 0) console.log(`left out: ${name} (no ${absent.join(", ")})`);
  else for (const figure of await run(data)) figures.push({ measure: name, ...figure });
}
console.log(tableOf(figures));
if (values.json) {
  const told = figures.map((figure) => ({ ...figure, verdict: verdictOf(figure) }));
  writeFileSync(values.json, `${JSON.stringify({ node: process.version, figures: told }, null, 2)}\n`);
}
