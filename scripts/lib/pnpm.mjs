import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, toolsDir } from "./paths.mjs";
import { run } from "./run.mjs";

const { devEngines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const pnpmVersion = devEngines.packageManager.version;

/** Runs the pinned pnpm, which npx fetches; corepack is no way to it (its signature check fails on some versions of Node). */
export function pnpm(args, { env = {}, shown = false } = {}) {
  const [command, ...first] = program("npx");
  return run(command, [...first, "--yes", `pnpm@${pnpmVersion}`, ...folders(), ...args], {
    env: { ...quietEnv(), ...env },
    shown,
  });
}

export function npm(args) {
  const [command, ...first] = program("npm");
  return run(command, [...first, ...args], { env: quietEnv() });
}

/** The very npm that runs us, else the one on PATH. */
function program(name) {
  const cli = process.env.npm_execpath && join(dirname(process.env.npm_execpath), `${name}-cli.js`);
  return cli && existsSync(cli) ? [process.execPath, cli] : [name];
}

/** pnpm's own files stay in the project; a tree that was installed by hand keeps the store it was linked from. */
function folders() {
  const own = join(toolsDir, "pnpm");
  return [
    `--store-dir=${linkedStore() ?? join(own, "store")}`,
    `--config.cache-dir=${join(own, "cache")}`,
    `--config.state-dir=${join(own, "state")}`,
  ];
}

function linkedStore() {
  try {
    const { storeDir } = JSON.parse(readFileSync(join(root, "node_modules", ".modules.yaml"), "utf8"));
    return dirname(storeDir); // pnpm adds the store's version to the folder
  } catch {
    return undefined;
  }
}

function quietEnv() {
  return {
    ...process.env,
    PNPM_HOME: join(toolsDir, "pnpm"),
    DO_NOT_TRACK: "1",
    NO_COLOR: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    NO_UPDATE_NOTIFIER: "1",
    npm_config_update_notifier: "false",
    // npm's own default waits for more than a minute before it says that there is no network.
    npm_config_fetch_retries: "2",
    npm_config_fetch_retry_mintimeout: "1000",
    npm_config_fetch_retry_maxtimeout: "5000",
  };
}
