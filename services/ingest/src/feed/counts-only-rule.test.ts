import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CountsOnlyRule } from "./counts-only-rule.ts";

const counts = [{ method: "WebcastRoomUserSeqMessage" }];
const chat = [...counts, { method: "WebcastChatMessage" }];

/** When a rule looks up in ten hours of seconds, in seconds. `said`: the seconds at which somebody spoke. */
function lookUpsOf(rule: CountsOnlyRule, said: readonly number[] = [], seconds = 36_000): number[] {
  const lookUps: number[] = [];
  for (let second = 1; second <= seconds; second += 1) {
    rule.onMessages(said.includes(second) ? chat : counts, second * 1_000);
    if (rule.takeIfDue(second * 1_000)) lookUps.push(second);
  }
  return lookUps;
}

describe("a broadcast of which nothing comes but counts", () => {
  it("is looked up after minutes, and less and less often while it is said to go on", () => {
    expect(lookUpsOf(new CountsOnlyRule(120_000, 0, () => 0)).slice(0, 6)).toEqual([120, 360, 840, 1_440, 2_040, 2_640]);
    expect(lookUpsOf(new CountsOnlyRule(120_000, 0, () => 1)).slice(0, 3)).toEqual([180, 540, 1_260]);
  });

  it("is not looked up while anything else is said, and anew from the beginning after that", () => {
    const said = Array.from({ length: 60 }, (_, index) => index * 100);
    expect(lookUpsOf(new CountsOnlyRule(120_000, 0, () => 0), said).slice(0, 2)).toEqual([6_020, 6_260]);
  });

  it("is looked up within bounds, whatever chance says", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1 }), (chances) => {
        let index = 0;
        const rule = new CountsOnlyRule(60_000, 0, () => chances[index++ % chances.length] ?? 0);
        const lookUps = lookUpsOf(rule, [], 7_200);
        const pauses = lookUps.map((at, nth) => at - (lookUps[nth - 1] ?? 0));
        for (const pause of pauses) {
          expect(pause).toBeGreaterThanOrEqual(60);
          expect(pause).toBeLessThanOrEqual(451);
        }
      }),
      { seed: 18, numRuns: 30 },
    );
  });
});
