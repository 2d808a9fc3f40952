import { describe, expect, it } from "vitest";
import { type Interval, recordIntervals, repeat } from "../testing/intervals.ts";
import { createBaseline, updateBaseline } from "./baseline.ts";

const VIEWERS = 90;
/** With ten pseudo-viewers: a hundred. */
const AUDIENCE = 100;
const PRIOR_CHATS = 0.05;

const baselineAfter = (...intervals: Interval[]) => {
  const { activity, concurrentViewers, endMs } = recordIntervals(intervals);
  const state = createBaseline();
  updateBaseline(state, endMs, activity, concurrentViewers);
  return state;
};
const minute = (chats: number): Interval[] => repeat(12, { chats: chats / 12, viewers: VIEWERS });
/** Of minutes with these chats a viewer, drawn toward the prior. */
const drawn = (minutes: number, chats: number): number => (10 * PRIOR_CHATS + minutes * (chats / AUDIENCE)) / (10 + minutes);

describe("the baseline", () => {
  it("is the prior before a minute has passed, and drawn toward it while few were observed", () => {
    expect(baselineAfter(...minute(60)).rates.chats).toBeCloseTo(PRIOR_CHATS, 9);
    expect(baselineAfter(...minute(60), ...minute(60)).rates.chats).toBeCloseTo(drawn(1, 60), 9);
    expect(baselineAfter(...repeat(6, minute(60)).flat()).rates.chats).toBeCloseTo(drawn(5, 60), 9);
  });

  it("is a median, without the newest minute, which is compared with it", () => {
    const calm = repeat(7, minute(60)).flat();
    expect(baselineAfter(...calm, ...minute(6_000))).toEqual(baselineAfter(...calm, ...minute(60)));
    expect(baselineAfter(...minute(6_000), ...calm).rates.chats).toBeCloseTo(drawn(7, 60), 9);
  });

  it("takes a minute of which half was observed in proportion, and none of which less was", () => {
    const half = [...minute(60).slice(6), ...repeat(6, undefined)];
    expect(baselineAfter(...half, ...minute(60)).rates.chats).toBeCloseTo(drawn(1, 60), 9);
    const less = [...minute(60).slice(7), ...repeat(7, undefined)];
    expect(baselineAfter(...less, ...minute(60)).rates.chats).toBeCloseTo(PRIOR_CHATS, 9);
  });

  it("of the pace is the effort of half minutes, in proportion, and 1 at least", () => {
    const prior = 0.1 * AUDIENCE;
    expect(baselineAfter(...minute(60), ...minute(60)).pace).toBeCloseTo((4 * prior + 2 * 30) / 6, 9);
    const gappy = repeat(2, [...repeat(3, undefined), ...repeat(3, { chats: 5, viewers: VIEWERS })]).flat();
    expect(baselineAfter(...gappy, ...minute(60)).pace).toBeCloseTo((4 * prior + 2 * 30) / 6, 9);
    expect(baselineAfter(...repeat(180, { viewers: 0 })).pace).toBe(1);
  });

  it("moves once a minute", () => {
    const state = createBaseline();
    let moves = 0;
    let before = { ...state.rates, pace: state.pace };
    recordIntervals(repeat(20, minute(600)).flat(), (endMs, activity, viewers) => {
      updateBaseline(state, endMs, activity, viewers);
      const now = { ...state.rates, pace: state.pace };
      if (JSON.stringify(now) !== JSON.stringify(before)) {
        moves++;
        expect(moves === 1 || endMs % 60_000 === 0).toBe(true);
      }
      before = now;
    });
    expect(moves).toBeGreaterThan(5);
  });
});
