import { expect, it } from "vitest";
import { hasWaitedLong, waitedText } from "./waiting-time.ts";

it("says how long a question has waited, coarsely", () => {
  expect([-5_000, 9_999, 10_000, 29_999, 60_000, 179_000].map(waitedText)).toEqual([
    "now",
    "now",
    "10 s",
    "20 s",
    "1 min",
    "2 min",
  ]);
});

it("worries sooner about what is urgent", () => {
  const [three, five] = [3 * 60_000, 5 * 60_000];
  expect([hasWaitedLong(three, 4), hasWaitedLong(three, 3), hasWaitedLong(five, 1)]).toEqual([true, false, true]);
});
