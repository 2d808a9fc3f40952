import type { Moment, Spike } from "@frontrow/protocol/insight";
import fc from "fast-check";
import { expect, it } from "vitest";
import { kindOf, sentenceOf, spanOf } from "./kinds.ts";
import { marksOf } from "./marks.ts";

const moment = (id: string, atMs: number): Moment => ({ type: "moment", id, kind: "raid", atMs, params: {} });
const spike: Spike = {
  type: "spike",
  id: "s",
  kind: "lull",
  atMs: 60_000,
  fromMs: 0,
  toMs: 60_000,
  lanes: [],
  duringBattle: false,
};
const ids = (marks: ReturnType<typeof marksOf>) => marks.map(({ moments }) => moments.map(({ id }) => id).join("+"));

it("marks a moment where it happened, and a spike where it ended", () => {
  expect(marksOf([moment("a", 25_000), spike], [0, 100], 0.01).map(({ place }) => place)).toEqual([0.25, 0.6]);
  expect(spanOf(spike)).toMatchObject({ fromMs: 0, toMs: 60_000 });
});

it("puts what is near together, and leaves out what is not on the line", () => {
  const moments = [
    moment("before", 1_000),
    moment("a", 20_000),
    moment("b", 21_000),
    moment("c", 40_000),
    moment("after", 999_000),
  ];
  expect(ids(marksOf(moments, [10, 110], 0.05))).toEqual(["a+b", "c"]);
});

it("never lets marks cover each other, and loses no moment that is on the line", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 60 }), (times) => {
      const marks = marksOf(
        times.map((at, index) => moment(String(index), at)),
        [0, 100],
        0.03,
      );
      expect(marks.reduce((sum, { moments }) => sum + moments.length, 0)).toBe(times.length);
      for (const [index, { place }] of marks.entries()) {
        expect(place - (marks[index - 1]?.place ?? -1)).toBeGreaterThanOrEqual(0.03);
      }
    }),
  );
});

it("says what kind it is while the words are on their way", () => {
  expect([kindOf(spike), sentenceOf(spike, undefined)]).toEqual(["lull", "Lull"]);
  expect(sentenceOf(moment("a", 1), undefined)).toBe("Many arrivals");
});
