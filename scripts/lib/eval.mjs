import { join } from "node:path";
import { runMain } from "./failure.mjs";
import { install } from "./install.mjs";
import { requireWritable, root, toolsDir } from "./paths.mjs";
import { endWithSignals, run } from "./run.mjs";

/** Installs, and measures the text annotators on a folder of data sets; arguments (`--data DIR`, `--json FILE`) go to it. */
export const main = () =>
  runMain(async () => {
    endWithSignals();
    requireWritable(toolsDir, "give this user write access to the project folder, then run this again");
    await install();
    const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
    const { code } = await run(
      process.execPath,
      [tsx, "--conditions=source", join(root, "packages/text/eval/main.ts"), ...process.argv.slice(2)],
      { env: { ...process.env, TSX_DISABLE_CACHE: "1" }, cwd: process.env.INIT_CWD ?? process.cwd(), shown: true },
    );
    return code;
  });
