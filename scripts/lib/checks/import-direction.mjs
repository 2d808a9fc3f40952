import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { root } from "../paths.mjs";

/** The only service that may import others: it composes them. */
const composer = "standalone";

/**
 * No service imports a service, packages never import services, and nobody reaches into another workspace by path.
 * Tests of a service may use others: a simulated TikTok, the client.
 */
export function importDirection() {
  const workspaces = ["packages", "services"].flatMap((kind) =>
    readdirSync(join(root, kind)).map((name) => ({ kind, name, folder: join(root, kind, name) })),
  );
  const services = new Set(workspaces.filter(({ kind }) => kind === "services").map(({ name }) => `@frontrow/${name}`));
  return workspaces.flatMap((workspace) => faultsOf(workspace, services)).join("\n");
}

function faultsOf({ kind, name, folder }, services) {
  const mayImportServices = kind === "services" && name === composer;
  return sourceFiles(folder).flatMap((file) => {
    const isTest = /\.test\.tsx?$/.test(file) || relative(folder, file).startsWith(`test${sep}`);
    return importsOf(file).flatMap((specifier) => {
      const where = `${relative(root, file)} imports ${specifier}`;
      if (specifier.startsWith(".")) {
        const isInside = !relative(folder, resolve(dirname(file), specifier)).startsWith("..");
        return isInside ? [] : [`${where}: a workspace is imported by its name`];
      }
      const [scope, workspace] = specifier.split("/");
      const isService = services.has(`${scope}/${workspace}`);
      if (!isService || mayImportServices || (isTest && kind === "services")) return [];
      return [`${where}: ${kind === "packages" ? "packages never import services" : "no service imports a service"}`];
    });
  });
}

function sourceFiles(folder) {
  return ["src", "test", "scripts"]
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

const importsOf = (file) =>
  [...readFileSync(file, "utf8").matchAll(/(?:^|[\s;}])(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]);
