import type { AutomatedPrompt } from "@frontrow/protocol/insight";
import { wordsOf } from "@frontrow/words/all";
import { expect, it } from "vitest";
import { promptWords } from "./prompt-words.ts";

const prompt: AutomatedPrompt = {
  type: "automatedPrompt",
  id: "prm_1",
  trigger: "thankGifter",
  priority: 3,
  atMs: 0,
  untilMs: 60_000,
  params: { name: "Ana", gift: "Galaxy", diamonds: 1_000 },
};
const wording = (text: string, language: "en" | "fr", promptId = prompt.id) => ({ promptId, text, language });

it("says the rule's sentence until a language model has worded it", () => {
  const words = wordsOf("en");
  const rule = promptWords(prompt, words, [wording("of another", "en", "prm_2")]);
  expect(rule.text).toContain("Ana");
  const worded = promptWords(prompt, words, [wording("Ana, that Galaxy made my night.", "en")]);
  expect(worded).toEqual({ text: "Ana, that Galaxy made my night.", reason: rule.reason });
});

it("does not mix languages: a wording in the language of before is not used", () => {
  const words = wordsOf("fr");
  expect(promptWords(prompt, words, [wording("Thank Ana.", "en")]).text).not.toBe("Thank Ana.");
  expect(promptWords(prompt, words, [wording("Merci, Ana.", "fr")]).text).toBe("Merci, Ana.");
});
