// Measures the annotators: npm run eval -- --data DIR [--json FILE] [measure …]
import { statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { openDataFolder } from "../training/lib/rows.ts";
import { tableOf, verdictOf } from "./lib/table.ts";
import type { Figure } from "./measure.ts";
import { measures } from "./measures.ts";

const usage = `npm run eval -- --data DIR [--json FILE] [measure …]
measures: ${measures.map(({ name }) => name).join(", ")}`;

const { values, positionals } = parsedArguments();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
if (!values.data) refuse("say where the data sets lie");
for (const folder of [values.data, ...(values.json ? [dirname(values.json)] : [])])
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) refuse(`there is no folder ${folder}`);
const unknown = positionals.filter((wanted) => !measures.some(({ name }) => name === wanted));
if (unknown.length > 0) refuse(`there is no measure ${unknown.join(", ")}`);
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

function parsedArguments() {
  try {
    const options = { data: { type: "string" }, json: { type: "string" }, help: { type: "boolean" } } as const;
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function refuse(why: string): never {
  console.error(`${why}\n${usage}`);
  process.exit(2);
}
