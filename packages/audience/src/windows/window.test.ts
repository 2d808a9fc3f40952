import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addToWindow, advanceWindow, createWindow, sumOf, windowSum } from "./window.ts";

const BUCKETS = 5;
const BUCKET_MS = 10;
const START_MS = 1_000;

describe("a window", () => {
  it("sums what lies in its buckets, and no more, however time goes on", () => {
    const addition = fc.record({
      lane: fc.nat(1),
      pauseMs: fc.oneof(fc.nat(12), fc.nat(80)),
      agoMs: fc.oneof(fc.constant(0), fc.nat(70)),
      amount: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(addition, { maxLength: 30 }), (additions) => {
        const window = createWindow(2, BUCKETS, BUCKET_MS);
        const added: { lane: number; bucket: number; amount: number }[] = [];
        let nowMs = START_MS;
        for (const { lane, pauseMs, agoMs, amount } of additions) {
          nowMs += pauseMs;
          advanceWindow(window, nowMs);
          addToWindow(window, lane, nowMs - agoMs, amount);
          added.push({ lane, bucket: Math.floor((nowMs - agoMs) / BUCKET_MS), amount });
          const head = Math.floor(nowMs / BUCKET_MS);
          const expected = (of: number, ago: number, buckets: number): number =>
            added
              .filter((one) => one.lane === of && one.bucket <= head - ago && one.bucket > head - ago - buckets)
              .filter((one) => one.bucket > head - BUCKETS)
              .reduce((sum, one) => sum + one.amount, 0);
          for (const of of [0, 1]) {
            expect(sumOf(window, of)).toBe(expected(of, 0, BUCKETS));
            for (const [ago, buckets] of [
              [0, 1],
              [1, 2],
              [3, 9],
              [0, 99],
            ] as const) {
              expect(windowSum(window, of, ago, buckets)).toBe(expected(of, ago, buckets));
            }
          }
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("is empty before it begins, also when that is in 1970", () => {
    const window = createWindow(1, BUCKETS, BUCKET_MS);
    addToWindow(window, 0, 5, 3);
    expect(windowSum(window, 0, 0, BUCKETS)).toBe(3);
    expect(windowSum(window, 0, 1, BUCKETS)).toBe(0);
  });

  it("forgets everything when more time passes than it holds", () => {
    const window = createWindow(1, BUCKETS, BUCKET_MS);
    addToWindow(window, 0, START_MS, 3);
    advanceWindow(window, START_MS + 1_000);
    expect([sumOf(window, 0), windowSum(window, 0, 0, BUCKETS)]).toEqual([0, 0]);
  });
});
