import type { RuleCondition } from "@frontrow/protocol/library/rule";
import { expect, it } from "vitest";
import { foundText, sentenceOf } from "./words.ts";

it.each<[RuleCondition, string]>([
  [{ type: "change", metric: "viewers", is: "falls", percent: 20, spanMs: 120_000 }, "Viewers fall by 20 % within 2 min"],
  [{ type: "change", metric: "mood", is: "rises", percent: 20, spanMs: 30_000 }, "The mood rises by 20 points within 30 s"],
  [{ type: "level", metric: "viewers", is: "atLeast", value: 1_000, spanMs: 60_000 }, "Viewers come to at least 1,000"],
  [{ type: "level", metric: "chats", is: "atMost", value: 5, spanMs: 60_000 }, "Messages come to at most 5 in 1 min"],
  [{ type: "level", metric: "mood", is: "atMost", value: -20, spanMs: 60_000 }, "The mood comes to at most −20 in 1 min"],
  [{ type: "person", handle: "@mia" }, "@mia writes"],
  [{ type: "words", text: "how much" }, "Somebody writes “how much”"],
  [{ type: "gift", diamonds: 500 }, "A gift of at least 500 diamonds"],
])("%j is said in a sentence", (condition, sentence) => {
  expect(sentenceOf(condition)).toBe(sentence);
});

it("says how often a rule would have rung", () => {
  expect(foundText(7, 5)).toBe("It would have rung 7 times in your last 5 broadcasts.");
  expect(foundText(1, 1)).toBe("It would have rung once in your last broadcast.");
  expect(foundText(0, 2)).toBe("It would not have rung in your last 2 broadcasts.");
});
