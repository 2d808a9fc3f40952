import { expect, it } from "vitest";
import { addGap, addPoint, emptySeries } from "../../live/series.ts";
import { chartOf, contentOf, timelineOf, withMarks } from "./content.ts";

const BEGIN = 1_800_000_000_000;

it("does not stretch a short broadcast over the whole width", () => {
  const series = addPoint(emptySeries, BEGIN, { viewers: 3 });
  expect(contentOf(series, "viewers").span).toEqual([BEGIN / 1_000, BEGIN / 1_000 + 300]);
});

it("has room for a mark before its first point and after its last, but none for one of more than an hour ago", () => {
  const begin = BEGIN / 1_000;
  const series = addPoint(addPoint(emptySeries, BEGIN, { viewers: 3 }), BEGIN + 600_000, { viewers: 4 });
  const spanWith = (...places: number[]) =>
    withMarks(
      timelineOf(series),
      places.map((place) => ({ to: begin + place })),
    ).span.map((at) => at - begin);
  expect(spanWith()).toEqual([0, 600]);
  expect(spanWith(300)).toEqual([0, 600]);
  expect(spanWith(-7, 604)).toEqual([-7, 604]);
  expect(spanWith(-3_001)).toEqual([0, 600]);
  expect(withMarks(timelineOf(emptySeries), [{ to: begin }]).span).toEqual(timelineOf(emptySeries).span);
});

it("explains a gap to a person", () => {
  const series = addGap(addPoint(emptySeries, BEGIN, { viewers: 3 }), {
    fromMs: BEGIN,
    toMs: BEGIN + 180_000,
    reason: "upstream",
  });
  expect(contentOf(series, "viewers").gaps[0]?.text).toMatch(
    /^no data for 3 min from \d\d:\d\d: the connection to TikTok was down$/,
  );
});

it("begins with the broadcast for who opened late: a point a minute, then the series; never what is later than it", () => {
  const series = addPoint(addPoint(emptySeries, BEGIN, { viewers: 30 }), BEGIN + 5_000, { viewers: 31 });
  const minutes = [-180_000, -120_000, -60_000, 3_000, 900_000].map((at, viewers) => ({ atMs: BEGIN + at, viewers }));
  const { seconds, values, span } = chartOf(timelineOf(series, undefined, { points: minutes, gaps: [], closed: [] }), "viewers");
  expect(seconds.map((at) => at - BEGIN / 1_000)).toEqual([-180, -120, -60, 0, 5]);
  expect(values).toEqual([0, 1, 2, 30, 31]);
  expect(span[0]).toBe(BEGIN / 1_000 - 180);
});

it("draws no line across what is missing between minutes, and says so", () => {
  const series = addPoint(emptySeries, BEGIN, { viewers: 30 });
  const points = [-900_000, -840_000, -300_000, -60_000].map((at) => ({ atMs: BEGIN + at, viewers: 9 }));
  const earlier = {
    points,
    gaps: [{ fromMs: BEGIN - 830_000, toMs: BEGIN - 310_000 }],
    closed: [{ fromMs: BEGIN - 200_000, toMs: BEGIN - 100_000 }],
  };
  const { values, gaps } = chartOf(timelineOf(series, undefined, earlier), "viewers");
  expect(values).toEqual([9, 9, null, 9, null, 9, 30]);
  expect(gaps.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^no data for 8 min from \d\d:\d\d: it was not received$/),
    expect.stringMatching(/^no data for 1 min from \d\d:\d\d: nobody streamed$/),
  ]);
});

it("shows the last part alone when that is asked for, whatever was before", () => {
  const series = addPoint(addPoint(emptySeries, BEGIN, { viewers: 3 }), BEGIN + 600_000, { viewers: 4 });
  const earlier = { points: [{ atMs: BEGIN - 60_000, viewers: 2 }], gaps: [], closed: [] };
  const { span } = withMarks(timelineOf(series, 300, earlier), [{ to: BEGIN / 1_000 - 30 }, { to: BEGIN / 1_000 + 400 }]);
  expect(span).toEqual([BEGIN / 1_000 + 300, BEGIN / 1_000 + 600]);
});
