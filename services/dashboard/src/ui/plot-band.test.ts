import { expect, it } from "vitest";
import { runsOf } from "./plot-band.ts";

it("has a band only where the value and how far it may be off are both known", () => {
  expect(runsOf([1, 1, null, 1, 1, 1], [0, 0, 0, 0, null, 0])).toEqual([
    [0, 2],
    [3, 4],
    [5, 6],
  ]);
  expect(runsOf([], [])).toEqual([]);
});
