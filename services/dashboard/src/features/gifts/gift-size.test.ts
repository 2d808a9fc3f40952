import { expect, it } from "vitest";
import { giftSize, isCounting } from "./gift-size.ts";

it("grows with what a gift is worth", () => {
  expect([1, 99, 100, 999, 1_000, 44_999].map(giftSize)).toEqual(["small", "small", "medium", "medium", "large", "large"]);
});

it("does not count for ever when the end of a streak never comes", () => {
  expect(isCounting({ isOpen: true, lastAtMs: 1_000 }, 5_000)).toBe(true);
  expect(isCounting({ isOpen: true, lastAtMs: 1_000 }, 30_000)).toBe(false);
  expect(isCounting({ isOpen: false, lastAtMs: 1_000 }, 1_000)).toBe(false);
});
