import { spawn } from "node:child_process";
import { root } from "./paths.mjs";
import { onStopWanted } from "./stop-wanted.mjs";

const running = new Set();
let isEnding = false;

/**
 * Runs a program to its end. Gives its exit code and, unless it is `shown`, what it printed.
 * Never throws: a program that cannot be started has code 127, one that outlasts its time is killed.
 */
export function run(command, args, { env = process.env, cwd = root, shown = false, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    const shownTo = shown ? "inherit" : "pipe";
    const child = spawn(command, args, {
      cwd,
      env,
      timeout: timeoutMs,
      killSignal: "SIGKILL",
      // Of its own group, so that it ends with all that it has started, and is not signalled twice by a Ctrl-C.
      detached: true,
      stdio: ["ignore", shownTo, shownTo],
    });
    running.add(child);
    let output = "";
    const collect = (chunk) => {
      output = (output + chunk).slice(-1_000_000);
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    const end = (code, problem = "") => {
      running.delete(child);
      if (isEnding) return; // nobody goes on from here
      resolve({ code, output: output + problem });
    };
    child.once("error", (error) => end(127, error.message));
    child.once("close", (code) => end(code ?? 1));
  });
}

/** How long programs may take to end after a signal. */
const gracePeriodMs = 3_000;

/** A signal ends what runs and then this process, so that nothing is left behind. Gives a way back. */
export function endWithSignals() {
  const end = async (signal) => {
    isEnding = true;
    const ended = [...running].map((child) => {
      killGroup(child, signal);
      return new Promise((resolve) => child.once("close", resolve));
    });
    await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, gracePeriodMs))]);
    for (const child of running) killGroup(child, "SIGKILL");
    process.exit(130);
  };
  return onStopWanted(end);
}

/** npx and pnpm run programs of their own: all of a program's group is meant. */
function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it has ended
  }
}

/** The last lines of a failed program's output: enough to see why. */
export const lastLines = (output, count = 20) => output.trimEnd().split("\n").slice(-count).join("\n");
