import type { SpokenPrompt } from "@frontrow/words/words";
import { expect, it } from "vitest";
import { duePrompts, shownPrompt } from "./due-prompts.ts";

const NOW = 1_000_000;
const prompt = (id: string, more: Partial<SpokenPrompt> = {}): SpokenPrompt => ({
  type: "automatedPrompt",
  id,
  trigger: "quietChat",
  priority: 3,
  atMs: NOW - 5_000,
  untilMs: NOW + 60_000,
  params: {},
  ...more,
});
const moment = { nowMs: NOW, answers: {}, done: new Set<string>() };
const ids = (prompts: readonly SpokenPrompt[]) => prompts.map(({ id }) => id);

it("puts the most urgent first, and of equal ones what is over sooner", () => {
  const prompts = [prompt("a"), prompt("b", { priority: 5 }), prompt("c", { untilMs: NOW + 1 }), prompt("d", { priority: 1 })];
  expect(ids(duePrompts(prompts, moment))).toEqual(["b", "c", "a", "d"]);
});

it("leaves out what has passed in event time and what is done", () => {
  const prompts = [prompt("over", { untilMs: NOW }), prompt("done"), prompt("due")];
  expect(ids(duePrompts(prompts, { ...moment, done: new Set(["done"]) }))).toEqual(["due"]);
});

it("leaves out a question that this desk has resolved, and brings it back when that is taken back", () => {
  const prompts = [prompt("q", { trigger: "openQuestion", questionId: "qst_1" })];
  const answers = { qst_1: { status: "ignored", atMs: NOW } } as const;
  expect(duePrompts(prompts, { ...moment, answers })).toEqual([]);
  expect(ids(duePrompts(prompts, moment))).toEqual(["q"]);
});

it("keeps the sentence that is being read, until a more urgent one comes", () => {
  const [read, sooner, urgent] = [prompt("read"), prompt("sooner", { untilMs: NOW + 1 }), prompt("urgent", { priority: 5 })];
  expect(shownPrompt(duePrompts([read, sooner], moment), "read")?.id).toBe("read");
  expect(shownPrompt(duePrompts([read, sooner], moment), undefined)?.id).toBe("sooner");
  expect(shownPrompt(duePrompts([read, urgent], moment), "read")?.id).toBe("urgent");
  expect(shownPrompt([], "read")).toBeUndefined();
});
