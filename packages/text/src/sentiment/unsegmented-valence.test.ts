import { describe, expect, it } from "vitest";
import { annotate } from "../annotate.ts";
import { unsegmentedLexicons } from "../lexicons/unsegmented.ts";
import { tokenize } from "../tokenizer.ts";
import { compoundScore } from "./compound.ts";

const label = (text: string): string => annotate(text).sentimentLabel;

describe("mood in scripts without spaces, and in languages of South-East Asia", () => {
  it.each([
    ["声がきれいですね", "声がうるさい", "今日は何時からですか"],
    ["这首歌真好听", "这首歌太难听了", "这首歌叫什么名字"],
    ["오늘 노래 진짜 좋다", "오늘 방송 노잼", "오늘 방송 몇 시까지"],
    ["เสียงเพราะมากค่ะ", "เพลงนี้น่าเบื่อ", "เพลงนี้ชื่ออะไร"],
    ["giọng hay quá chị ơi", "giọng dở quá", "chị ở quận mấy vậy"],
    ["ang galing kumanta", "ang pangit ng kanta", "anong kanta po yan"],
  ])("is told apart: %j, %j, %j", (good, bad, even) => {
    expect([label(good), label(bad), label(even)]).toEqual(["positive", "negative", "neutral"]);
  });

  it.each([
    ["好听", "不好听"],
    ["好きです", "好きじゃない"],
    ["可愛い", "可愛くない"],
    ["예뻐요", "안 예뻐요"],
    ["좋다", "좋지 않다"],
    ["สวย", "ไม่สวย"],
    ["đẹp", "không đẹp"],
    ["maganda", "hindi maganda"],
  ])("is turned round by a negation before or behind: %j, %j", (good, denied) => {
    expect(label(good)).toBe("positive");
    expect(label(denied)).toBe("negative");
  });

  it("is not turned round beyond a mark, nor in laughter", () => {
    expect(label("不，好听")).toBe("positive");
    expect(label("没哈哈哈人")).toBe("positive");
  });

  it.each(["大家好", "你好", "안녕하세요", "สวัสดีครับ", "こんにちは"])("is not in a greeting such as %j", (text) => {
    expect(label(text)).toBe("neutral");
  });

  it("keeps the sign of every word of the lists, alone and behind a sentence", () => {
    for (const [language, { valence }] of Object.entries(unsegmentedLexicons)) {
      const signs = new Map<string, number>();
      for (const [tenths, words] of valence)
        for (const word of words.split(/\s+/)) if (word !== "" && !signs.has(word)) signs.set(word, tenths);
      const turned = [...signs].filter(([word, tenths]) =>
        [word, `12。${word}`].some((text) => {
          const said = Math.sign(compoundScore(tokenize(text.replaceAll("_", " ").trimEnd()), language));
          return said === -Math.sign(tenths) && said !== 0;
        }),
      );
      expect(turned, language).toEqual([]);
    }
  });
});
