import { describe, expect, it } from "vitest";
import { addGap, addPoint, columnsOf, emptySeries, type Series, SPAN_MS, STEP_MS } from "./series.ts";

const BEGIN = 1_800_000_000_000;
const at = (step: number) => BEGIN + step * STEP_MS;
const seriesOf = (...points: readonly (readonly [step: number, viewers: number])[]): Series =>
  points.reduce((series, [step, viewers]) => addPoint(series, at(step), { viewers }), emptySeries);
const viewersOf = (series: Series) => columnsOf(series).values.viewers;

describe("points", () => {
  it("keep the last value of a step", () => {
    const series = addPoint(addPoint(emptySeries, at(0), { viewers: 1 }), at(0) + STEP_MS - 1, { viewers: 2 });
    expect(series.points).toEqual([{ atMs: at(0), viewers: 2 }]);
  });
  it("carry a value over steps in which nothing changed", () => {
    expect(viewersOf(seriesOf([0, 5], [3, 8]))).toEqual([5, 5, 5, 8]);
  });
  it("do not take history back", () => {
    const series = seriesOf([5, 1]);
    expect(addPoint(series, at(2), { viewers: 9 })).toBe(series);
  });
  it("are kept for an hour", () => {
    const steps = SPAN_MS / STEP_MS + 10;
    const series = seriesOf(...Array.from({ length: steps }, (_, step) => [step, step] as const));
    expect(series.points).toHaveLength(SPAN_MS / STEP_MS);
  });
});

describe("gaps", () => {
  it("are never crossed by a line", () => {
    const series = addGap(seriesOf([0, 5], [6, 8]), { fromMs: at(2), toMs: at(4), reason: "upstream" });
    expect(viewersOf(series)).toEqual([5, 5, null, null, 5, 5, 8]);
  });
  it("break the line even when they are shorter than a step", () => {
    const series = addGap(seriesOf([0, 5], [2, 8]), { fromMs: at(1) + 100, toMs: at(1) + 200, reason: "upstream" });
    expect(viewersOf(series)).toEqual([5, null, 8]);
  });
  it("count once, and only when something is missing", () => {
    const gap = { fromMs: at(1), toMs: at(2), reason: "failover" } as const;
    const series = addGap(addGap(emptySeries, gap), { ...gap });
    expect(series.gaps).toHaveLength(1);
    expect(addGap(series, { ...gap, toMs: gap.fromMs })).toBe(series);
  });
});

it("has no columns before the first point", () => {
  expect(columnsOf(emptySeries).seconds).toEqual([]);
});
