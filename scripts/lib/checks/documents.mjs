import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../paths.mjs";

/** What documents point at must be there: files they link to, and in docs/architecture.md files that they name. */
export function documents() {
  const files = ["README.md", "CONTRIBUTING.md", ...markdownIn("docs"), ...markdownIn("docs/adr")];
  const broken = files.flatMap((file) => linksOf(file).filter((link) => !existsSync(link.path)));
  const missing = namedFiles("docs/architecture.md").filter(({ paths }) => !paths.some((path) => existsSync(join(root, path))));
  return [
    ...broken.map(({ file, target }) => `${file} links to ${target}, which is not there`),
    ...missing.map(({ name }) => `docs/architecture.md names ${name}, which is not there`),
  ].join("\n");
}

const markdownIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);

function linksOf(file) {
  const text = readFileSync(join(root, file), "utf8");
  const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => ({ file, target, path: join(root, dirname(file), target) }));
}

/** `gateway/stream/channel.ts` is short for the same below the workspace's `src`, Lua for what is beside `src`. */
function namedFiles(file) {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/`([a-z]+)\/([\w./-]+\.(?:ts|tsx|lua))`/g)].map(([, workspace, path]) => ({
    name: `${workspace}/${path}`,
    paths: ["packages", "services"].flatMap((kind) => [`${kind}/${workspace}/src/${path}`, `${kind}/${workspace}/${path}`]),
  }));
}
