import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotate, type TextAnnotation } from "./annotate.ts";

describe("annotate", () => {
  it("gives text without language `und`, no mood and no keywords", () => {
    for (const text of ["", "999", "+999", "@some.one", "@a @b", "🌹", "...", "12:30", "​‍"]) {
      expect(annotate(text), text).toMatchObject({ language: "und", question: false, keywords: [] });
    }
    expect(annotate("999").sentiment).toBe(0);
  });

  it.each([
    ["I love this song so much", "en"],
    ["me encanta esta canción, gracias", "es"],
    ["eu gosto muito de você", "pt"],
    ["je ne comprends pas ce que tu dis", "fr"],
    ["ich finde das sehr schön von dir", "de"],
    ["non ho capito che cosa hai detto", "it"],
    ["aku suka banget sama kamu kak", "id"],
    ["привет как дела", "ru"],
    ["你好我是中国人", "zh"],
    ["こんにちは元気ですか", "ja"],
    ["안녕하세요 반갑습니다", "ko"],
    ["مرحبا كيف حالك", "ar"],
    ["สวัสดีครับ", "th"],
    ["नमस्ते आप कैसे हैं", "hi"],
    ["bhai kya mast gana hai", "hi"],
    ["hai kak cantik banget", "id"],
    ["hai visto mia sorella", "it"],
  ])("knows the language of %j", (text, language) => {
    expect(annotate(text).language).toBe(language);
  });

  it.each([
    ["oi gente", "pt"],
    ["boa noite", "pt"],
    ["saludos desde mexico", "es"],
    ["hola", "es"],
    ["merci", "fr"],
    ["guten abend", "de"],
    ["привіт, як справи", "uk"],
    ["سلام خوبی", "fa"],
    ["کیا حال ہے", "ur"],
    ["nerelisin kanka", "tr"],
    ["ang ganda mo po", "tl"],
    ["em ở đâu vậy", "vi"],
    ["dzień dobry, skąd jesteś", "pl"],
    ["no problem", "en"],
    ["not fair", "en"],
    ["blue eyes", "en"],
    ["dancing shoes", "en"],
    ["come va", "it"],
  ])("knows the language of a short phrase such as %j", (text, language) => {
    expect(annotate(text).language).toBe(language);
  });

  it("gives laughter, emotes and struck keys no language", () => {
    for (const text of [
      "hahaha",
      "jajajaja",
      "kkkk",
      "хахаха",
      "ههههه",
      "ㅋㅋㅋ",
      "lmaooo",
      "monkaS",
      "PogChamp",
      "asdasd",
      "gg",
      "x",
    ]) {
      expect(annotate(text).language, text).toBe("und");
    }
  });

  it.each([
    ["this is amazing 🔥🔥", "positive"],
    ["W stream", "positive"],
    ["gg", "positive"],
    ["not bad at all", "positive"],
    ["te amo hermosa 🥰", "positive"],
    ["que lixo odeio isso", "negative"],
    ["c'est nul, je déteste ce que tu fais", "negative"],
    ["das ist echt schlecht", "negative"],
    ["L", "negative"],
    ["this is not good", "negative"],
    ["I hate this so much 😡", "negative"],
    ["the train leaves at nine", "neutral"],
  ])("feels that %j is %s", (text, label) => {
    expect(annotate(text).sentimentLabel).toBe(label);
  });

  it("sees questions with a mark and without", () => {
    for (const text of [
      "where are you from?",
      "how old are you",
      "hey bro what song is this",
      "de dónde eres",
      "qual seu nome",
      "c'est quoi cette musique",
      "woher kommst du",
      "come ti chiami",
      "kak asal dari mana",
      "你叫什么名字",
      "お名前は何ですか",
    ]) {
      expect(annotate(text).question, text).toBe(true);
    }
    for (const text of ["what a ride", "I love you", "que lindo", "gg", "hello everyone"]) {
      expect(annotate(text).question, text).toBe(false);
    }
  });

  it("ranks a question to the creator above a rhetorical one", () => {
    expect(annotate("where are you from?").questionPriority).toBe(5);
    expect(annotate("lol?").questionPriority).toBe(1);
    expect(annotate("hello there").questionPriority).toBe(0);
  });

  it("finds insults, and says worse of those aimed at somebody", () => {
    expect(annotate("you are a fucking idiot").toxicity).toBeGreaterThan(0.6);
    expect(annotate("eres una puta").toxicity).toBeGreaterThan(0.6);
    expect(annotate("have a nice day").toxicity).toBeLessThan(0.2);
    expect(annotate("you idiot").toxicity).toBeGreaterThan(annotate("idiot").toxicity);
  });

  it("finds links, promotion and repetition", () => {
    expect(annotate("free followers at www.example.com").spam).toBeGreaterThan(0.5);
    expect(annotate("follow me follow me follow me follow me").spam).toBeGreaterThan(0.5);
    expect(annotate("what a lovely evening").spam).toBeLessThan(0.3);
  });

  it("uses the hint only to break ties", () => {
    expect(annotate("canta algo bonito", { language: "es" }).language).toBe("es");
    expect(annotate("I love this song", { language: "ny" }).language).toBe("en");
    expect(annotate("999", { language: "en" }).language).toBe("und");
  });

  it("says what a message is about", () => {
    expect(annotate("play some jazz music please").keywords).toEqual(["play", "jazz", "music"]);
    expect(annotate("lagunya bgt dong kak yg itu", { language: "id" }).keywords).toEqual(["lagunya"]);
  });
});

describe("annotate, with hostile text", () => {
  const isSane = (found: TextAnnotation): boolean =>
    Number.isFinite(found.sentiment) &&
    Math.abs(found.sentiment) <= 1 &&
    found.toxicity >= 0 &&
    found.toxicity <= 1 &&
    found.spam >= 0 &&
    found.spam <= 1 &&
    Number.isInteger(found.questionPriority) &&
    found.question === found.questionPriority > 0 &&
    /^[a-z]{2,3}$/.test(found.language) &&
    found.keywords.length <= 5;

  it("answers any string, the same each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 700 }), (text) => {
        const found = annotate(text);
        expect(isSane(found)).toBe(true);
        expect(annotate(text)).toEqual(found);
      }),
      { seed: 7, numRuns: 200 },
    );
  }, 30_000);

  it("answers broken surrogates, joiners and marks in any order", () => {
    const pieces = [
      "\ud83d",
      "\ude00",
      "\u200d",
      "\ufe0f",
      "e\u0301\u0301\u0301",
      "'",
      "@",
      "http://",
      "www.",
      "!",
      "?",
      "_",
      "\0",
      "n't",
      "İ",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 400 }), (parts) => isSane(annotate(parts.join("")))),
      { seed: 11, numRuns: 300 },
    );
  });

  const megabytes: Record<string, string> = {
    letters: "a",
    words: "why ",
    "half a question": "do you ",
    negations: "not ",
    "shortened negations": "n't ",
    spaces: " ",
    "new lines": "\r\n",
    "question marks": "?",
    "exclamation marks": "!",
    brackets: "(",
    dots: ".",
    "struck marks": ":) ",
    "nested repetition": "aaaaaaaa!",
    "at signs": "@",
    mentions: "@abc ",
    hashtags: "#a ",
    links: "http://a.b/c ",
    "half links": "www.http://",
    markup: "<a href=&amp;",
    digits: "7",
    "telephone numbers": "+44 ",
    money: "$ ",
    "the openings of an offer": "my my ",
    appeals: "subscribe ",
    emoji: "😀",
    "joined emoji": "👩‍👩‍👧‍👦",
    "skin tones": "\u{1f3fd}",
    "halves of flags": "\u{1f1eb}",
    "combining marks": "\u0301",
    "stacked marks": "Z\u0335\u0322\u0489",
    "first halves of surrogates": "\ud83d",
    "second halves of surrogates": "\ude00",
    "surrogates the wrong way round": "\ude00\ud83d",
    "marks from right to left": "\u202e\u200f\u202cabc ",
    "characters without width": "\u200b\ufeff",
    zeros: "\0",
    Chinese: "你",
    Thai: "ก",
    Arabic: "لا ",
    "letters that grow in lower case": "İ",
    "stretched words": "soooooo ",
    apostrophes: "a'",
    underscores: "_",
    "names of an object's own": "__proto__ constructor toString ",
  };
  it.each(Object.entries(megabytes))("looks at no more than the beginning of a megabyte of %s", (_, piece) => {
    for (const text of [piece.repeat(1_000_000 / piece.length), `so ${piece.repeat(1_000_000 / piece.length)}`]) {
      const found = annotate(text);
      expect(isSane(found)).toBe(true);
      expect(annotate(text.slice(0, 600))).toEqual(found);
    }
  });

  it("looks at no more than the beginning of words that are all different", () => {
    const text = Array.from({ length: 150_000 }, (_, at) => `w${at.toString(36)}`).join(" ");
    expect(annotate(text.slice(0, 600))).toEqual(annotate(text));
  });
});
