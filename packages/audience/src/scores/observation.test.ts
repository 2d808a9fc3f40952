import { describe, expect, it } from "vitest";
import { createSentiment } from "../conversation/sentiment.ts";
import { recordIntervals, repeat } from "../testing/intervals.ts";
import { createViewers } from "../viewers/viewers.ts";
import { createBaseline } from "./baseline.ts";
import { observe } from "./observation.ts";

const none = { newGifters: 0, milestoneProgress: 0 };

/** Intervals with a chat each: of how many viewers, observed but unreported (`"?"`), or not observed at all, and then without a chat. */
function observed(viewers: readonly (number | "?" | undefined)[]) {
  const intervals = viewers.map((count) =>
    count === undefined ? undefined : { chats: 1, ...(count === "?" ? {} : { viewers: count }) },
  );
  const inputs = { ...recordIntervals(intervals), sentiment: createSentiment(), viewers: createViewers() };
  return observe(inputs, { baseline: { ...createBaseline(), pace: 77 }, active: 0 }, none);
}

describe("an observation", () => {
  it("needs twenty seconds of the last minute", () => {
    expect(observed([...repeat(60, 10), ...repeat(9, undefined), ...repeat(3, 10)])).toBeUndefined();
    expect(observed([...repeat(60, 10), ...repeat(8, undefined), ...repeat(4, 10)])).toBeDefined();
  });

  it("counts a partly observed minute, and half minute, in proportion", () => {
    expect(observed(repeat(60, 10))).toMatchObject({ minute: { chats: 12 }, pace: 6 });
    expect(observed([...repeat(60, 10), ...repeat(6, undefined), ...repeat(6, 10)])).toMatchObject({
      minute: { chats: 12 },
      pace: 6,
    });
    expect(observed([...repeat(60, 10), ...repeat(3, undefined), ...repeat(3, 10)])).toMatchObject({
      minute: { chats: 12 },
      pace: 6,
    });
  });

  it("takes the baseline's pace where nothing of the last half minute was observed", () => {
    expect(observed([...repeat(60, 10), ...repeat(6, undefined)])).toMatchObject({
      minute: { chats: 12 },
      pace: 77,
      baselinePace: 77,
    });
  });

  it("compares with the most viewers of fifteen minutes, and with those of five minutes ago or as long ago as is known", () => {
    const fallen = [...repeat(12, 500), ...repeat(60, 40), ...repeat(48, 30), ...repeat(12, 20)];
    expect(observed(fallen)).toMatchObject({ viewers: 20, maxViewers: 500, viewersNow: 20, viewersBefore: 40 });
    expect(observed([...repeat(24, 40), ...repeat(12, 20)])).toMatchObject({ viewersNow: 20, viewersBefore: 40 });
    expect(observed([...repeat(48, "?" as const), ...repeat(12, 20)])).toMatchObject({
      viewersNow: 20,
      viewersBefore: 20,
      maxViewers: 20,
    });
  });
});
