import { describe, expect, it } from "vitest";
import { backoffMs } from "./backoff.ts";

describe("the back-off", () => {
  it("is anything below a bound that doubles, up to half a minute", () => {
    const longest = [1, 2, 3, 7, 100].map((attempt) => backoffMs(attempt, () => 0.999_999));
    expect(longest).toEqual([499, 999, 1_999, 29_999, 29_999]);
    expect(backoffMs(5, () => 0)).toBe(0);
  });
});
