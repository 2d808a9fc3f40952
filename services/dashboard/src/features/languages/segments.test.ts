import { expect, it } from "vitest";
import { languageName, percent, segmentsOf } from "./segments.ts";

const share = (language: string, chats: number) => ({ language, chats, share: chats / 200 });

it("puts the most spoken first, what is rare together, and what has no words at the end", () => {
  const languages = [share("und", 60), share("es", 40), share("en", 94), share("ja", 3), share("it", 3)];
  expect(segmentsOf(languages).map(({ code, chats }) => [code, chats])).toEqual([
    ["en", 94],
    ["es", 40],
    ["other", 6],
    ["und", 60],
  ]);
});

it("loses nothing of a chat in many languages", () => {
  const languages = ["en", "es", "pt", "fr", "de", "it", "id", "ar"].map((language) => share(language, 25));
  const segments = segmentsOf(languages);
  expect(segments).toHaveLength(6);
  expect(segments.reduce((sum, { chats }) => sum + chats, 0)).toBe(200);
});

it("names languages in the language of the page", () => {
  expect(["en", "pt", "und", "other", "not a code"].map((code) => languageName(code, "en"))).toEqual([
    "English",
    "Portuguese",
    "no words",
    "other",
    "not a code",
  ]);
  expect(languageName("de", "fr")).toBe("allemand");
});

it("rounds to whole per cent without making something nothing", () => {
  expect([0, 0.001, 0.5, 0.996, 1].map(percent)).toEqual(["0 %", "<1 %", "50 %", "99 %", "100 %"]);
});
