import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onPath } from "./paths.mjs";
import { run } from "./run.mjs";

/**
 * Extracts a distribution's packages, with the libraries that this machine lacks, into a folder: without root, and without
 * touching the system's own lists and caches. apt checks the signatures. Gives what went wrong, or undefined.
 */
export async function extractPackages(packages, folder) {
  if (!onPath("apt-get") || !onPath("dpkg")) return "apt-get and dpkg are not here";
  const work = `${folder}.apt`;
  const archives = join(work, "cache", "archives");
  mkdirSync(join(work, "lists", "partial"), { recursive: true });
  mkdirSync(join(archives, "partial"), { recursive: true });
  const settings = join(work, "apt.conf");
  writeFileSync(settings, aptSettings(work));
  try {
    const apt = (...args) => run("apt-get", ["-c", settings, "-q", "-y", ...args]);
    const updated = await apt("update");
    if (updated.code !== 0) return `apt-get update: ${firstError(updated.output)}`;
    const downloaded = await apt("install", "--download-only", "--no-install-recommends", ...packages);
    if (downloaded.code !== 0) return `apt-get: ${firstError(downloaded.output)}`;
    for (const file of readdirSync(archives).filter((name) => name.endsWith(".deb"))) {
      const extracted = await run("dpkg", ["-x", join(archives, file), folder]);
      if (extracted.code !== 0) return `dpkg: ${firstError(extracted.output)}`;
    }
    return undefined;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Read last, so that it also takes back the hooks that images add to clean the system's own cache. */
const aptSettings = (work) => `
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
Dir::State::lists "${work}/lists";
Dir::Cache "${work}/cache";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Debug::NoLocking "1";
APT::Sandbox::User "";
APT::Get::List-Cleanup "0";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::http::Timeout "15";
Acquire::https::Timeout "15";
`;

const firstError = (output) =>
  output.split("\n").find((line) => /^(E|Err|W|dpkg)/.test(line)) ?? (output.trim().split("\n").at(-1) || "failed");
