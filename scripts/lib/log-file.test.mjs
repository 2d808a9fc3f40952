import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openLog } from "./log-file.mjs";

it("a log stays within its size while a child writes to it, and keeps the latest", async () => {
  const folder = mkdtempSync(join(tmpdir(), "frontrow-log-"));
  const file = join(folder, "frontrow.log");
  const most = 100_000;
  const descriptor = openLog(file, most, 5);
  // 4 MB, a little at a time; then, when nothing is put aside any more (lines of such a moment may be lost), a last line.
  const program = `const write = (text) => require("node:fs").writeSync(1, text.padStart(1000) + "\\n");
  let n = 0; const timer = setInterval(() => {
    for (let k = 0; k < 20; k++) write(String(n++));
    if (n < 4000) return;
    clearInterval(timer);
    setTimeout(write, 300, "the end");
  }, 5);`;
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", descriptor, "inherit"] });
  let largest = 0;
  const watch = setInterval(() => {
    largest = Math.max(largest, statSync(file).size);
  }, 2);
  await once(child, "exit");
  clearInterval(watch);
  expect(largest).toBeLessThan(most * 20);
  expect(statSync(`${file}.1`).size).toBeLessThan(most * 20);
  expect(`${readFileSync(`${file}.1`)}${readFileSync(file)}`).toContain("the end\n");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
