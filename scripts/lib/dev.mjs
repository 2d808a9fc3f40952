import { join } from "node:path";
import { build } from "./build.mjs";
import { Failure, runMain, say } from "./failure.mjs";
import { install } from "./install.mjs";
import { root } from "./paths.mjs";
import { findRedisServer } from "./redis.mjs";
import { endWithSignals, run } from "./run.mjs";
import { checkedEnvironment } from "./start.mjs";

/** Where Vite serves the page. */
const pageUrl = "http://127.0.0.1:5173";

/** Named, as the watcher does not follow the links by which workspaces are found. */
const watched = ["packages", "services"].map((folder) => `--include=${folder}/*/src/**/*`);

/**
 * Runs everything from its sources: the services start again when one of their files changes, the page takes changes without
 * a reload. Logs go to the terminal.
 */
export const main = () =>
  runMain(async () => {
    endWithSignals();
    const env = { TSX_DISABLE_CACHE: "1", ...(await checkedEnvironment(process.env)) };
    await install();
    await build();
    if (!env.REDIS_URL) env.FRONTROW_REDIS_SERVER = await findRedisServer();
    say(`open ${pageUrl} once the services log "ready"; Ctrl-C ends everything`);
    const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
    const dashboard = join(root, "services", "dashboard");
    const vite = join(dashboard, "node_modules", "vite", "bin", "vite.js");
    const programs = [
      run(
        process.execPath,
        [tsx, "watch", "--conditions=source", "--clear-screen=false", ...watched, "services/standalone/src/main.ts"],
        {
          env,
          shown: true,
        },
      ),
      run(process.execPath, [vite, "--clearScreen", "false"], { cwd: dashboard, env, shown: true }),
    ];
    const { code } = await Promise.race(programs);
    throw new Failure(`a part ended with ${code}: what it said is above`);
  });
