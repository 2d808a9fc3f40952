import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, say } from "./failure.mjs";
import { onPath, root, toolsDir } from "./paths.mjs";
import { lastLines, run } from "./run.mjs";

const names = ["chromium", "chromium-browser", "chromium-headless-shell", "google-chrome", "google-chrome-stable"];

/** Path of a Chromium for the tests: CHROMIUM_PATH, one on PATH, or the one that comes as an npm package. */
export async function findBrowser(env) {
  if (env.CHROMIUM_PATH) {
    if (await works(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Failure("CHROMIUM_PATH does not name a Chromium that starts: correct or unset it, then run this again");
  }
  for (const path of names.map((name) => onPath(name))) if (path && (await works(path))) return path;
  const packaged = packagedBrowser();
  if (!existsSync(packaged)) await unpack();
  if (await works(packaged)) return packaged;
  throw new Failure(
    "no browser for the tests: install Chromium (Debian, Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH",
  );
}

const works = async (path) => /Chrom/.test((await run(path, ["--version", "--no-sandbox"], { timeoutMs: 20_000 })).output);

const packageFolder = join(root, "tests", "node_modules", "@sparticuz", "chromium");

function packagedBrowser() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  return join(toolsDir, `chromium-${version}`, "run");
}

/** The package unpacks into TMPDIR, libraries included when it thinks to be in a bare cloud function. */
async function unpack() {
  say("unpacking a browser for the tests …");
  const folder = join(packagedBrowser(), "..");
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    const env = { ...process.env, TMPDIR: making, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
    const script = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
    const { code, output } = await run(process.execPath, ["-e", script], { env, cwd: join(root, "tests") });
    if (code !== 0) throw new Failure(`the browser for the tests could not be unpacked:\n${lastLines(output)}`);
    writeFileSync(join(making, "fonts", "fonts.conf"), fontSettings);
    writeFileSync(join(making, "run"), launcher);
    chmodSync(join(making, "run"), 0o755);
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** The package's own names folders of a cloud function: text would be blank on a machine without fonts. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(toolsDir, "fonts-cache")}</cachedir>
</fontconfig>
`;

// Without a locale it would tell pages a language that is none ("en-US@posix"), and Intl throws at it.
const launcher = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_PATH="$here/fonts"
export LC_ALL=en_US.UTF-8
exec "$here/chromium" "$@"
`;
