import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "./build.mjs";
import { Failure, runMain, say } from "./failure.mjs";
import { install } from "./install.mjs";
import { openLog } from "./log-file.mjs";
import { dataDir, requireWritable, root, toolsDir } from "./paths.mjs";
import { isPortFree } from "./port.mjs";
import { findRedisServer } from "./redis.mjs";
import { requireUsableRedis } from "./redis-url.mjs";
import { endWithSignals } from "./run.mjs";
import { onStopWanted } from "./stop-wanted.mjs";

/** A terminal and npm both deliver one Ctrl-C: signals this close together are one. */
const sameSignalMs = 500;

/** What sessions keep for some seconds must not be copied again and again: docs/performance.md has the figures. */
const youngGeneration = "--max-semi-space-size=64";

/** Checks what can be wrong, prepares, runs every service in one process, and ends when that process ends. */
export const main = () =>
  runMain(async () => {
    const stopEarly = endWithSignals();
    const env = await checkedEnvironment(process.env);
    await install();
    await build();
    if (!env.REDIS_URL) env.FRONTROW_REDIS_SERVER = await findRedisServer();
    stopEarly();
    return supervise(env);
  });

/** Everything that would fail later, found before the first install. */
export async function checkedEnvironment(given) {
  const folder = dataDir(given);
  requireWritable(toolsDir, "give this user write access to the project folder, then run this again");
  requireWritable(folder, "give this user write access, or set FRONTROW_DATA_DIR to a folder that has it, then run this again");
  const env = { ...given, FRONTROW_DATA_DIR: folder, PORT: given.PORT || "3000" };
  const host = given.HOST || "127.0.0.1";
  requirePort("PORT", env.PORT);
  if (!(await isPortFree(Number(env.PORT), host))) {
    throw new Failure(
      `port ${env.PORT} is taken: stop what listens there, or choose another with PORT=${Number(env.PORT) + 1} npm start`,
    );
  }
  env.OPS_PORT = await opsPort(given.OPS_PORT);
  if (given.REDIS_URL) await requireUsableRedis(given.REDIS_URL);
  return env;
}

/** The operators' port matters to few: only one that was asked for by number must be free. */
async function opsPort(wanted) {
  if (wanted) requirePort("OPS_PORT", wanted);
  const port = wanted || "9464";
  if (await isPortFree(Number(port), "127.0.0.1")) return port;
  if (wanted) throw new Failure(`port ${port} is taken: stop what listens there, or choose another OPS_PORT`);
  say(`port ${port} is taken: metrics and health checks get a free one`);
  return "0";
}

function requirePort(name, text) {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Failure(`${name} must be a port number, 0 to 65535`);
}

/** Runs the services until they end or a signal asks them to; gives the exit code. */
async function supervise(env) {
  const logFile = join(env.FRONTROW_DATA_DIR, "frontrow.log");
  say(`starting (log: ${relative(process.cwd(), logFile) || logFile}) …`);
  const log = openLog(logFile);
  const child = spawn(process.execPath, [youngGeneration, join(root, "services", "standalone", "dist", "main.js")], {
    cwd: root,
    env,
    // Of its own group, so that a Ctrl-C reaches it once, through us. It ends itself when this channel closes.
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
  });
  let said;
  child.on("message", (message) => {
    if (message.type === "ready") say(`ready ${message.url}`);
    if (message.type === "failed") said = message.text;
  });
  const stopped = forwardSignals(child);
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (exitCode) => resolve(exitCode ?? 1));
  });
  if (said) throw new Failure(said);
  if (stopped()) return 0;
  throw new Failure(`it ended unexpectedly (exit code ${code}); the end of ${logFile} says why: ${lastLine(logFile)}`);
}

/** The first signal asks the services to hand over and end, a later one ends them at once. */
function forwardSignals(child) {
  let firstMs;
  onStopWanted(() => {
    if (firstMs === undefined) {
      firstMs = Date.now();
      say("stopping …");
      child.kill("SIGTERM");
    } else if (Date.now() - firstMs > sameSignalMs) {
      child.kill("SIGKILL");
    }
  });
  return () => firstMs !== undefined;
}

const lastLine = (file) => readFileSync(file, "utf8").trimEnd().split("\n").at(-1) || "(nothing)";
