import { expect, it } from "vitest";
import { type Wish, withWishes } from "./wished-answers.ts";

const answered = (atMs: number) => ({ status: "answered", atMs }) as const;

it("shows what somebody just did before the desk has said so", () => {
  const wishes = new Map<string, Wish>([
    ["a", answered(5)],
    ["b", { status: "pending", atMs: 5 }],
  ]);
  expect(withWishes({ b: answered(1), c: answered(2) }, wishes)).toEqual({ a: answered(5), c: answered(2) });
});

it("keeps what the desk says once it says the same, with its own time", () => {
  expect(withWishes({ a: answered(1) }, new Map([["a", answered(5)]]))).toEqual({ a: answered(1) });
});

it("is the desk's own object while nothing is wished", () => {
  const answers = { a: answered(1) };
  expect(withWishes(answers, new Map())).toBe(answers);
});
