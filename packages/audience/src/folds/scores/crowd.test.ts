import { describe, expect, it } from "vitest";
import { BEAT_MS } from "../../beat.ts";
import { beatCrowd, createCrowd, forgetGap, stretchOf, wholeSpans } from "./crowd.ts";

/** A beat each: of how many viewers, seen but untold (`"?"`), or not seen at all. */
const crowdOf = (viewers: readonly (number | "?" | undefined)[], firstBeat = 1_000) => {
  const crowd = createCrowd();
  for (const [at, count] of viewers.entries()) {
    beatCrowd(crowd, (firstBeat + at) * BEAT_MS, count !== undefined, count === "?" ? undefined : count);
  }
  return crowd;
};

describe("the crowd", () => {
  it("is the mean and the most of the beats that were seen", () => {
    const crowd = crowdOf([500, 10, undefined, 30, 20]);
    expect(stretchOf(crowd, 4)).toEqual({ seen: 3, told: 3, viewers: 20, most: 30 });
    expect(stretchOf(crowd, 2, 3)).toEqual({ seen: 2, told: 2, viewers: 255, most: 500 });
  });

  it("is of the beats whose number was told, or else as it was told last", () => {
    const crowd = crowdOf(["?", "?", 100, 50, "?", "?"]);
    expect(stretchOf(crowd, 6)).toEqual({ seen: 6, told: 2, viewers: 75, most: 100 });
    expect(stretchOf(crowd, 2)).toEqual({ seen: 2, told: 0, viewers: 50, most: 50 });
    expect(stretchOf(crowdOf(["?"]), 1)).toEqual({ seen: 1, told: 0, viewers: 0, most: 0 });
  });

  it("knows nothing of before it was watched, whenever that began", () => {
    expect(stretchOf(createCrowd(), 180)).toEqual({ seen: 0, told: 0, viewers: 0, most: 0 });
    expect(stretchOf(crowdOf([7], 1), 180)).toEqual({ seen: 1, told: 1, viewers: 7, most: 7 });
  });

  it("looks back fifteen minutes and no further", () => {
    const crowd = crowdOf([9_999, ...Array.from({ length: 180 }, () => 1)]);
    expect(stretchOf(crowd, 500)).toEqual({ seen: 180, told: 180, viewers: 1, most: 1 });
  });

  it("forgets the beats of which a gap took half or more", () => {
    const crowd = crowdOf([1, 2, 3, 4, 5, 6]);
    // The beats end at 1000 to 1005: of those that end at 1001 and 1004 the gap takes less than half, and half.
    forgetGap(crowd, { fromMs: 1_000 * BEAT_MS + 3_000, toMs: 1_003 * BEAT_MS + 2_500 });
    expect(stretchOf(crowd, 6)).toEqual({ seen: 3, told: 3, viewers: 3, most: 6 });
  });

  it("has spans seen whole, one after the other before the newest", () => {
    const crowd = crowdOf([1, 1, 1, 1, undefined, 1, 1, 1, 1]);
    expect(wholeSpans(crowd, 2)).toEqual([2, 6]);
  });
});
