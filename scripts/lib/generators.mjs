import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, toolsDir } from "./paths.mjs";
import { run } from "./run.mjs";

/** The generated documents, and the script that writes them. With `--check` it says instead which of them differ from their source. */
export const generators = {
  "docs/keys.md": "packages/redis/scripts/keys-doc.ts",
  "docs/protocol.md, asyncapi.json and openapi.json": "packages/protocol/scripts/generate.ts",
};

/** Runs a generator; gives what went wrong or has drifted, as text. */
export async function runGenerator(script, ...args) {
  if (!existsSync(join(root, script))) return `${script} is missing`;
  return tool("tsx", "--conditions=source", script, ...args);
}

/** What the tools keep for themselves stays in the project. */
const env = { ...process.env, TSX_DISABLE_CACHE: "1", XDG_CACHE_HOME: join(toolsDir, "cache") };

/** Runs a tool of the project; gives what it printed when it failed, else nothing. */
export async function tool(name, ...args) {
  const { code, output } = await run(join(root, "node_modules", ".bin", name), args, { env });
  return code === 0 ? undefined : output || `${name} ended with ${code}`;
}
