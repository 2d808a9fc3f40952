import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { nodeProblem } from "./node-version.mjs";

it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("takes Node %s", (version) => {
  expect(nodeProblem(version)).toBeUndefined();
});

it.each(["12.22.0", "18.20.8", "20.18.3"])("says what to do when Node is %s", (version) => {
  expect(nodeProblem(version)).toMatch(/too old: install Node 20\.19\.0 or newer/);
});

it("ends the process with that one line", () => {
  const module = new URL("./node-version.mjs", import.meta.url).href;
  const script = `import(${JSON.stringify(module)}).then(({ requireNode }) => requireNode("18.0.0"))`;
  const { status, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  expect([status, stderr.trim().split("\n")]).toEqual([1, [expect.stringMatching(/^error: Node 18\.0\.0 is too old/)]]);
});
