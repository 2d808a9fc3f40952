import { describe, expect, it } from "vitest";
import { roomUser, START_MS } from "../testing/events.ts";
import {
  accumulateViewers,
  createViewerCount,
  credibleViewers,
  endViewerCount,
  foldViewerCount,
  viewersAverage,
} from "./viewer-count.ts";

const counted = (...reports: [afterMs: number, viewers: number | "closed"][]) => {
  const state = createViewerCount();
  for (const [afterMs, viewers] of reports) {
    accumulateViewers(state, START_MS + afterMs);
    if (viewers === "closed") endViewerCount(state);
    else foldViewerCount(state, roomUser(afterMs, viewers));
  }
  return state;
};
const credible = (state: ReturnType<typeof counted>, afterMs: number) => credibleViewers(state, START_MS + afterMs);

describe("the number of viewers", () => {
  it("is credible as reported, and unknown without a source", () => {
    expect(credible(createViewerCount(), 0)).toBeUndefined();
    expect(credible(counted([0, 7]), 90_000)).toBe(7);
    expect(credible(counted([0, 7], [1_000, "closed"]), 1_000)).toBeUndefined();
  });

  it("is 0 when that has lasted for half a minute, since its first report", () => {
    const empty = counted([0, 7], [10_000, 0], [20_000, 0]);
    expect([credible(empty, 20_000), credible(empty, 39_999), credible(empty, 40_000)]).toEqual([undefined, undefined, 0]);
    const reopened = counted([0, 0], [100_000, "closed"], [200_000, 0]);
    expect([credible(reopened, 229_999), credible(reopened, 230_000)]).toEqual([undefined, 0]);
  });

  it("has a peak, and a mean over the time for which it was known", () => {
    const state = counted([0, 100], [1_000, 400], [2_000, 0], [4_000, "closed"], [9_000, 50]);
    expect([state.peak, viewersAverage(state)]).toEqual([400, 125]);
    expect(viewersAverage(counted([0, 50]))).toBe(50);
  });

  it("does not take back what was accumulated when a report comes out of order", () => {
    const state = counted([0, 100], [1_000, 100]);
    accumulateViewers(state, START_MS + 500);
    expect([state.viewerMs, state.knownMs]).toEqual([100_000, 1_000]);
  });
});
