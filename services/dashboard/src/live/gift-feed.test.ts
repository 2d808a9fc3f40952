import { expect, it } from "vitest";
import { appendGifts, emptyGifts, GIFT_LIMIT } from "./gift-feed.ts";
import { gift } from "./samples.ts";

it("counts a streak up in one row, in its place", () => {
  const feed = appendGifts(emptyGifts, [
    gift("s1", 1, { streakOpen: true }),
    gift("s2", 1),
    gift("s1", 2, { streakOpen: true }),
    gift("s1", 3),
  ]);
  expect(feed.rows.map(({ id, count, diamonds, isOpen }) => [id, count, diamonds, isOpen])).toEqual([
    ["s1", 3, 3, false],
    ["s2", 1, 1, false],
  ]);
});

it("says what an open streak is worth so far", () => {
  expect(appendGifts(emptyGifts, [gift("s1", 4, { streakOpen: true, diamondsEach: 30 })]).rows[0]?.diamonds).toBe(120);
});

it("does not open or shrink a streak that has ended, when its messages come again", () => {
  const ended = appendGifts(emptyGifts, [gift("s1", 3)]);
  expect(appendGifts(ended, [gift("s1", 1, { streakOpen: true })]).rows).toEqual(ended.rows);
});

it("forgets the oldest above its limit", () => {
  const gifts = Array.from({ length: GIFT_LIMIT + 2 }, (_, index) => gift(`s${index}`, 1));
  expect(appendGifts(emptyGifts, gifts).rows[0]?.id).toBe("s2");
});
