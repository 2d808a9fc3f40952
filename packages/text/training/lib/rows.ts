import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A folder of data sets, each a folder of its own; any may be absent. */
export interface DataFolder {
  has(...sets: readonly string[]): boolean;
  /** Rows of a file of JSON lines; none when it is absent. */
  rows<R>(set: string, file?: string): R[];
  text(set: string, file: string): string | undefined;
}

export function openDataFolder(path: string): DataFolder {
  const text = (set: string, file: string): string | undefined => {
    const name = join(path, set, file);
    return existsSync(name) ? readFileSync(name, "utf8") : undefined;
  };
  return {
    has: (...sets) => sets.every((set) => existsSync(join(path, set))),
    rows: <R>(set: string, file = "data.jsonl") =>
      (text(set, file) ?? "")
        .split("\n")
        .filter((line) => line !== "")
        .map((line, at) => rowOf<R>(line, `row ${at + 1} of ${join(set, file)}`)),
    text,
  };
}

function rowOf<R>(line: string, where: string): R {
  try {
    return JSON.parse(line) as R;
  } catch (cause) {
    throw new Error(`${where} is no JSON`, { cause });
  }
}
