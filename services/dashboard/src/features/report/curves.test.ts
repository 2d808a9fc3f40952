import { expect, it } from "vitest";
import { curveOf, momentsOf } from "./curves.ts";
import { reportWith } from "./samples.ts";

const MINUTE_MS = 60_000;
const minute = (at: number, chats: number, viewers: number) => ({ atMs: at * MINUTE_MS, metrics: { chats, viewers } });

it("draws viewers as they were, and totals as what each minute added", () => {
  const { facts } = reportWith({ facts: { minutes: [minute(1, 10, 5), minute(2, 40, 6), minute(4, 60, 7)] } });
  expect(curveOf(facts, "viewers", []).values).toEqual([5, 6, 7]);
  // Two quiet minutes share what was said in them.
  expect(curveOf(facts, "chats", []).values).toEqual([10, 30, 10]);
});

it("draws no line across what is missing, and shades it", () => {
  const gap = { fromMs: 2.2 * MINUTE_MS, toMs: 3.5 * MINUTE_MS };
  const { facts } = reportWith({ facts: { minutes: [minute(1, 0, 5), minute(2, 0, 6), minute(4, 0, 7)], gaps: [gap] } });
  const { seconds, values, gaps } = curveOf(facts, "viewers", []);
  expect(values).toEqual([5, 6, null, 7]);
  expect(seconds).toEqual([60, 120, 132, 240]);
  expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
  expect(gaps).toEqual([{ from: 132, to: 210, text: expect.stringContaining("no data for 1 min") }]);
});

it("never draws a total that went back as a negative rate, nor one that is not there as zero", () => {
  const { facts } = reportWith({ facts: { minutes: [minute(1, 30, 1), minute(2, 10, 1)] } });
  expect(curveOf(facts, "chats", []).values).toEqual([30, 0]);
  expect(curveOf(facts, "diamonds", []).values).toEqual([null, null]);
});

it("leaves out first gifts of single viewers, which are as many as they are", () => {
  const moment = (id: string, kind: "firstGift" | "raid") => ({ type: "moment" as const, id, kind, atMs: 1, params: {} });
  const { facts } = reportWith({ facts: { moments: [moment("a", "firstGift"), moment("b", "raid")] } });
  expect(momentsOf(facts).map(({ id }) => id)).toEqual(["b"]);
});
