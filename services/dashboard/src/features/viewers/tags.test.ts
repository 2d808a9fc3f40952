import { expect, it } from "vitest";
import { LONGEST_TAG, MOST_TAGS, withTags } from "./tags.ts";

it("takes tags as they are typed, each once", () => {
  expect(withTags(["VIP"], " from  Discord , vip,, friend")).toEqual(["VIP", "from Discord", "friend"]);
  expect(withTags(["VIP"], " , ")).toEqual(["VIP"]);
});

it("takes no more and no longer ones than the server does", () => {
  expect(withTags([], Array.from({ length: 20 }, (_, n) => `tag ${n}`).join(","))).toHaveLength(MOST_TAGS);
  expect(withTags([], "x".repeat(80))[0]).toHaveLength(LONGEST_TAG);
});
