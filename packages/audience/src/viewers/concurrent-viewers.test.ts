import { describe, expect, it } from "vitest";
import { INTERVAL_MS } from "../windows/evaluation-interval.ts";
import {
  createConcurrentViewers,
  markGapUnobserved,
  observedSpans,
  recordViewers,
  summarizeViewers,
} from "./concurrent-viewers.ts";

/** An interval each: of how many viewers, observed but unreported (`"?"`), or not observed at all. */
const recorded = (counts: readonly (number | "?" | undefined)[], firstInterval = 1_000) => {
  const viewers = createConcurrentViewers();
  for (const [at, count] of counts.entries()) {
    recordViewers(viewers, (firstInterval + at) * INTERVAL_MS, count !== undefined, count === "?" ? undefined : count);
  }
  return viewers;
};

describe("concurrent viewers", () => {
  it("are the mean and the maximum of the intervals that were observed", () => {
    const viewers = recorded([500, 10, undefined, 30, 20]);
    expect(summarizeViewers(viewers, 4)).toEqual({ observed: 3, reported: 3, mean: 20, max: 30 });
    expect(summarizeViewers(viewers, 2, 3)).toEqual({ observed: 2, reported: 2, mean: 255, max: 500 });
  });

  it("are of the intervals whose number was reported, or else as it was reported last", () => {
    const viewers = recorded(["?", "?", 100, 50, "?", "?"]);
    expect(summarizeViewers(viewers, 6)).toEqual({ observed: 6, reported: 2, mean: 75, max: 100 });
    expect(summarizeViewers(viewers, 2)).toEqual({ observed: 2, reported: 0, mean: 50, max: 50 });
    expect(summarizeViewers(recorded(["?"]), 1)).toEqual({ observed: 1, reported: 0, mean: 0, max: 0 });
  });

  it("are unknown before the session was watched, whenever that began", () => {
    expect(summarizeViewers(createConcurrentViewers(), 180)).toEqual({ observed: 0, reported: 0, mean: 0, max: 0 });
    expect(summarizeViewers(recorded([7], 1), 180)).toEqual({ observed: 1, reported: 1, mean: 7, max: 7 });
  });

  it("look back fifteen minutes and no further", () => {
    const viewers = recorded([9_999, ...Array.from({ length: 180 }, () => 1)]);
    expect(summarizeViewers(viewers, 500)).toEqual({ observed: 180, reported: 180, mean: 1, max: 1 });
  });

  it("are not of the intervals of which a gap took half or more", () => {
    const viewers = recorded([1, 2, 3, 4, 5, 6]);
    // The intervals end at 1000 to 1005: of those that end at 1001 and 1004 the gap takes less than half, and half.
    markGapUnobserved(viewers, { fromMs: 1_000 * INTERVAL_MS + 3_000, toMs: 1_003 * INTERVAL_MS + 2_500 });
    expect(summarizeViewers(viewers, 6)).toEqual({ observed: 3, reported: 3, mean: 3, max: 6 });
  });

  it("have spans that were fully observed, one after the other before the newest", () => {
    const viewers = recorded([1, 1, 1, 1, undefined, 1, 1, 1, 1]);
    expect(observedSpans(viewers, 2)).toEqual([2, 6]);
  });

  it("are 0 where that was reported", () => {
    expect(summarizeViewers(recorded([10, 0]), 2)).toEqual({ observed: 2, reported: 2, mean: 5, max: 10 });
  });

  it("are observed in an interval of which a gap took less than half", () => {
    const viewers = recorded([1, 2, 3, 4]);
    markGapUnobserved(viewers, { fromMs: 1_000 * INTERVAL_MS + 2_501, toMs: 1_002 * INTERVAL_MS + 2_499 });
    expect(summarizeViewers(viewers, 4)).toMatchObject({ observed: 3 });
  });
});
