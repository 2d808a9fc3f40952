import { expect, it } from "vitest";
import type { GiftRow } from "../../live/gift-feed.ts";
import { wordsOf } from "./words.ts";

const gift = (id: string, nickname: string, diamonds: number): GiftRow => ({
  id,
  atMs: 0,
  lastAtMs: 0,
  user: {
    id,
    handle: nickname,
    nickname,
    avatarUrl: "",
    isFollower: false,
    isSubscriber: false,
    isModerator: false,
    gifterLevel: 0,
  },
  name: "Lion",
  count: 2,
  diamonds,
  isOpen: false,
});

it("names one gift in full", () => {
  expect(wordsOf({ kind: "bigGifts", gifts: [gift("1", "Ana", 59_998)] })).toEqual({
    title: "Ana sent Lion ×2",
    text: "59.9K diamonds",
    tone: "neutral",
  });
});

it("groups several, and names few people", () => {
  const gifts = ["Ana", "Bo", "Cy", "Di"].map((name) => gift(name, name, 1_000));
  expect(wordsOf({ kind: "bigGifts", gifts })).toMatchObject({
    title: "4 big gifts, 4,000 diamonds",
    text: "From Ana, Bo and 2 more",
  });
});
