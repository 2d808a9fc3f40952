import type { Moment } from "@frontrow/protocol/insight";
import { wordsOf as wordsIn } from "@frontrow/words/all";
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
  isFirst: false,
});

it("names one gift in full", () => {
  expect(wordsOf({ kind: "bigGifts", gifts: [gift("1", "Ana", 59_998)] }, undefined)).toEqual({
    title: "Ana sent Lion ×2",
    text: "59.9K diamonds",
    tone: "neutral",
  });
});

it("says to whom a gift is, when it is not the host, and keeps names that run from right to left apart", () => {
  const receiver = { id: "g", handle: "gus", nickname: "سارة", avatarUrl: "" };
  expect(wordsOf({ kind: "bigGifts", gifts: [{ ...gift("1", "Ana", 1_000), receiver }] }, undefined).title).toBe(
    "Ana sent Lion ×2 to \u2068سارة\u2069",
  );
});

it("groups several, and names few people", () => {
  const gifts = ["Ana", "Bo", "Cy", "Di"].map((name) => gift(name, name, 1_000));
  expect(wordsOf({ kind: "bigGifts", gifts }, undefined)).toMatchObject({
    title: "4 big gifts, 4,000 diamonds",
    text: "From Ana, Bo and 2 more",
  });
});

it("says what happened last, and what came before it while it was shown", () => {
  const words = wordsIn("en");
  const raid: Moment = { type: "moment", id: "r", kind: "raid", atMs: 1, params: { joins: 40, seconds: 20, viewers: 90 } };
  const battle: Moment = { type: "moment", id: "b", kind: "battleOpened", atMs: 2, params: {} };
  expect(wordsOf({ kind: "moments", moments: [raid] }, words)).toEqual({
    title: words.moment(raid),
    text: "Marked on the charts",
    tone: "neutral",
  });
  expect(wordsOf({ kind: "moments", moments: [raid, battle] }, words)).toMatchObject({
    title: words.moment(battle),
    text: `Before: ${words.moment(raid)}`,
  });
  expect(wordsOf({ kind: "moments", moments: [raid, raid, battle] }, undefined).text).toContain("2 more");
});
