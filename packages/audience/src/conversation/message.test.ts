import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMessage } from "./message.ts";

const keysOf = (...texts: string[]) => new Set(texts.map((text) => readMessage(text).key));

describe("the key of a message", () => {
  it("is the same whatever its case, spacing, punctuation, emoji and elongation", () => {
    expect(keysOf("Vote BLUE!", "vote blue", "  vote   blue... ", "voteeee bluuue", "vote, blue 🔥🔥").size).toBe(1);
  });

  it("tells numbers apart by every digit", () => {
    expect(keysOf("9", "99", "999", "9999").size).toBe(4);
  });

  it("tells other messages apart, in any script", () => {
    expect(keysOf("vote blue", "vote red", "頑張って", "頑張れ", "привет", "你好").size).toBe(6);
  });

  it("is 0 for a message without letters and digits", () => {
    for (const text of ["", "  ", "🔥🔥🔥", "!?!", "❤️‍🔥", "\ud83d"])
      expect(readMessage(text).key === 0, text).toBe(text !== "\ud83d");
  });

  it("is a whole number of 31 bits, for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 100 }),
        (text) => readMessage(text).key === readMessage(text).key >>> 0 && readMessage(text).key < 2 ** 31,
      ),
      { seed: 5, numRuns: 100 },
    );
  }, 60_000);
});

describe("the emoji of a message", () => {
  it("are each there once, without skin tones, and at most five", () => {
    expect(readMessage("🔥🔥 nice 👍🏽👍🏻 😂").emoji).toEqual(["🔥", "👍", "😂"]);
    expect(readMessage("🍎🍏🍐🍊🍋🍌🍉").emoji).toHaveLength(5);
  });

  it("are whole: joined ones, flags and older signs", () => {
    expect(readMessage("👩🏽‍🎨 🇧🇷🇮🇩 ❤ ❤️ ✨").emoji).toEqual(["👩‍🎨", "🇧🇷", "🇮🇩", "❤️", "✨️"]);
  });

  it("are one each when TikTok's codes, keycaps, tags or variation selectors make them, and no part of the key", () => {
    expect(readMessage("hi [smile] [Smile] 😊 [unknowncode]").emoji).toEqual(["😊"]);
    expect(readMessage("vote 1️⃣ 1⃣ #️⃣").emoji).toEqual(["1️⃣", "#️⃣"]);
    expect(readMessage("🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴").emoji).toEqual(["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴"]);
    expect(readMessage("❤\ufe0e ❤️ 🔥\ufe0f 🔥").emoji).toEqual(["❤️", "🔥"]);
    expect(keysOf("nice", "nice [smile]", "nice 1️⃣", "nice 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "nice ❤\ufe0e").size).toBe(1);
    expect(readMessage("[smile][laughcry]").key).toBe(0);
  });

  it("are no letters, digits or broken halves", () => {
    expect(readMessage("#1 ok? ñ 頑張 © \ud83d \udd25 🇧").emoji).toEqual([]);
  });
});
