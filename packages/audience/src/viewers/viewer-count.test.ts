import { describe, expect, it } from "vitest";
import { roomUser, START_MS, social } from "../testing/events.ts";
import {
  accumulateViewers,
  createViewerCount,
  credibleViewers,
  endViewerCount,
  foldArrivalCount,
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
const credible = (state: ReturnType<typeof counted>, afterMs: number) => {
  accumulateViewers(state, START_MS + afterMs);
  return credibleViewers(state);
};
const arrival = (afterMs: number, viewers?: number) => ({
  ...social("member", afterMs),
  ...(viewers === undefined ? {} : { viewers }),
});

describe("the number of viewers", () => {
  it("is credible as reported, and unknown without a source", () => {
    expect(credible(createViewerCount(), 0)).toBeUndefined();
    expect(credible(counted([0, 7]), 90_000)).toBe(7);
    expect(credible(counted([0, 7], [1_000, "closed"]), 1_000)).toBeUndefined();
  });

  it("is 0 when that has lasted for half a minute, since its first report", () => {
    const empty = () => counted([0, 7], [10_000, 0], [20_000, 0]);
    expect([credible(empty(), 20_000), credible(empty(), 39_999), credible(empty(), 40_000)]).toEqual([undefined, undefined, 0]);
    const reopened = () => counted([0, 0], [100_000, "closed"], [200_000, 0]);
    expect([credible(reopened(), 229_999), credible(reopened(), 230_000)]).toEqual([undefined, 0]);
  });

  it("is the last known one while a 0 is not credible, in mean and peak, too", () => {
    const doubtful = counted([0, 100], [10_000, 0], [12_000, 0]);
    expect([doubtful.now, viewersAverage(doubtful)]).toEqual([100, 100]);
    const wrong = counted([0, 100], [10_000, 0], [20_000, 50], [30_000, 50]);
    expect([wrong.now, wrong.peak, viewersAverage(wrong)]).toEqual([50, 100, 83.3]);
    const late = counted([0, 100], [10_000, 0], [39_999, 100]);
    expect(viewersAverage(late)).toBe(100);
  });

  it("is 0 from the first report on when that stays, however seldom time is told", () => {
    for (const reports of [
      [
        [20_000, 0],
        [30_000, 0],
      ],
      [],
    ] as [number, number][][]) {
      const state = counted([0, 100], [10_000, 0], ...reports);
      accumulateViewers(state, START_MS + 100_000);
      expect([state.now, viewersAverage(state), state.peak]).toEqual([0, 10, 100]);
    }
  });

  it("is that of arrivals where it was not reported for half a minute, and of nothing else", () => {
    const state = counted([0, 100]);
    expect([foldArrivalCount(state, arrival(29_999, 90)), state.now]).toEqual([false, 100]);
    expect([foldArrivalCount(state, arrival(30_000, 0)), foldArrivalCount(state, arrival(30_000)), state.now]).toEqual([
      false,
      false,
      100,
    ]);
    expect([foldArrivalCount(state, arrival(30_000, 80)), foldArrivalCount(state, arrival(30_100, 82)), state.now]).toEqual([
      true,
      true,
      82,
    ]);
    const never = createViewerCount();
    expect([foldArrivalCount(never, arrival(0, 12)), never.now, never.peak]).toEqual([true, 12, 12]);
  });

  it("has a peak, and a mean over the time for which it was known", () => {
    const state = counted([0, 100], [1_000, 400], [3_000, "closed"], [9_000, 50]);
    expect([state.peak, viewersAverage(state)]).toEqual([400, 300]);
    expect(viewersAverage(counted([0, 50]))).toBe(50);
  });

  it("does not take back what was accumulated when a report comes out of order", () => {
    const state = counted([0, 100], [1_000, 100]);
    accumulateViewers(state, START_MS + 500);
    expect([state.viewerMs, state.knownMs]).toEqual([100_000, 1_000]);
  });
});
