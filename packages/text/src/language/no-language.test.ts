import { describe, expect, it } from "vitest";
import { withLanguage, withoutLanguage } from "../../eval/own/no-language.ts";
import { annotate } from "../annotate.ts";
import { tokenize } from "../tokenizer.ts";

const languageOf = (text: string): string => annotate(text).language;
const wrong = (texts: readonly string[], is: (language: string) => boolean): string[] =>
  texts.filter((text) => is(languageOf(text)));

describe("text without language", () => {
  it("is told from short chat, 97 times in a hundred and more, by texts of our own", () => {
    expect(wrong(withoutLanguage, (language) => language !== "und").length).toBeLessThanOrEqual(withoutLanguage.length * 0.03);
    expect(wrong(withLanguage, (language) => language === "und").length).toBeLessThanOrEqual(withLanguage.length * 0.03);
  });

  it.each([
    "bob_7 subscribed with Prime",
    "Anna Maria has subscribed at Tier 2 for 4 months",
    "tina gifted 5 subs",
    "max followed the host",
    "leo99 sent Finger Heart x 3",
    "ana siguió al anfitrión",
  ])("is what a platform says of somebody, and no spam either: %j", (text) => {
    expect(annotate(text)).toMatchObject({ language: "und", spam: 0, question: false, keywords: [] });
  });

  it.each(["I subscribed with my prime", "my brother joined", "everyone joined", "we liked the live"])(
    "is not what somebody says: %j",
    (text) => {
      expect(languageOf(text)).toBe("en");
    },
  );

  it("has its words beside it all the same", () => {
    expect(annotate("hahaha KEKW you are so funny kevin")).toMatchObject({ language: "en" });
    expect(annotate("hola maria_88 [smile]")).toMatchObject({ language: "es" });
  });
});

describe("emoji", () => {
  it.each([
    ["[smile][smile]", ["😊", "😊"]],
    ["hi [LaughWithTears]!", ["😂"]],
    ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", ["🏴"]],
    ["1️⃣ #️⃣ 5⃣", ["🔢", "🔢", "🔢"]],
    ["❤️ ❤ ☎️ ™️ ©️ ㊙️ ‼️", ["❤", "❤", "☎", "™", "©", "㊙", "‼"]],
    ["🇫🇷🇧🇷", ["🇫🇷", "🇧🇷"]],
    ["👍🏽 👩🏽‍🚀", ["👍", "👩", "🚀"]],
  ])("are found in %j, whatever they are made of", (text, emoji) => {
    const tokens = tokenize(text);
    expect(tokens.emoji).toEqual(emoji);
    expect(tokens.digits).toBe(0);
  });

  it("of TikTok's codes have a mood and no language, and are no words", () => {
    expect(annotate("[smile]")).toMatchObject({ language: "und", sentimentLabel: "positive", keywords: [] });
    expect(annotate("[rage][rage]")).toMatchObject({ language: "und", sentimentLabel: "negative", keywords: [] });
    expect(annotate("ti amo [evil]")).toMatchObject({ language: "it" });
    expect(annotate("[unknowncode]")).toMatchObject({ language: "und", keywords: [] });
    expect(annotate("[two words] here").keywords).toContain("words");
  });
});
