import { expect, it } from "vitest";
import { nameInText, nameOf } from "./name.ts";

it.each([
  ["a nickname", { nickname: "Ana 🌸", handle: "ana" }, "Ana 🌸"],
  ["no nickname", { nickname: "", handle: "ana" }, "ana"],
  ["blanks", { nickname: "   ", handle: "ana" }, "ana"],
  ["zero-width characters", { nickname: "\u200b\u200d\u2060", handle: "ana" }, "ana"],
  ["Hangul fillers", { nickname: "\u3164 \u3164", handle: "ana" }, "ana"],
  ["marks without a letter", { nickname: "\u0301\u0302", handle: "ana" }, "ana"],
  ["nothing at all", { nickname: "\u200b", handle: "" }, "Somebody"],
  ["64 marks on a letter", { nickname: `Z${"\u0336".repeat(64)}oe`, handle: "zoe" }, "Z\u0336\u0336\u0336oe"],
  ["nobody", undefined, "Somebody"],
])("somebody with %s has a name that can be seen", (_, person, name) => {
  expect(nameOf(person)).toBe(name);
});

it("a name from right to left is isolated in a sentence, and a long one is cut between characters", () => {
  expect(nameInText({ nickname: "سارة", handle: "x" })).toBe("\u2068سارة\u2069");
  expect(nameInText({ nickname: "👩‍👩‍👧‍👦".repeat(60), handle: "x" })).toBe(`${"👩‍👩‍👧‍👦".repeat(39)}…`);
});
