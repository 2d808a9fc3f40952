import { expect, it } from "vitest";
import { roundTop } from "./plot-range.ts";

it("gives a quiet room a chart of its own height", () => {
  expect([0, 1, 4.9].map(roundTop)).toEqual([5, 5, 5]);
});

it("holds every value below a round number", () => {
  expect([6, 11, 100, 999, 1_001, 12_490].map(roundTop)).toEqual([6, 15, 100, 1_000, 1_500, 15_000]);
});
