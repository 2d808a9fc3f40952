import { expect, it } from "vitest";
import { questionActOf } from "./question-keys.ts";

const press = (key: string, extra: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...extra });

it("answers, ignores and takes back by one key each, in either case", () => {
  expect(["a", "I", "u", "ArrowDown"].map((key) => questionActOf(press(key), true))).toEqual([
    "answer",
    "ignore",
    "undo",
    "down",
  ]);
});

it("leaves letters alone when single keys are turned off, but not arrows", () => {
  expect(["a", "i", "u", "ArrowUp"].map((key) => questionActOf(press(key), false))).toEqual([
    undefined,
    undefined,
    undefined,
    "up",
  ]);
});

it("leaves alone what the browser knows", () => {
  expect(questionActOf(press("a", { ctrlKey: true }), true)).toBeUndefined();
  expect(questionActOf(press("z"), true)).toBeUndefined();
});
