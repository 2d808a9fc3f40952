import { expect, it } from "vitest";
import type { ChatRow } from "../../live/chat-log.ts";
import { addGap, addPoint, emptySeries } from "../../live/series.ts";
import { agreementWord, moodOf, moodShares, moodTurn, moodWord, roomMoodOf, sharesOf } from "./mood.ts";

const row = (sentiment: number): ChatRow => ({
  id: String(sentiment),
  atMs: 0,
  user: undefined,
  text: "",
  emotes: [],
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

it("shows the face that goes with the word", () => {
  expect([0.19, 0.15, 0.1, -0.1, -0.15].map(roomMoodOf)).toEqual(["good", "good", "even", "even", "bad"]);
});

it("counts no arrivals among the messages", () => {
  expect(moodShares([row(0.5), { ...row(0), entrance: { kind: "fanClub", level: 3 } }]).total).toBe(1);
});

it("divides only the last hundred", () => {
  const rows = [
    ...Array.from({ length: 500 }, () => row(-1)),
    ...Array.from({ length: 60 }, () => row(1)),
    ...Array.from({ length: 40 }, () => row(0)),
  ];
  expect(moodShares(rows)).toEqual({ good: 60, even: 40, bad: 0, total: 100 });
});

it("takes the fold's count of the last minutes as it is", () => {
  expect(sharesOf({ positive: 5, neutral: 3, negative: 2 })).toEqual({ good: 5, even: 3, bad: 2, total: 10 });
});

it("has a word for how much messages agree", () => {
  expect([0.1, 0.3, 0.7].map(agreementWord)).toEqual(["of one mind", "mixed", "divided"]);
});

it("turns when it has clearly moved in the last minutes, and says nothing across a gap", () => {
  const AT = 1_800_000_000_000;
  const moods = (...values: number[]) =>
    values.reduce((series, sentiment, minute) => addPoint(series, AT + minute * 60_000, { sentiment }), emptySeries);
  expect(moodTurn(moods(0.1, 0.1, 0.2, 0.3))).toBe("up");
  expect(moodTurn(moods(0.9, 0.2, 0.1, 0.1, 0))).toBe("down");
  expect(moodTurn(moods(0.9, 0.2, 0.2, 0.2, 0.2))).toBeUndefined();
  expect(moodTurn(moods(0.1, 0.3))).toBeUndefined();
  const gap = { fromMs: AT + 60_000, toMs: AT + 70_000, reason: "upstream" } as const;
  expect(moodTurn(addGap(moods(0.1, 0.1, 0.2, 0.3), gap))).toBeUndefined();
});
