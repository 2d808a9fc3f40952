import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGaps, foldGap, gapMsOf } from "./gaps.ts";

const span = fc
  .tuple(fc.nat(500), fc.integer({ min: -5, max: 60 }))
  .map(([fromMs, lengthMs]) => ({ fromMs, toMs: fromMs + lengthMs }));

describe("gaps", () => {
  it("are as long as their union, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), (gaps) => {
        const state = createGaps();
        for (const gap of gaps) foldGap(state, gap);
        const lost = new Set(
          gaps.flatMap(({ fromMs, toMs }) => Array.from({ length: Math.max(0, toMs - fromMs) }, (_, n) => fromMs + n)),
        );
        expect(gapMsOf(state)).toBe(lost.size);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("are kept one by one up to a bound, and those before it count once and for all", () => {
    const state = createGaps();
    for (let n = 0; n < 500; n++) foldGap(state, { fromMs: n * 100, toMs: n * 100 + 10 });
    expect(state.open.length).toBeLessThanOrEqual(64);
    expect(gapMsOf(state)).toBe(5_000);
    for (let n = 0; n < 300; n++) foldGap(state, { fromMs: n * 100, toMs: n * 100 + 10 });
    expect(gapMsOf(state)).toBe(5_000);
  });

  it("that come in any order close the oldest first", () => {
    const state = createGaps();
    for (let n = 99; n >= 0; n--) foldGap(state, { fromMs: n * 100, toMs: n * 100 + 10 });
    foldGap(state, { fromMs: 9_900, toMs: 9_990 });
    expect(state.open.at(-1)).toEqual([9_900, 9_990]);
    expect(state.open.map(([fromMs]) => fromMs)).toEqual(state.open.map(([fromMs]) => fromMs).toSorted((a, b) => a - b));
  });
});
