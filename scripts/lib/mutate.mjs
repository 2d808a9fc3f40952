import { existsSync, writeFileSync } from "node:fs";
import { extname, join, relative, resolve } from "node:path";
import { takeJsonFile } from "./arguments.mjs";
import { Failure, runMain, say } from "./failure.mjs";
import { install } from "./install.mjs";
import { copyTree } from "./mutate/copy-tree.mjs";
import { luaMutants } from "./mutate/lua-mutants.mjs";
import { runMutants } from "./mutate/run-mutants.mjs";
import { typeScriptMutants } from "./mutate/typescript-mutants.mjs";
import { requireWritable, root, toolsDir } from "./paths.mjs";
import { findRedisServer } from "./redis.mjs";
import { endWithSignals } from "./run.mjs";

const usage = "usage: npm run mutate -- FILE… [--tests FILTER]… [--projects unit,integration] [--json FILE]";

/**
 * Mutation testing: puts small faults into the named files, one at a time, and tells which of them no test notices.
 *
 * By default it asks the tests of the file's workspace; `--tests` names others, by a part of their path.
 */
export const main = () =>
  runMain(async () => {
    endWithSignals();
    const { files, tests, projects, jsonFile } = readArguments(process.argv.slice(2));
    requireWritable(toolsDir, "give this user write access to the project folder, then run this again");
    await install();
    await copyTree();
    const env = { ...process.env, FRONTROW_REDIS_SERVER: await findRedisServer(), TSX_DISABLE_CACHE: "1" };
    const results = [];
    for (const file of files) results.push(await measure(file, { tests, projects, env }));
    if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify(results, null, 2)}\n`);
    return 0;
  });

const generators = { ".ts": typeScriptMutants, ".lua": luaMutants };

async function measure(file, options) {
  const filters = options.tests.length > 0 ? options.tests : [`${file.split("/").slice(0, 2).join("/")}/`];
  const mutants = await generators[extname(file)](file);
  const survivors = [];
  await runMutants(file, mutants, { ...options, filters }, (mutant, outcome) => {
    if (outcome === "killed") return;
    survivors.push(mutant);
    say(`survived ${file}:${mutant.line} ${mutant.operator}\n  - ${mutant.before}\n  + ${mutant.after}`);
  });
  const total = mutants.length;
  const killed = total - survivors.length;
  say(`${file}: ${killed} of ${total} killed, ${percent(killed, total)} %`);
  return { file, total, killed, survivors };
}

const percent = (part, whole) => Math.round((1000 * part) / Math.max(1, whole)) / 10;

function readArguments(args) {
  const { jsonFile, rest } = takeJsonFile(args);
  const options = { jsonFile: jsonFile && resolve(jsonFile), files: [], tests: [], projects: ["unit", "integration"] };
  for (let index = 0; index < rest.length; index += 1) {
    const argument = rest[index];
    if (argument === "--tests") options.tests.push(rest[++index]);
    else if (argument === "--projects") options.projects = (rest[++index] ?? "").split(",");
    else options.files.push(relative(root, resolve(argument)));
  }
  const wrong = options.files.find((file) => !existsSync(join(root, file)) || !generators[extname(file)]);
  if (wrong || options.files.length === 0) throw new Failure(wrong ? `${wrong} is no .ts or .lua file here; ${usage}` : usage);
  return options;
}
