import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Failure, say } from "../failure.mjs";
import { root, toolsDir } from "../paths.mjs";
import { lastLines, run } from "../run.mjs";

/** Where files are changed: a copy of the tree, so that nothing can be left changed in the tree itself. */
export const copyDir = join(root, ".frontrow", "mutate");

/** Copies the tree as it is now, uncommitted changes included, and gives the copy dependencies of its own. */
export async function copyTree() {
  say("preparing a copy of the tree …");
  const { code, output } = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard"]);
  if (code !== 0) throw new Failure(`git does not list the tree: ${lastLines(output, 1)}`);
  const files = new Set(output.split("\n").filter((file) => file && existsSync(join(root, file))));
  for (const file of filesOf(copyDir)) if (!files.has(file)) rmSync(join(copyDir, file));
  for (const file of files) cpSync(join(root, file), join(copyDir, file));
  const tools = join(copyDir, ".frontrow", "tools");
  mkdirSync(dirname(tools), { recursive: true });
  if (!existsSync(tools)) symlinkSync(toolsDir, tools);
  const copied = await import(pathToFileURL(join(copyDir, "scripts", "lib", "install.mjs")));
  await copied.install();
}

/** Files of a folder, by their path in it; without what is installed or built. */
function filesOf(folder, path = "") {
  if (!existsSync(folder)) return [];
  return readdirSync(join(folder, path), { withFileTypes: true })
    .filter(({ name }) => !["node_modules", "dist", ".frontrow", ".turbo"].includes(name))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(folder, join(path, entry.name)) : [join(path, entry.name)]));
}
