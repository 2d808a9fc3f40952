import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotate } from "../annotate.ts";
import { questionReasons } from "./reasons.ts";

const priority = (text: string): number => annotate(text).questionPriority;

describe("questions", () => {
  it("spreads priorities from 1 to 5", () => {
    expect(priority("where are you from?")).toBe(5);
    expect(priority("where are you from")).toBe(4);
    expect(priority("when does the show start")).toBe(3);
    expect(priority("what time do you go live")).toBe(4);
    expect(priority("song name?")).toBe(2);
    expect(priority("really?")).toBe(1);
    expect(priority("I like this song")).toBe(0);
  });

  it("says why", () => {
    expect(questionReasons("where are you from?")).toEqual(["asksCreator", "questionWord", "questionMark", "fullSentence"]);
    expect(questionReasons("@ana.b when does it start")).toEqual(["questionWord", "fullSentence", "toSomebodyElse"]);
    expect(questionReasons("Tokyo?")).toEqual(["questionMark", "short"]);
    expect(questionReasons("what a night?")).toContain("rhetorical");
    expect(questionReasons("I like this song")).toEqual([]);
  });

  it("gives no more than 2 to one word, and less to what is asked of somebody else", () => {
    expect(priority("Tokyo?")).toBeLessThanOrEqual(2);
    expect(priority("@ana.b where are you from?")).toBe(priority("where are you from?") - 1);
  });

  it.each([
    ["cuántos años tienes", "es"],
    ["que horas são aí", "pt"],
    ["tu viens d'où", "fr"],
    ["kannst du mich grüßen", "de"],
    ["quanti anni hai", "it"],
    ["kapan live lagi kak", "id"],
    ["şarkının adı ne", "tr"],
    ["сколько тебе лет", "ru"],
    ["من وين انت", "ar"],
    ["आप कहाँ से हो", "hi"],
    ["这首歌叫什么", "zh"],
    ["この曲の名前は何ですか", "ja"],
    ["이 노래 제목 뭐예요", "ko"],
    ["อายุเท่าไหร่", "th"],
    ["bạn bao nhiêu tuổi", "vi"],
    ["πώς σε λένε", "el"],
    ["câți ani ai", "ro"],
  ])("hears %j as a question without a mark", (text) => {
    expect(annotate(text).question).toBe(true);
  });

  it.each([
    ["qué linda eres"],
    ["que lixo"],
    ["che schifo"],
    ["wie süß"],
    ["quelle belle voix"],
    ["NO CUT FOR YOU"],
    ["come on everyone"],
    ["do it again please"],
    ["真的太好听了"],
    ["どこでもいいよ"],
    ["из Казани привет"],
    ["999"],
    ["??"],
  ])("does not take %j for one", (text) => {
    expect(annotate(text).question).toBe(false);
  });

  it.each([
    "kevin how old r u",
    "bob_77 where are you from",
    "sarah what is your name",
    "haha wait what is that",
    "zorro how old are you",
    "omg maria when is the next live",
    "geliyor musun",
    "bugün canlı yayın var mı abla",
    "varmı yeni şarkı",
    "beni duyuyormusun",
    "iyi misiniz hocam",
    "yarın gelecek misin buraya",
    "bu oyun güzel mi sence",
    "beni tanıdınız mı",
  ])("hears a question after a name or a filler, and the Turkish particle: %j", (text) => {
    expect(annotate(text).question).toBe(true);
  });

  it.each([
    "I wanna go home",
    "i wanna see you dance",
    "I want to hear that song",
    "how horrible",
    "how sad",
    "how adorable he is",
    "kevin how cute",
    "kendimi çok iyi hissediyorum",
    "senin ismin güzel",
  ])("hears none in %j", (text) => {
    expect(annotate(text).question).toBe(false);
  });

  it("has reasons exactly where there is a priority", () => {
    const words = fc.constantFrom(
      "where",
      "you",
      "are",
      "from",
      "?",
      "what",
      "@a",
      "song",
      "lol",
      "que",
      "ne",
      "什么",
      "吗",
      "999",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const text = parts.join(" ");
        const { questionPriority, language } = annotate(text);
        expect(questionReasons(text, language).length > 0).toBe(questionPriority > 0);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
