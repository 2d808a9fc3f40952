import { expect, it } from "vitest";
import { appendGifts, emptyGifts, GIFT_LIMIT, markFirstGifts } from "./gift-feed.ts";
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

it("has rows with who gave what and when, and when last", () => {
  const first = gift("s1", 1, { streakOpen: true });
  const feed = appendGifts(emptyGifts, [first, gift("s1", 3, { streakOpen: true })]);
  expect(feed.rows).toEqual([
    {
      id: "s1",
      atMs: 1_001,
      lastAtMs: 1_003,
      user: first.user,
      name: "Rose",
      count: 3,
      diamonds: 3,
      isOpen: true,
      isFirst: false,
    },
  ]);
});

it("marks the last gift of that person before it was counted, and no older than a minute", () => {
  const ana = gift("x", 1).user as NonNullable<ReturnType<typeof gift>["user"]>;
  const by = (id: string, streakId: string, atMs: number) => gift(streakId, 1, { atMs, user: { ...ana, id } });
  const feed = appendGifts(emptyGifts, [
    by("ana", "a1", 10_000),
    by("ana", "a2", 20_000),
    by("bo", "b", 30_000),
    by("ana", "a3", 40_000),
  ]);
  const marked = (atMs: number, user: typeof ana | undefined = ana) =>
    markFirstGifts(feed, [{ atMs, ...(user ? { user } : {}) }]).rows.flatMap(({ id, isFirst }) => (isFirst ? [id] : []));
  expect([marked(20_000), marked(39_999), marked(99_999), marked(100_000)]).toEqual([["a2"], ["a2"], ["a3"], []]);
  expect(marked(39_999, { ...ana, id: "bo" })).toEqual(["b"]);
});

it("knows for whom a gift is and its picture, from whichever message of the streak says it", () => {
  const gus = { id: "gus", handle: "gus", nickname: "Gus", avatarUrl: "" };
  const imageUrl = "https://p16.tiktokcdn.com/rose.webp";
  const feed = appendGifts(emptyGifts, [
    gift("s1", 1, { streakOpen: true }),
    gift("s1", 2, { receiver: gus, imageUrl }),
    gift("s2", 1, { receiver: gus }),
    gift("s3", 1),
  ]);
  expect(feed.rows.map(({ receiver, imageUrl: picture }) => [receiver?.id, picture])).toEqual([
    ["gus", imageUrl],
    ["gus", undefined],
    [undefined, undefined],
  ]);
});

it("marks no gift to a guest as the first to the host", () => {
  const gus = { id: "gus", handle: "gus", nickname: "Gus", avatarUrl: "" };
  const feed = appendGifts(emptyGifts, [gift("host's", 1), gift("guest's", 2, { receiver: gus })]);
  const { user } = gift("x", 1);
  const marked = markFirstGifts(feed, [{ atMs: 2_000, ...(user ? { user } : {}) }]);
  expect(marked.rows.map(({ isFirst }) => isFirst)).toEqual([true, false]);
});
