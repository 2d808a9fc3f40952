import { describe, expect, it } from "vitest";
import { comparedText, figuresOf, missingOf, nothingCompared } from "./figures.ts";
import { reportWith } from "./samples.ts";

const MINUTE_MS = 60_000;
const against = (value: number, median: number, name: "diamonds" | "sentiment" = "diamonds") =>
  comparedText({ name, value, median }, 6);

describe("a figure against earlier broadcasts", () => {
  it("is a multiple of their median, as coarse as it is read", () => {
    expect(against(120, 100)).toBe("1.2 × your median of 6 earlier broadcasts");
    expect(against(3_000, 100)).toBe("30 × your median of 6 earlier broadcasts");
    expect(against(4, 100)).toBe("0.04 × your median of 6 earlier broadcasts");
    expect(against(103, 100)).toBe("About your median of 6 earlier broadcasts");
  });

  it("is no multiple of nothing, and a mood is none at all", () => {
    expect(against(0, 0)).toBe("As your median of 6 earlier broadcasts");
    expect(against(5, 0)).toBe("More than your median of 6 earlier broadcasts, which is 0");
    expect(against(0.31, 0.1, "sentiment")).toBe("+0.21 against your median of 6 earlier broadcasts");
    expect(against(-0.1, 0.1, "sentiment")).toBe("−0.20 against your median of 6 earlier broadcasts");
  });

  it("says once why nothing is compared, by the plainest reason", () => {
    const of = (...reasons: ("tooFewEarlier" | "notMeasured" | undefined)[]) => {
      const values = reasons.map((notComparable) => ({
        ...{ name: "diamonds" as const, value: 1 },
        ...(notComparable ? { notComparable } : { median: 1 }),
      }));
      return nothingCompared(reportWith({ comparison: { broadcasts: [], values } }));
    };
    expect(of("notMeasured", "tooFewEarlier")).toContain("fewer than two earlier broadcasts");
    expect(of("notMeasured")).toContain("not measured");
    expect(of("tooFewEarlier", undefined)).toBeUndefined();
    expect(of()).toBeUndefined();
  });
});

it("marks what only grows with what is seen as at least, where something is missing", () => {
  const values = [
    { name: "diamonds" as const, value: 10, notComparable: "gaps" as const },
    { name: "averageViewers" as const, value: 10, notComparable: "gaps" as const },
  ];
  const marked = (gaps: { fromMs: number; toMs: number }[]) =>
    figuresOf(reportWith({ facts: { gaps }, comparison: { broadcasts: [], values } })).map(({ isAtLeast }) => isAtLeast);
  expect(marked([{ fromMs: 0, toMs: MINUTE_MS }])).toEqual([true, false]);
  expect(marked([])).toEqual([false, false]);
});

it("says plainly what is missing", () => {
  const at = (fromMinute: number, ms: number) => ({ fromMs: fromMinute * MINUTE_MS, toMs: fromMinute * MINUTE_MS + ms });
  expect(missingOf(reportWith({ facts: { gaps: [at(3, 4 * MINUTE_MS)] } }))[0]).toMatch(
    /^4 minutes of this broadcast are missing, from /,
  );
  expect(missingOf(reportWith({ facts: { gaps: [at(3, 36_000)] } }))[0]).toMatch(/^36 seconds of this broadcast are missing/);
  expect(missingOf(reportWith({ facts: { gaps: [at(3, MINUTE_MS)] } }))[0]).toMatch(/^1 minute of this broadcast is missing/);
  const many = reportWith({
    facts: { gaps: [at(1, MINUTE_MS), at(9, 2 * MINUTE_MS)], closed: [at(20, 70 * MINUTE_MS)] },
    isGrowing: true,
  });
  expect(missingOf(many)).toEqual([
    expect.stringMatching(/^The recording is not finished/),
    expect.stringMatching(/^3 minutes of this broadcast are missing, in 2 parts/),
    expect.stringMatching(/^For 1 h 10 min there was nothing to record/),
  ]);
  expect(missingOf(reportWith())).toEqual([]);
});
