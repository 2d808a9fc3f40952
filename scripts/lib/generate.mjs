import { Failure, runMain, say } from "./failure.mjs";
import { generators, runGenerator } from "./generators.mjs";
import { install } from "./install.mjs";
import { requireWritable, toolsDir } from "./paths.mjs";
import { endWithSignals } from "./run.mjs";

/** Writes every generated document from its source. */
export const main = () =>
  runMain(async () => {
    endWithSignals();
    requireWritable(toolsDir, "give this user write access to the project folder, then run this again");
    await install();
    for (const [documents, script] of Object.entries(generators)) {
      const problem = await runGenerator(script);
      if (problem) throw new Failure(`${documents} could not be generated:\n${problem}`);
      say(`wrote ${documents}`);
    }
    return 0;
  });
