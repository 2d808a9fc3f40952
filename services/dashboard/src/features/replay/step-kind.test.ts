import { expect, it } from "vitest";
import { stepChoiceIn, stepTo } from "./step-kind.ts";

it("asks for gifts of so many diamonds at least, and for nothing else of other kinds", () => {
  expect(stepTo("next", { kind: "gift", least: 500 })).toEqual({ kind: "gift", direction: "next", least: 500 });
  expect(stepTo("next", { kind: "gift", least: 0 })).toEqual({ kind: "gift", direction: "next" });
  expect(stepTo("previous", { kind: "follow", least: 500 })).toEqual({ kind: "follow", direction: "previous" });
});

it.each([
  [null, { kind: "gift", least: 0 }],
  ["{", { kind: "gift", least: 0 }],
  ["null", { kind: "gift", least: 0 }],
  ['{"kind":"chat","least":100}', { kind: "chat", least: 100 }],
  ['{"kind":"nonsense","least":-1}', { kind: "gift", least: 0 }],
  ['{"kind":"question","least":1e99}', { kind: "question", least: 0 }],
])("remembers %s as %j", (text, choice) => {
  expect(stepChoiceIn(text)).toEqual(choice);
});
