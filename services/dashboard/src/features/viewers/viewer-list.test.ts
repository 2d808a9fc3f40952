import { expect, it } from "vitest";
import { createViewerList, FRESH_MS } from "./viewer-list.ts";

function asking(answers: readonly (() => Promise<{ viewers: [] }>)[]) {
  let [asked, nowMs] = [0, 0];
  const list = createViewerList(
    () => (answers[asked++] ?? (() => Promise.resolve({ viewers: [] as [] })))(),
    () => nowMs,
  );
  return { list, asked: () => asked, pass: (ms: number) => (nowMs += ms) };
}

it("asks once for many cards, and again when the answer is old", async () => {
  const { list, asked, pass } = asking([]);
  await Promise.all([list("ses_a"), list("ses_a")]);
  expect(asked()).toBe(1);
  pass(FRESH_MS);
  await list("ses_a");
  expect(asked()).toBe(2);
});

it("never shows the viewers of one broadcast in another", async () => {
  const { list, asked } = asking([]);
  await list("ses_a");
  await list("ses_b");
  expect(asked()).toBe(2);
});

it("asks again after a failure", async () => {
  const { list, asked } = asking([() => Promise.reject(new Error("away"))]);
  await expect(list("ses_a")).rejects.toThrow("away");
  await expect(list("ses_a")).resolves.toEqual({ viewers: [] });
  expect(asked()).toBe(2);
});
