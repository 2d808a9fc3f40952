import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, say } from "./failure.mjs";
import { root } from "./paths.mjs";
import { npm, pnpm } from "./pnpm.mjs";
import { lastLines } from "./run.mjs";

/** Written last, so that an interrupted install is done again. */
const marker = join(root, "node_modules", ".frontrow-installed");

/** Installs the dependencies as the lock file says; nothing is done when they are there already. */
export async function install() {
  const wanted = fingerprint();
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  say("installing dependencies (about half a minute the first time) …");
  rmSync(marker, { force: true });
  await requireRegistry();
  const { code, output } = await pnpm(["install", "--frozen-lockfile", "--config.confirm-modules-purge=false"]);
  if (code !== 0) throw new Failure(installProblem(output));
  writeFileSync(marker, wanted);
}

/** Asked first: pnpm tries each of its hundreds of packages for minutes before it says that there is no network. */
async function requireRegistry() {
  const { code, output } = await npm(["ping"]);
  if (code !== 0 && isNetworkProblem(output)) throw new Failure(installProblem(output));
}

const isNetworkProblem = (output) =>
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|dns error|fetch failed|error sending request/i.test(
    output,
  );

export function installProblem(output) {
  if (isNetworkProblem(output)) {
    return "no network: the npm registry does not answer. Connect (or set npm's proxy or registry), then run this again";
  }
  if (/ENOSPC|no space left/i.test(output)) return "the disk is full: free about 1 GB, then run this again";
  if (/EACCES|EROFS|EPERM|permission denied/i.test(output)) {
    return `cannot write in ${root}: give this user write access to the project folder, then run this again`;
  }
  return `the dependencies could not be installed:\n${lastLines(output)}`;
}

/** Everything that decides what an install gives. */
function fingerprint() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests()]) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function manifests() {
  const workspaces = ["packages", "services"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name)),
  );
  return [".", "tests", ...workspaces]
    .map((folder) => join(folder, "package.json"))
    .filter((file) => existsSync(join(root, file)));
}
