import { describe, expect, it } from "vitest";
import { annotate } from "./annotate.ts";

const toxicityOf = (text: string): number => annotate(text).toxicity;

describe("toxicity", () => {
  it.each(["you idiot", "shut up loser", "nobody likes you, ugly rat", "you people are disgusting", "kill yourself"])(
    "finds the insult in %j",
    (text) => {
      expect(toxicityOf(text)).toBeGreaterThanOrEqual(0.5);
    },
  );

  it.each([
    "eres una puta",
    "tu es un connard",
    "du bist ein hurensohn",
    "sei uno stronzo",
    "você é um babaca",
    "dasar goblok kamu",
  ])("finds it in other languages: %j", (text) => {
    expect(toxicityOf(text)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    "I love you",
    "where are you from",
    "hello everyone from brazil",
    "can you say hi to my mom",
    "your hair is so pretty",
    "nice shot bro",
    "que bonito",
    "je t'aime trop",
    "was machst du heute",
  ])("accuses nobody of %j", (text) => {
    expect(toxicityOf(text)).toBeLessThan(0.5);
  });

  it("says nothing of text without words", () => {
    expect(toxicityOf("🔥🔥🔥 999")).toBe(0);
  });
});
