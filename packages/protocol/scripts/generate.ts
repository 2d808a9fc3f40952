import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { asyncApi } from "./asyncapi.ts";
import { markdown } from "./markdown.ts";
import { openApi } from "./openapi.ts";

// Writes what is generated from the schemas, or with --check says which of it differs from them. Part of `npm run generate`.
const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const docs = new URL("../../../docs/", import.meta.url);
const files = {
  "protocol.md": markdown(),
  "asyncapi.json": `${JSON.stringify(asyncApi(), null, 2)}\n`,
  "openapi.json": `${JSON.stringify(openApi(), null, 2)}\n`,
};

let drifted = 0;
for (const [name, text] of Object.entries(files)) {
  const path = new URL(name, docs);
  if (!values.check) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    drifted += 1;
    console.error(`docs/${name} differs from the schemas: run \`npm run generate\``);
  }
}
process.exitCode = drifted > 0 ? 1 : 0;
