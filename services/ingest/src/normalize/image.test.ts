import { createImageUrlOf } from "@frontrow/protocol/image-hosts";
import { describe, expect, it } from "vitest";
import { keepAllowedImages } from "./image.ts";

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
