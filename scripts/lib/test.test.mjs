import { expect, it } from "vitest";
import { count } from "./test.mjs";

const file = (status, ...tests) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });

it("counts tests", () => {
  const testResults = [file("passed", "passed"), file("failed", "passed", "failed")];
  expect(count({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({ passed: 2, failed: 1 });
});

it("counts a file that cannot be loaded as one failure", () => {
  expect(count({ numPassedTests: 0, numFailedTests: 0, testResults: [file("failed")] })).toEqual({ passed: 0, failed: 1 });
});
