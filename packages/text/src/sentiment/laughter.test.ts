import { describe, expect, it } from "vitest";
import { isLaughter } from "./laughter.ts";

describe("laughter", () => {
  it.each(["hahaha", "hahahahha", "jajaja", "jejeje", "kkkk", "wkwkwk", "rsrsrs", "ахаха", "хахах", "هههههه", "خخخخ", "ㅋㅋㅋ"])(
    "is %j",
    (word) => {
      expect(isLaughter(word)).toBe(true);
    },
  );

  it.each(["", "ha", "hat", "hair", "share", "jab", "wake", "happy", "aaaa", "here", "ah"])("is not %j", (word) => {
    expect(isLaughter(word)).toBe(false);
  });
});
