import { readFileSync } from "node:fs";
import type { Profiler, Runtime } from "node:inspector";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** By what self time is summed. */
export const groupings = ["package", "module", "function"] as const;
export type Grouping = (typeof groupings)[number];

interface Named {
  readonly name: string;
  /** Of the time that was not idle, 0 to 1. */
  readonly shares: ReadonlyMap<string, number>;
}

export const readProfile = (file: string): Profiler.Profile => JSON.parse(readFileSync(file, "utf8"));

/** Shares of self time, idle time left out. `(program)` is native code: mostly system calls; time in JSON and the like is its caller's. */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, by: Grouping): Map<string, number> {
  const named = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame, by)]));
  const micros = new Map<string, number>();
  samples.forEach((node, index) => {
    const name = named.get(node) as string;
    // The time after a sample is the sampled function's.
    micros.set(name, (micros.get(name) ?? 0) + Math.max(0, timeDeltas[index + 1] ?? 0));
  });
  micros.delete("(idle)");
  const sum = [...micros.values()].reduce((total, each) => total + each, 0);
  return new Map([...micros].map(([name, each]) => [name, each / sum]));
}

/** A column for each profile, a row for each name that has a hundredth of one of them; the `most` largest. */
export function tableOf(profiles: readonly Named[], most = 40): string {
  const largest = new Map<string, number>();
  for (const { shares } of profiles)
    for (const [name, share] of shares) largest.set(name, Math.max(share, largest.get(name) ?? 0));
  const names = [...largest]
    .filter(([, share]) => share >= 0.01)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name]) => name);
  const percent = (share = 0) => (share < 0.0005 ? "" : `${(share * 100).toFixed(1)} %`);
  return [
    `| self time | ${profiles.map(({ name }) => name).join(" | ")} |`,
    `| --- | ${profiles.map(() => "---:").join(" | ")} |`,
    ...names.map((name) => `| ${name} | ${profiles.map(({ shares }) => percent(shares.get(name))).join(" | ")} |`),
  ].join("\n");
}

function nameOf({ functionName, url, lineNumber }: Runtime.CallFrame, by: Grouping): string {
  // The profiler's own names: (garbage collector), (program), (idle).
  if (functionName.startsWith("(")) return functionName;
  const module = moduleOf(url);
  if (by === "function") return `${functionName || "(anonymous)"} ${module}:${lineNumber + 1}`;
  return by === "module" ? module : packageOf(module);
}

/** Of ours the path in the repository, of others that in their package. */
function moduleOf(url: string): string {
  if (url === "") return "node, native functions";
  if (url.startsWith("node:")) return url;
  const path = url.replace(/^file:\/\//, "").replace(/\?.*/, "");
  const library = path.lastIndexOf("/node_modules/");
  if (library >= 0) return path.slice(library + "/node_modules/".length);
  return path.startsWith(root) ? path.slice(root.length) : path;
}

function packageOf(module: string): string {
  if (module.startsWith("node")) return module.startsWith("node:") ? "node, its modules" : module;
  const parts = module.split("/");
  const isTwo = module.startsWith("@") || ["packages", "services", "tests"].includes(parts[0] as string);
  return parts.slice(0, isTwo ? 2 : 1).join("/");
}
