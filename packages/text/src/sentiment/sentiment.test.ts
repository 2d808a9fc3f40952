import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../tokenizer.ts";
import { labelOf, sentimentOf } from "./sentiment.ts";

const mood = (text: string, language = "en"): number => sentimentOf(tokenize(text), language);
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units));
const label = (text: string, language: string): string => labelOf(mood(text, language));

describe("mood, by VADER's rules", () => {
  it("is stronger with boosters, capitals and exclamation marks, weaker with dampers", () => {
    expect(mood("very good")).toBeGreaterThan(mood("good"));
    expect(mood("good!!!")).toBeGreaterThan(mood("good"));
    expect(mood("that GOOD thing")).toBeGreaterThan(mood("that good thing"));
    expect(mood("kinda good")).toBeLessThan(mood("good"));
  });

  it("is turned round by a negation, and turned back by two", () => {
    expect(mood("not good")).toBeLessThan(0);
    expect(mood("isn't good")).toBeLessThan(0);
    expect(mood("without doubt good")).toBeGreaterThan(0);
    expect(mood("never so good")).toBeGreaterThan(0);
    expect(mood("the least good")).toBeLessThan(0);
  });

  it.each([".", "!", "?", ";", ":", ",", "…", "。", "，", " 12. "])("is not turned round by a negation beyond %j", (mark) => {
    expect(label(`not${mark} good`, "en")).toBe("positive");
    expect(label(`never${mark} love it`, "en")).toBe("positive");
    expect(label(`nicht${mark} gut`, "de")).toBe("positive");
    expect(label(`liebe${mark} nicht`, "de")).toBe("positive");
  });

  it("is turned round by a `no` right before it alone", () => {
    expect(mood("no good")).toBeLessThan(0);
    expect(mood("no one here was happy")).toBeGreaterThan(0);
  });

  it.each(["haha", "hahaha", "lol", "lmaooo", "kkkk", "xd", "jajaja"])(
    "is never turned round in laughter such as %j",
    (laugh) => {
      expect(mood(`not ${laugh}`)).toBeGreaterThan(0);
      expect(mood(`can't ${laugh}`)).toBeGreaterThan(0);
      expect(mood(`nicht ${laugh}`, "de")).toBeGreaterThan(0);
    },
  );

  it("is turned round past single letters", () => {
    expect(mood("don't u r a b c like")).toBeLessThan(0);
    expect(mood("never been happier")).toBeGreaterThan(0);
    expect(mood("never been more proud")).toBeGreaterThan(0);
    expect(mood("never been worse")).toBeLessThan(0);
  });

  it("is what follows the but", () => {
    expect(mood("good but horrible")).toBeLessThan(0);
    expect(mood("horrible but good")).toBeGreaterThan(mood("good but horrible"));
  });

  it("knows idioms that mean something else than their words", () => {
    expect(mood("the shit")).toBeGreaterThan(0);
    expect(mood("yeah right")).toBeLessThan(0);
    expect(mood("bus stop")).toBe(0);
  });
});

describe("mood of chat", () => {
  it.each([
    "PogChamp",
    "KEKW",
    "FeelsGoodMan",
    "somebodyHYPE",
    "catJAM",
    "[laughwithtears]",
    "jajajaja",
    "🔥🔥",
    ":D",
    "...:)",
    "W",
  ])("is good: %j", (text) => {
    expect(labelOf(mood(text))).toBe("positive");
  });

  it.each(["BibleThump", "PepeHands", "FeelsBadMan", "Sadge", "NotLikeThis", "somebodyRIP", "😡", ":(", "L", "[cry]"])(
    "is bad: %j",
    (text) => {
      expect(labelOf(mood(text))).toBe("negative");
    },
  );

  it.each(["Kappa", "monkaS", "who is here", "999", "the train"])("is even: %j", (text) => {
    expect(labelOf(mood(text))).toBe("neutral");
  });
});

describe("mood in other languages", () => {
  it.each([
    ["es", "me encanta tu voz, eres increíble", "no me gusta nada, qué asco"],
    ["pt", "amei demais, que coisa linda", "que ódio, não aguento mais isso"],
    ["fr", "trop belle, j'adore ta voix", "c'est nul, j'en ai marre"],
    ["de", "ich liebe das, wunderschön", "gefällt mir gar nicht, echt schlecht"],
    ["it", "che bello, sei bravissima", "fa schifo, che vergogna"],
    ["id", "cantik banget kak", "jelek banget"],
    ["ar", "أحبك كثير صوتك جميل", "هذا سيء جدا ومقرف"],
    ["tr", "çok güzel, bayıldım", "iğrenç, nefret ediyorum"],
    ["ru", "очень красиво, обожаю", "ужасно, ненавижу это"],
    ["nl", "wat mooi, geweldig", "vreselijk, ik haat dit"],
    ["hi", "bahut accha bhai", "bahut bekar aur ghatiya"],
  ])("is told apart in %s", (language, good, bad) => {
    expect(label(good, language)).toBe("positive");
    expect(label(bad, language)).toBe("negative");
  });

  it.each([
    ["fr", "énergie renouvelable en hausse"],
    ["fr", "procès et impôts au programme"],
    ["ar", "القمة والتعاون والتنمية"],
  ])("is not in what headlines are about: %s, %j", (language, text) => {
    expect(label(text, language)).toBe("neutral");
  });

  it.each(["smngt kak", "sehaat2 kak", "sehat2 ya"])("is known in Indonesian as it is typed: %j", (text) => {
    expect(label(text, "id")).toBe("positive");
  });

  it("does not read a language by the words of another", () => {
    expect(mood("die war hell", "de")).toBe(0);
    expect(mood("contigo sobre si", "es")).toBe(0);
    expect(mood("sus cosas oder lit", "es")).toBe(0);
    expect(mood("heute oder morgen", "de")).toBe(0);
    expect(mood("كرة القدم فكرة كاملة", "ar")).toBe(0);
  });

  it.each(["¿…?", "…", "..."])("is felt less in praise that asks or trails off: %j", (end) => {
    const praise = "es una canción muy bonita para bailar";
    expect(mood(praise + end, "es")).toBeLessThan(mood(praise, "es"));
    expect(label(praise + end, "es")).toBe("positive");
  });

  it("is felt less in praise that denies something else", () => {
    expect(mood("vengo mañana y la canción me gusta mucho", "es")).toBeGreaterThan(
      mood("no vengo mañana y la canción me gusta mucho", "es"),
    );
    expect(label("no solo eso, la canción me gusta mucho", "es")).toBe("positive");
  });

  it("takes more than one weak word of praise to be glad in a sentence", () => {
    expect(label("la familia vive en una casa de la calle", "es")).toBe("neutral");
  });
});

it("gives any text in any language a number from −1 to 1, the same each time", () => {
  const languages = fc.constantFrom("en", "es", "ar", "id", "ru", "und", "xx");
  fc.assert(
    fc.property(anyText, languages, (text, language) => {
      const found = mood(text, language);
      expect(Math.abs(found)).toBeLessThanOrEqual(1);
      expect(mood(text, language)).toBe(found);
    }),
    { seed: 3, numRuns: 200 },
  );
});
