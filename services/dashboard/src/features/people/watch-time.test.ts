import { expect, it } from "vitest";
import { watchSpans } from "./watch-time.ts";

it("draws how long people stayed as four bars, the longest whole", () => {
  expect(watchSpans([80, 10, 0, 10])).toEqual([
    { name: "under 5 min", viewers: 80, share: 0.8, length: 1 },
    { name: "5–15 min", viewers: 10, share: 0.1, length: 0.125 },
    { name: "15–30 min", viewers: 0, share: 0, length: 0 },
    { name: "over 30 min", viewers: 10, share: 0.1, length: 0.125 },
  ]);
});

it("draws nothing while nobody was seen", () => {
  expect(watchSpans([0, 0, 0, 0]).every(({ share, length }) => share === 0 && length === 0)).toBe(true);
});
