import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianDeviation, medianOf } from "./statistics.ts";

describe("the median", () => {
  it("is the middle, or the mean of the two in the middle, or 0 of none", () => {
    expect(medianOf([5, 1, 100])).toBe(5);
    expect(medianOf([4, 1, 100, 6])).toBe(5);
    expect(medianOf([])).toBe(0);
  });

  it("has half of the values on either side", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const median = medianOf([...values]);
        expect(values.filter((value) => value < median).length * 2).toBeLessThanOrEqual(values.length);
        expect(values.filter((value) => value > median).length * 2).toBeLessThanOrEqual(values.length);
      }),
      { seed: 1 },
    );
  });

  it("does not move far when fewer than half of the values are wild, and neither does the deviation", () => {
    expect(medianOf([3, 4, 5, 9_000, 8_000])).toBe(5);
    expect(medianDeviation([3, 4, 5, 9_000], 4)).toBe(1);
  });
});
