import { expect, it } from "vitest";
import type { ChatRow } from "../../live/chat-log.ts";
import { moodOf, moodShares, moodWord } from "./mood.ts";

const row = (sentiment: number): ChatRow => ({
  id: String(sentiment),
  atMs: 0,
  user: undefined,
  text: "",
  sentiment,
  isQuestion: false,
  priority: 0,
  isFirst: false,
  isRemoved: false,
});

it("calls most messages neither friendly nor unfriendly", () => {
  expect([0.9, 0.2, 0.1, 0, -0.19, -0.2].map(moodOf)).toEqual(["good", "good", "even", "even", "even", "bad"]);
});

it("has one word from delighted to tense", () => {
  expect([0.8, 0.2, 0, -0.2, -0.8].map(moodWord)).toEqual(["Delighted", "Friendly", "Even", "Uneasy", "Tense"]);
});

it("divides only the last hundred", () => {
  const rows = [
    ...Array.from({ length: 500 }, () => row(-1)),
    ...Array.from({ length: 60 }, () => row(1)),
    ...Array.from({ length: 40 }, () => row(0)),
  ];
  expect(moodShares(rows)).toEqual({ good: 60, even: 40, bad: 0, total: 100 });
});
