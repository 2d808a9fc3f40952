import type { Curves } from "@frontrow/protocol/insight";
import { describe, expect, it } from "vitest";
import { addGap, addPoint, columnsOf, emptySeries } from "./series.ts";
import { withHistory } from "./series-history.ts";

const curves: Curves = {
  type: "curves",
  fromMs: 15_000,
  stepMs: 15_000,
  values: {
    viewers: [10, 20, 30],
    chatsPerMinute: [1, 2, 3],
    likesPerMinute: [0, 0, 0],
    diamondsPerMinute: [0, 0, 0],
    sentiment: [0.1, 0.2, 0.3],
    entertainment: [40, 50, 60],
  },
  gaps: [{ fromMs: 20_000, toMs: 24_000, reason: "upstream" }],
};

describe("the history that a page begins with", () => {
  it("is the curves of the server, before anything was seen here", () => {
    const { seconds, values } = columnsOf(withHistory(emptySeries, curves));
    expect(seconds[0]).toBe(10);
    expect(values.viewers).toEqual([10, 10, null, 20, 20, 20, 30]);
  });

  it("stays what this page saw itself, where it did", () => {
    const series = withHistory(addPoint(emptySeries, 30_000, { viewers: 99 }), curves);
    expect(series.points.map(({ atMs, viewers }) => [atMs, viewers])).toEqual([
      [10_000, 10],
      [25_000, 20],
      [30_000, 99],
    ]);
  });

  it("fills the time in which the page was away, and leaves what was lost upstream", () => {
    const away = addGap(addPoint(emptySeries, 10_000, { viewers: 7 }), { fromMs: 15_000, toMs: 44_000, reason: "offline" });
    const series = withHistory(away, curves);
    expect(series.gaps.map(({ reason }) => reason)).toEqual(["upstream"]);
    expect(series.points.map(({ viewers }) => viewers)).toEqual([7, 20, 30]);
  });

  it("has no viewers before TikTok's first count, which is not an empty room", () => {
    const counted = (...viewers: number[]) =>
      withHistory(emptySeries, { ...curves, values: { ...curves.values, viewers }, gaps: [] }).points.map(
        (point) => point.viewers,
      );
    expect(counted(0, 20, 0)).toEqual([undefined, 20, 0]);
    expect(counted(0, 0, 0)).toEqual([undefined, undefined, undefined]);
  });

  it("changes nothing when it comes again", () => {
    const series = withHistory(emptySeries, curves);
    expect(withHistory(series, curves)).toBe(series);
  });
});
