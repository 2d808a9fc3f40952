import { describe, expect, it } from "vitest";
import { createEndedStreaks, endedStreak, expireEndedStreaks, rememberEnded } from "./ended-streaks.ts";

const MINUTE = 60_000;

describe("streaks that ended", () => {
  it("are known for ten minutes at least, and for twenty at most", () => {
    for (let minute = 0; minute < 10; minute++) {
      const endedAtMs = minute * MINUTE;
      const knownAfter = (minutes: number): number | undefined => {
        const ended = createEndedStreaks<number>();
        rememberEnded(ended, "s", 7, endedAtMs);
        expireEndedStreaks(ended, endedAtMs + minutes * MINUTE);
        return endedStreak(ended, "s");
      };
      expect([minute, knownAfter(0), knownAfter(10), knownAfter(20)]).toEqual([minute, 7, 7, undefined]);
    }
  });

  it("are forgotten by a long silence all the same", () => {
    const ended = createEndedStreaks<number>();
    rememberEnded(ended, "s", 7, 0);
    expireEndedStreaks(ended, 600 * MINUTE);
    expect(endedStreak(ended, "s")).toBeUndefined();
    expect(ended.current.size + ended.previous.size).toBe(0);
  });

  it("are bounded, and the latest ones stay known", () => {
    const ended = createEndedStreaks<number>();
    for (let n = 0; n < 45_000; n++) rememberEnded(ended, `s${n}`, 1, 0);
    expect(ended.current.size + ended.previous.size).toBeLessThanOrEqual(20_000);
    expect([endedStreak(ended, "s44999"), endedStreak(ended, "s36000"), endedStreak(ended, "s100")]).toEqual([1, 1, undefined]);
  });
});
