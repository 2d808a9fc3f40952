import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extractPackages } from "./debian-packages.mjs";
import { Failure, say } from "./failure.mjs";
import { isExecutable, onPath, toolsDir } from "./paths.mjs";
import { lowestRedis } from "./redis-url.mjs";
import { run } from "./run.mjs";

const folder = join(toolsDir, "redis");
const cached = join(folder, "redis-server");

/**
 * Path of a redis-server, 7 or newer: one on PATH, the project's own copy, a copy from the distribution's packages, or one
 * that runs in a container. It is run with redis-server's own arguments.
 */
export async function findRedisServer() {
  const found =
    (await firstUsable(["redis-server", "valkey-server"].map((name) => onPath(name)))) ?? (await firstUsable([cached]));
  if (found) return found;
  say("fetching a private Redis …");
  const why = [await fromPackages(), await fromContainer()].filter(Boolean);
  const made = await firstUsable([cached]);
  if (made) return made;
  throw new Failure(
    `no Redis ${lowestRedis} or newer (${why.join("; ")}). Install one (Debian, Ubuntu: sudo apt-get install redis-server; ` +
      "macOS: brew install redis), or set REDIS_URL=redis://host:6379, then run this again",
  );
}

async function firstUsable(paths) {
  for (const path of paths) {
    if (path && (await majorVersion(path)) >= lowestRedis) return path;
  }
  return undefined;
}

async function majorVersion(server) {
  if (!isExecutable(server)) return 0;
  const { output } = await run(server, ["--version"], { timeoutMs: 60_000 });
  return Number(/\bv=(\d+)\./.exec(output)?.[1] ?? 0);
}

/** Gives what went wrong, or undefined. The copy appears under its name only when it is complete. */
async function fromPackages() {
  const making = `${folder}.${process.pid}`;
  try {
    mkdirSync(making, { recursive: true });
    const problem = await extractPackages(["redis-server", "redis-tools"], join(making, "root"));
    if (problem) return problem;
    for (const program of ["redis-server", "redis-cli"]) writeProgram(join(making, program), launcherOf(program, making));
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
    return undefined;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** The libraries lie beside the program; the path is found anew at each run, so the project may be moved. */
function launcherOf(program, making) {
  const libraries = readdirSync(join(making, "root", "usr", "lib")).filter((name) => name.includes("-linux-"));
  const paths = libraries.map((name) => `$here/root/usr/lib/${name}:$here/root/lib/${name}`).join(":");
  return `here=$(cd "$(dirname "$0")" && pwd)\nLD_LIBRARY_PATH="${paths}" exec "$here/root/usr/bin/${program}" "$@"\n`;
}

async function fromContainer() {
  if (await firstUsable([cached])) return undefined;
  const engine = ["docker", "podman"].map((name) => onPath(name)).find(Boolean);
  if (!engine) return "no container engine";
  const { code } = await run(engine, ["pull", "-q", image]);
  if (code !== 0) return `${engine} cannot pull ${image}`;
  mkdirSync(folder, { recursive: true });
  writeProgram(cached, containerLauncher(engine));
  return undefined;
}

const image = "docker.io/library/redis:7.2-bookworm";

/** Publishes the port and mounts the folder that the arguments name, and otherwise passes them on. */
const containerLauncher = (engine) => `port=6379 dir= before=
for argument in "$@"; do
  case $before in --port) port=$argument ;; --dir) dir=$argument ;; esac
  before=$argument
done
exec "${engine}" run --rm --init --user "$(id -u):$(id -g)" -p "127.0.0.1:$port:$port" \${dir:+-v "$dir:$dir"} ${image} \\
  redis-server "$@" --bind 0.0.0.0 --protected-mode no
`;

function writeProgram(path, script) {
  writeFileSync(path, `#!/bin/sh\n${script}`);
  chmodSync(path, 0o755);
}
