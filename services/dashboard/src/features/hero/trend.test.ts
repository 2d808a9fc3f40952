import { expect, it } from "vitest";
import { addPoint, emptySeries, type Series } from "../../live/series.ts";
import { trendOf } from "./trend.ts";

const seriesOf = (...viewers: number[]): Series =>
  viewers.reduce(
    (series, value, minute) => addPoint(series, 1_800_000_000_000 + minute * 60_000, { viewers: value }),
    emptySeries,
  );

it("says nothing before there is a minute to compare", () => {
  expect(trendOf(seriesOf(100))).toBeUndefined();
});

it("compares with five minutes ago, not with the beginning", () => {
  expect(trendOf(seriesOf(10, 100, 100, 100, 100, 100, 112))).toEqual({ word: "rising", percent: 12, overMs: 300_000 });
});

it("calls small changes steady", () => {
  expect(trendOf(seriesOf(100, 102))?.word).toBe("steady");
  expect(trendOf(seriesOf(100, 90))?.word).toBe("dropping");
});

it("does not divide by an empty room", () => {
  expect(trendOf(seriesOf(0, 10))).toBeUndefined();
  expect(trendOf(seriesOf(10, 0))).toMatchObject({ word: "dropping", percent: -100 });
});
