import { expect, it } from "vitest";
import { LetterPairs } from "./letter-pairs.ts";

it("knows the pairs it was made of, letters in brackets one by one, and no others", () => {
  const pairs = new LetterPairs("ab [cd]e f[gh]");
  const all = [..."abcdefgh"].flatMap((first) => [..."abcdefgh"].map((second) => first + second));
  expect(all.filter((pair) => pairs.begins(`${pair}x`))).toEqual(["ab", "ce", "de", "fg", "fh"]);
  expect(["", "a", "a1", "1b", "AB", "áb", "ａｂ"].filter((word) => pairs.begins(word))).toEqual([]);
});
