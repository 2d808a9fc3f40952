import { expect, it } from "vitest";
import { installProblem } from "./install.mjs";

it.each([
  "npm error network request to https://registry.example/pnpm failed, reason: getaddrinfo EAI_AGAIN registry.example",
  "npm error code ENOTFOUND",
  "error sending request for url (https://registry.example/zod)",
])("knows the lack of a network by: %s", (output) => {
  expect(installProblem(output)).toMatch(/^no network: .*Connect/);
});

it("knows a folder that cannot be written", () => {
  expect(installProblem("EACCES: permission denied, mkdir 'node_modules'")).toMatch(/write access/);
});

it("shows the end of anything else", () => {
  expect(installProblem("a\nERR_PNPM_OUTDATED_LOCKFILE the lock file is old")).toContain("ERR_PNPM_OUTDATED_LOCKFILE");
});
