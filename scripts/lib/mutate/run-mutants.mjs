import { fork } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "../failure.mjs";
import { root } from "../paths.mjs";
import { copyDir } from "./copy-tree.mjs";

/** Longest run of the tests without a fault. */
const baselineMs = 120_000;
/** Time after which a mutant counts as killed, on top of five runs without a fault: it keeps the tests busy in a circle. */
const stuckMs = 8_000;

/**
 * Runs the tests once for each mutant, in one long-lived Vitest, and calls `onOutcome(mutant, "killed" | "survived")`.
 * A mutant that never ends takes that Vitest with it, and the next mutant gets a new one.
 */
export async function runMutants(file, mutants, options, onOutcome) {
  try {
    for (let next = 0; next < mutants.length; ) {
      const done = await runSome(mutants.slice(next), file, options, onOutcome);
      next += done;
    }
  } finally {
    cpSync(join(root, file), join(copyDir, file));
  }
}

/** Gives how many mutants it has dealt with; all of them, unless one got stuck. */
function runSome(mutants, file, { projects, filters, env }, onOutcome) {
  return new Promise((resolve, reject) => {
    const runner = fork(fileURLToPath(new URL("vitest-runner.mjs", import.meta.url)), {
      cwd: copyDir,
      env,
      detached: true,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let done = 0;
    let timer;
    const killGroup = () => {
      try {
        process.kill(-runner.pid, "SIGKILL");
      } catch {
        // it has ended
      }
    };
    let limitMs = baselineMs;
    const expectNews = () => {
      clearTimeout(timer);
      timer = setTimeout(killGroup, limitMs);
    };
    process.once("exit", killGroup);
    runner.on("message", (message) => {
      if (message.type === "ready") limitMs = stuckMs + 5 * message.baselineMs;
      expectNews();
      if (message.type === "broken") {
        killGroup();
        reject(new Failure(`the tests fail without a fault: ${message.reason}`));
      }
      if (message.type === "outcome") onOutcome(mutants[done++], message.outcome);
    });
    runner.once("exit", () => {
      clearTimeout(timer);
      process.off("exit", killGroup);
      killGroup();
      if (done < mutants.length) onOutcome(mutants[done++], "killed");
      resolve(done);
    });
    expectNews();
    runner.send({ mutants: mutants.map(({ env, content }) => ({ env, content })), file, projects, filters });
  });
}
