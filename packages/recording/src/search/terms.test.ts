import { describe, expect, it } from "vitest";
import { matches, runsOf } from "./terms.ts";

const finds = (text: string, query: string) => matches(text, runsOf(query));

describe("a query", () => {
  it.each([
    ["Hello there", "HELLO"],
    ["hello there", "the hel"],
    ["ＦＵＬＬ width", "full"],
    ["Café crème", "cafe CREME"],
    ["Istanbul'dan İyi akşamlar", "iyi aksam"],
    ["Die Straße", "straße"],
    ["ΟΔΟΣ", "οδος"],
    ["l’amour", "amour"],
    ["@nina.live hi", "nina"],
    ["привет всем", "при"],
    ["안녕하세요 여러분", "안녕"],
    ["नमस्ते दोस्तों", "नमस्ते"],
    ["مُحَمَّد", "محمد"],
    ["こんにちは世界", "世"],
    ["こんにちは世界", "にちは"],
    ["ｶﾞﾝﾊﾞﾚ", "ガンバレ"],
    ["这个礼物真好看", "礼物"],
    ["สวัสดีครับทุกคน", "ครับ"],
    ["好听OK的", "ok 好听"],
    ["fire 🔥🔥🔥", "🔥"],
    ["nice 👍🏽", "👍"],
    ["love ❤️", "❤"],
    ["hallo 🇩🇪", "🇩🇪"],
  ])("finds in %j what is asked by %j", (text, query) => expect(finds(text, query)).toBe(true));

  it.each([
    ["hello there", "ello"],
    ["hello", "hello there"],
    ["世 界", "世界"],
    ["🇩🇪", "🇫🇷"],
  ])("does not find in %j what is asked by %j", (text, query) => expect(finds(text, query)).toBe(false));

  it("of signs alone asks for nothing", () => expect(runsOf("?! … --")).toEqual([]));
});
