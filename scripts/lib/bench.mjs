import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { runMain } from "./failure.mjs";
import { install } from "./install.mjs";
import { requireWritable, root, toolsDir } from "./paths.mjs";
import { findRedisServer } from "./redis.mjs";
import { endWithSignals, run } from "./run.mjs";

/** Installs, builds, finds a Redis and a browser, and runs the benchmarks; arguments (`--quick`, `--only NAME`, `--json FILE`) go to them. */
export const main = () =>
  runMain(async () => {
    endWithSignals();
    requireWritable(toolsDir, "give this user write access to the project folder, then run this again");
    await install();
    await build();
    const env = {
      ...process.env,
      FRONTROW_REDIS_SERVER: await findRedisServer(),
      CHROMIUM_PATH: await findBrowser(process.env),
      TSX_DISABLE_CACHE: "1",
    };
    const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
    const { code } = await run(process.execPath, [tsx, "tests/bench/main.ts", ...process.argv.slice(2)], {
      env,
      shown: true,
    });
    return code;
  });
