import { describe, expect, it } from "vitest";
import { emojiOfCode, withEmojiForCodes } from "./emoji-codes.ts";

describe("TikTok's emoji codes", () => {
  it("become emoji, in any case and side by side", () => {
    expect(withEmojiForCodes("hi [smile][laughwithtears] you [Evil]")).toBe("hi 😊😂 you 👿");
    expect(emojiOfCode("loveface")).toBe("😍");
  });

  it("stay as they are where we do not know them", () => {
    for (const text of ["[edit] done", "[", "[]", "[smile", "smile]", "[a b]", "[__proto__]", "[constructor]"])
      expect(withEmojiForCodes(text)).toBe(text);
  });
});
