import { expect, it } from "vitest";
import { addGap, addPoint, emptySeries } from "../../live/series.ts";
import { contentOf, timelineOf, withMarks } from "./content.ts";

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
