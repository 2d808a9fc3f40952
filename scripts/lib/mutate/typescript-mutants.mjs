import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Failure, say } from "../failure.mjs";
import { root, toolsDir } from "../paths.mjs";
import { npm } from "../pnpm.mjs";
import { lastLines } from "../run.mjs";
import { copyDir } from "./copy-tree.mjs";

/** The last release that runs on Node 20. No dependency of the project: dozens of packages for a tool that few start. */
const version = "9.6.1";
const folder = join(toolsDir, `stryker-instrumenter-${version}`);
const entry = join(folder, "node_modules", "@stryker-mutator", "instrumenter", "dist", "src", "index.js");

/**
 * The mutants that Stryker has for a file. The copy's file gets all of them at once, each behind a switch: which is on, an
 * environment variable says.
 *
 * Only Stryker's instrumenter is used. Its runner for Vitest reports survivors that the tests do kill, with Vitest 4.1
 * (stryker-mutator/stryker-js#5928, #6192).
 */
export async function typeScriptMutants(file) {
  await fetchInstrumenter();
  const { Instrumenter } = await import(pathToFileURL(entry));
  const content = readFileSync(join(root, file), "utf8");
  const instrumenter = new Instrumenter(silentLogger);
  const path = join(copyDir, file);
  // A wrong literal of an outcome or a code does not compile; the other texts are those of errors and logs.
  const options = { plugins: null, ignorers: [], excludedMutations: ["StringLiteral"] };
  const { files, mutants } = await instrumenter.instrument([{ name: path, content, mutate: true }], options);
  writeFileSync(path, files[0].content);
  const lines = content.split("\n");
  return mutants
    .filter(({ status }) => status !== "Ignored")
    .map(({ id, mutatorName, replacement, location: { start, end } }) => ({
      env: { __STRYKER_ACTIVE_MUTANT__: id },
      line: start.line + 1,
      operator: mutatorName,
      before: oneLine(lines.slice(start.line, end.line + 1).join(" ")),
      after: oneLine(replacement),
    }));
}

const oneLine = (code) => code.replaceAll(/\s+/g, " ").trim().slice(0, 160);

async function fetchInstrumenter() {
  if (existsSync(entry)) return;
  say("fetching Stryker's instrumenter …");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const { code, output } = await npm(["install", "--prefix", folder, `@stryker-mutator/instrumenter@${version}`]);
  if (code !== 0) throw new Failure(`Stryker's instrumenter could not be installed:\n${lastLines(output)}`);
}

const nothing = () => {};
const silentLogger = {
  isDebugEnabled: () => false,
  isTraceEnabled: () => false,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};
