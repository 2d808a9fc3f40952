import { writeFileSync } from "node:fs";
import { takeJsonFile } from "./arguments.mjs";
import { composeFile } from "./checks/compose-file.mjs";
import { documents } from "./checks/documents.mjs";
import { importDirection } from "./checks/import-direction.mjs";
import { lockPins } from "./checks/lock-pins.mjs";
import { runMain, say } from "./failure.mjs";
import { generators, runGenerator, tool } from "./generators.mjs";
import { install } from "./install.mjs";
import { requireWritable, toolsDir } from "./paths.mjs";
import { endWithSignals } from "./run.mjs";

/** Everything that a machine can check without running the product; all checks run, whatever the ones before found. */
export const main = () =>
  runMain(async () => {
    endWithSignals();
    const { jsonFile } = takeJsonFile(process.argv.slice(2));
    requireWritable(toolsDir, "give this user write access to the project folder, then run this again");
    await install();
    const results = [];
    for (const [name, check] of Object.entries(checks)) results.push(await carryOut(name, check));
    if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify(results, null, 2)}\n`);
    const failed = results.filter((result) => !result.ok).map((result) => result.name);
    say(failed.length === 0 ? "all checks are green" : `failed: ${failed.join(", ")}`);
    return failed.length === 0 ? 0 : 1;
  });

/** A check gives what is wrong, as text; nothing when all is well. */
const checks = {
  "format, lint and cycles": () => tool("biome", "check", "--error-on-warnings", "."),
  types: () => tool("tsc", "-b"),
  "types of tests": () => tool("tsc", "-p", "tsconfig.tests.json"),
  "types of the dashboard": () => tool("tsc", "-p", "services/dashboard", "--noEmit"),
  "dead code and dependencies": () => tool("knip", "--no-config-hints"),
  "import direction": importDirection,
  "pinned versions": lockPins,
  "docker-compose.yml": composeFile,
  "what documents point at": documents,
  ...Object.fromEntries(
    Object.entries(generators).map(([documents, script]) => [documents, () => runGenerator(script, "--check")]),
  ),
};

async function carryOut(name, check) {
  const startedMs = performance.now();
  const problem = (await check())?.trim();
  const seconds = Number(((performance.now() - startedMs) / 1000).toFixed(1));
  say(`${problem ? "✗" : "✓"} ${name} (${seconds} s)${problem ? `\n${problem}\n` : ""}`);
  return { name, ok: !problem, seconds };
}
