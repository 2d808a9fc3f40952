import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { runMain, say } from "./failure.mjs";
import { install } from "./install.mjs";
import { requireWritable, root, toolsDir } from "./paths.mjs";
import { findRedisServer } from "./redis.mjs";
import { endWithSignals, run } from "./run.mjs";

const resultsFile = join(toolsDir, "test-results.json");

/** Installs, builds, finds a Redis and a browser, and runs every test; arguments go to vitest. */
export const main = () =>
  runMain(async () => {
    endWithSignals();
    requireWritable(toolsDir, "give this user write access to the project folder, then run this again");
    await install();
    await build();
    const env = await testEnvironment();
    return runTests(process.argv.slice(2), env);
  });

async function testEnvironment() {
  // Tests start their own Redis: they kill it, cut it off and fill it.
  const { REDIS_URL: _unused, ...rest } = process.env;
  return {
    ...rest,
    TSX_DISABLE_CACHE: "1",
    FRONTROW_REDIS_SERVER: await findRedisServer(),
    CHROMIUM_PATH: await findBrowser(process.env),
  };
}

async function runTests(args, env) {
  mkdirSync(dirname(resultsFile), { recursive: true });
  rmSync(resultsFile, { force: true });
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${resultsFile}`];
  const { code } = await run(process.execPath, [vitest, "run", ...reporters, ...args], { env, shown: true });
  const { passed, failed } = count(JSON.parse(readFileSync(resultsFile, "utf8")));
  if (code !== 0 && failed === 0) say("vitest failed outside of a test: see its output above");
  say(`${passed} passed, ${failed} failed`);
  return code;
}

/** A file that could not be loaded has no tests of its own: it counts as one that failed. */
export function count({ numPassedTests, numFailedTests, testResults }) {
  const unloadable = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: numPassedTests, failed: numFailedTests + unloadable.length };
}
