import { expect, it } from "vitest";
import { energyWord, forecastTone, isNoteworthy, partLines, warmUpSeconds } from "./words.ts";

it("has one word for where the room is going", () => {
  const words = (["rising", "steady", "falling"] as const).map((word) => energyWord({ word, points: 0 }));
  expect(words).toEqual(["rising", "calm", "dropping"]);
});

it("counts down a minute of event time until scores say something", () => {
  expect(warmUpSeconds(false, 1_000, 20_500)).toBe(41);
  expect(warmUpSeconds(true, 1_000, 20_500)).toBeUndefined();
  expect(warmUpSeconds(false, 1_000, 90_000)).toBeUndefined();
  expect(warmUpSeconds(false, undefined, 90_000)).toBeUndefined();
});

it("gives a risk the colours of a warning, and a chance never", () => {
  expect([10, 40, 80].map((value) => forecastTone("churnRisk", value))).toEqual(["neutral", "watch", "bad"]);
  expect([10, 80].map((value) => forecastTone("monetization", value))).toEqual(["neutral", "good"]);
});

it("gives reasons for a risk that is one, and for every chance", () => {
  expect([5, 32, 33, 90].map((value) => isNoteworthy("churnRisk", value))).toEqual([false, false, true, true]);
  expect(isNoteworthy("monetization", 5)).toBe(true);
});

it("words a part by its points of the most it can give", () => {
  expect(partLines([{ code: "chatRate", value: 63, points: 27.6, max: 40 }], () => "Chat")).toEqual(["Chat: 28 of 40"]);
});
