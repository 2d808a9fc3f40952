import type { Rule } from "@frontrow/protocol/library/rule";
import { ruleSchema } from "@frontrow/protocol/library/rule";
import { expect, it } from "vitest";
import { conditionOf, type Draft, draftOf, newDraft, ruleOf } from "./draft.ts";

const meant = (draft: Partial<Draft>) => conditionOf({ ...newDraft, ...draft });

it.each<Rule["condition"]>([
  { type: "change", metric: "viewers", is: "falls", percent: 20, spanMs: 120_000 },
  { type: "change", metric: "mood", is: "rises", percent: 30.5, spanMs: 60_000 },
  { type: "level", metric: "mood", is: "atMost", value: -30, spanMs: 60_000 },
  { type: "level", metric: "chats", is: "atLeast", value: 0, spanMs: 3_600_000 },
  { type: "person", handle: "mia.22" },
  { type: "words", text: "how much" },
  { type: "gift", diamonds: 500 },
])("what was saved is what the form shows, and saves again: %j", (condition) => {
  const rule: Rule = { ruleId: "r", name: "Mine", condition, isOn: true, hasSound: true, quietMs: 30_000 };
  const again = conditionOf(draftOf(rule));
  expect(again).toEqual({ condition });
  expect(ruleSchema.parse({ ...ruleOf(draftOf(rule), condition, true), ruleId: "r" })).toEqual(rule);
});

it("a rule without a name is called by what it watches for, and has none of its own when it is changed", () => {
  const condition = { type: "words", text: "how much" } as const;
  const made = ruleOf(newDraft, condition, true);
  expect(made.name).toBe("Somebody writes “how much”");
  expect(draftOf({ ...made, ruleId: "r" }).name).toBe("");
  const long = ruleOf(newDraft, { type: "words", text: "🎁".repeat(50) }, true);
  expect(ruleSchema.parse({ ...long, ruleId: "r" }).name.length).toBeLessThanOrEqual(80);
});

it.each<[Partial<Draft>, string]>([
  [{ kind: "falls", percent: "" }, "percent"],
  [{ kind: "falls", percent: "120" }, "percent"],
  [{ kind: "falls", percent: "much" }, "percent"],
  [{ kind: "atLeast", value: "-1" }, "value"],
  [{ kind: "atMost", metric: "mood", value: "-101" }, "value"],
  [{ kind: "person", handle: " @ " }, "handle"],
  [{ kind: "words", words: "  " }, "words"],
  [{ kind: "gift", diamonds: "0" }, "diamonds"],
])("%j is not complete, and says where", (draft, field) => {
  expect(meant(draft)).toMatchObject({ fault: { field, says: expect.stringMatching(/^Give/) } });
});

it("a comma is as good as a point, and a sign before a name as none", () => {
  expect(meant({ kind: "rises", percent: "12,5" })).toMatchObject({ condition: { percent: 12.5 } });
  expect(meant({ kind: "person", handle: " @mia " })).toEqual({ condition: { type: "person", handle: "mia" } });
});
