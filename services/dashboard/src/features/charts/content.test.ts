import { expect, it } from "vitest";
import { addGap, addPoint, emptySeries } from "../../live/series.ts";
import { contentOf } from "./content.ts";

const BEGIN = 1_800_000_000_000;

it("does not stretch a short broadcast over the whole width", () => {
  const series = addPoint(emptySeries, BEGIN, { viewers: 3 });
  expect(contentOf(series, "viewers").span).toEqual([BEGIN / 1_000, BEGIN / 1_000 + 300]);
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
