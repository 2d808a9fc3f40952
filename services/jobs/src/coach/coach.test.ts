import { expect, it } from "vitest";
import { retryDelayMs } from "./coach.ts";
import { CoachFailure } from "./model.ts";

it("waits twice as long after each try, half of it by chance", () => {
  const error = new Error("any");
  expect([1, 2, 3].map((tries) => retryDelayMs(tries, error, () => 1))).toEqual([1_000, 2_000, 4_000]);
  expect([1, 2, 3].map((tries) => retryDelayMs(tries, error, () => 0))).toEqual([500, 1_000, 2_000]);
});

it("waits no less than the endpoint asked for", () => {
  expect(retryDelayMs(1, new CoachFailure("limited", "later", 7_000), () => 1)).toBe(7_000);
  expect(retryDelayMs(1, new CoachFailure("limited", "later", 10), () => 1)).toBe(1_000);
});
