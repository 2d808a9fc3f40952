import { createImageUrlOf } from "@frontrow/protocol/image-hosts";
import { describe, expect, it } from "vitest";
import { keepAllowedImages, rememberImageUrls } from "./image.ts";

const imageUrlOf = createImageUrlOf(["*.tiktokcdn.com"]);

describe("the pictures of an event", () => {
  it("are left out when they are from elsewhere, wherever in the event their address stands", () => {
    const kept = "https://p16.tiktokcdn.com/a.webp";
    const event = (url: string) => ({
      text: url,
      imageUrl: url,
      user: { avatarUrl: url },
      emotes: [{ imageUrl: url }, { imageUrl: kept }],
      count: 1,
      none: null,
      missing: undefined,
    });
    expect(keepAllowedImages(event(kept), imageUrlOf)).toEqual(event(kept));
    expect(keepAllowedImages(event("http://127.0.0.1/"), imageUrlOf)).toEqual({
      ...event(""),
      text: "http://127.0.0.1/",
      emotes: [{ imageUrl: "" }, { imageUrl: kept }],
    });
  });
});

it("are judged by a rule that remembers as by the rule itself, each only once while it is remembered", () => {
  let asked = 0;
  const remembered = rememberImageUrls((url) => {
    asked += 1;
    return imageUrlOf(url);
  });
  const urls = [
    "https://p16.tiktokcdn.com/a.webp",
    "http://127.0.0.1/",
    "",
    undefined,
    `https://p16.tiktokcdn.com/${"a".repeat(700)}`,
  ];
  for (const url of [...urls, ...urls]) expect(remembered(url)).toBe(imageUrlOf(url));
  expect(asked).toBe(8);
  for (let viewer = 0; viewer < 30_000; viewer++) remembered(`https://p16.tiktokcdn.com/${viewer}.webp`);
  remembered("https://p16.tiktokcdn.com/a.webp");
  expect(asked).toBe(30_009);
});
