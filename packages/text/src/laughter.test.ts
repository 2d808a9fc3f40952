import { describe, expect, it } from "vitest";
import { isLaughter } from "./laughter.ts";

describe("laughter", () => {
  it.each(
    `hahaha hahahahha jajaja jejeje kkkk wkwkwk rsrsrs www lol lolol lmao lmfaooo rofl xd xdd mdr ахаха хахах ххх хд лол هههههه هاهاها خخخخ ㅋㅋㅋ ㅎㅎ 하하하 哈哈哈 はははは ฮ่าๆๆ חחחח
    χαχα हाहा huehue`.split(/\s+/),
  )("is %j", (word) => {
    expect(isLaughter(word)).toBe(true);
  });

  it.each([
    "",
    ..."ha hat hair share jab wake happy aaaa here ah www.x lola lot male kok koko хорошо хата هل هذا خخ 하루 하늘 호수 哈尔滨 笑顔 はい ふた ฮาร์ด हाथ".split(
      " ",
    ),
  ])("is not %j", (word) => {
    expect(isLaughter(word)).toBe(false);
  });
});
