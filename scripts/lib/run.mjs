import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

const running = new Set();

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
      resolve({ code, output: output + problem });
    };
    child.once("error", (error) => end(127, error.message));
    child.once("close", (code) => end(code ?? 1));
  });
}

/** A signal while preparing ends what runs and then this process, so that nothing is left behind. */
export function endWithSignals() {
  const end = (signal) => {
    for (const child of running) child.kill(signal);
    process.exit(130);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

/** The last lines of a failed program's output: enough to see why. */
export const lastLines = (output, count = 20) => output.trimEnd().split("\n").slice(-count).join("\n");
