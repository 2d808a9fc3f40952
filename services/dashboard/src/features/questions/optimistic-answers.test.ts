import { expect, it } from "vitest";
import { type AnswerChange, withChanges } from "./optimistic-answers.ts";

const answered = (atMs: number) => ({ status: "answered", atMs }) as const;

it("shows what somebody just did before the desk has said so", () => {
  const changes = new Map<string, AnswerChange>([
    ["a", answered(5)],
    ["b", { status: "pending", atMs: 5 }],
  ]);
  expect(withChanges({ b: answered(1), c: answered(2) }, changes)).toEqual({ a: answered(5), c: answered(2) });
});

it("keeps what the desk says once it says the same, with its own time", () => {
  expect(withChanges({ a: answered(1) }, new Map([["a", answered(5)]]))).toEqual({ a: answered(1) });
});

it("is the desk's own object while nothing is changed", () => {
  const answers = { a: answered(1) };
  expect(withChanges(answers, new Map())).toBe(answers);
});
