// Trains the models in src/generated: npx tsx --conditions=source packages/text/training/main.ts --data DIR [name …]
import { parseArgs } from "node:util";
import { openDataFolder } from "./lib/rows.ts";
import { trainers } from "./trainers.ts";

const { values, positionals } = parseArgs({ options: { data: { type: "string" } }, allowPositionals: true });
if (!values.data) throw new Error("say where the data sets lie: --data DIR");
const data = openDataFolder(values.data);
for (const { name, needs, train } of trainers) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  if (!data.has(...needs)) {
    console.log(`${name}: left as it is, for want of ${needs.filter((set) => !data.has(set)).join(", ")}`);
    continue;
  }
  const began = performance.now();
  const said = train(data);
  console.log(`${name}: ${said} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}
