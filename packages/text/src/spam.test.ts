import { describe, expect, it } from "vitest";
import { annotate } from "./annotate.ts";

const spamOf = (text: string): number => annotate(text).spam;

describe("spam", () => {
  it.each([
    "check out my channel and subscribe please",
    "earn money from home, visit www.example.com",
    "sub4sub anyone? I sub back to everyone who subscribes to my channel",
    "sígueme y te sigo, link in bio",
    "подпишись на мой канал",
  ])("takes %j for advertising", (text) => {
    expect(spamOf(text)).toBeGreaterThanOrEqual(0.5);
  });

  it("takes one word again and again for flooding", () => {
    expect(spamOf(`${"rose ".repeat(12)}${"!".repeat(14)}`)).toBeGreaterThanOrEqual(0.5);
  });

  it.each(["hello from italy", "what song is this", "I love this one", "gg", "999", "🌹🌹🌹"])("lets %j be", (text) => {
    expect(spamOf(text)).toBeLessThan(0.5);
  });
});
