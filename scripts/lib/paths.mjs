import { accessSync, constants, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "./failure.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** What the commands fetch for themselves: a Redis, a browser, the packages' store. Safe to delete. */
export const toolsDir = join(root, ".frontrow", "tools");

export const dataDir = (env) => resolve(root, env.FRONTROW_DATA_DIR || ".frontrow");

/** Makes sure that a folder exists and can be written, or fails with what to do about it. */
export function requireWritable(folder, remedy) {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new Failure(`cannot write to the folder ${folder} (${error.code}): ${remedy}`);
  }
}

/** Path of a program, as a shell would find it. */
export function onPath(name, env = process.env) {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
