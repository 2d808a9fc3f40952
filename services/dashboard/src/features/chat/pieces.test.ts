import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOf } from "./pieces.ts";

const emote = (id: string, at?: number) => ({ id, imageUrl: "", ...(at === undefined ? {} : { at }) });
const drawn = (...[text, emotes]: Parameters<typeof piecesOf>) =>
  piecesOf(text, emotes).map((piece) => (typeof piece === "string" ? piece : `<${piece.id}>`));

describe("a message with stickers", () => {
  it.each([
    ["none", "hello", [], ["hello"]],
    ["nothing but stickers", "", [emote("a"), emote("b")], ["<a>", "<b>"]],
    [
      "at the front, inside and at the end",
      "hi you",
      [emote("b", 3), emote("a", 0), emote("c", 6)],
      ["<a>", "hi ", "<b>", "you", "<c>"],
    ],
    ["without a place", "hi", [emote("a")], ["hi", "<a>"]],
    ["beyond the text", "hi", [emote("a", 99)], ["hi", "<a>"]],
    ["two in one place", "hi you", [emote("a", 3), emote("b", 3)], ["hi ", "<a>", "<b>", "you"]],
    ["inside an emoji", "x👩‍👧y", [emote("a", 3)], ["x", "<a>", "👩‍👧y"]],
    ["TikTok's emoji codes", "love [smile][nothing]", [emote("a", 5)], ["love ", "<a>", "😊[nothing]"]],
    ["marks upon marks", `a${"\u0301".repeat(9)}`, [], ["a\u0301\u0301\u0301"]],
  ] as const)("%s", (_, text, emotes, pieces) => {
    expect(drawn(text, emotes)).toEqual(pieces);
  });

  it("loses no word and no sticker, wherever they stand", () => {
    const text = fc.array(fc.constantFrom("a", " ", "👍🏽", "é", "🇧🇷")).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.array(fc.option(fc.nat(40), { nil: undefined }), { maxLength: 20 }), (said, places) => {
        const pieces = piecesOf(
          said,
          places.map((at, index) => emote(String(index), at)),
        );
        expect(pieces.filter((piece) => typeof piece === "string").join("")).toBe(said);
        expect(pieces.filter((piece) => typeof piece !== "string")).toHaveLength(places.length);
      }),
    );
  });
});
