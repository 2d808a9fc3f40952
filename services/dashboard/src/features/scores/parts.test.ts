import type { Scores } from "@frontrow/protocol/insight";
import { expect, it } from "vitest";
import { partNames, partsOf, weights } from "./parts.ts";

const score = (value: number) => ({ value, parts: [{ code: "chatRate", value: 1, points: value, max: 100 }] });
const scores = {
  entertainment: 50,
  engagement: score(60),
  reception: score(40),
  energy: score(80),
  retention: score(10),
} as Scores;

it("has parts that add up to the entertainment level", () => {
  const sum = partsOf(scores, "entertainment").reduce((total, { points }) => total + points, 0);
  expect(sum).toBeCloseTo(scores.entertainment);
  expect(partNames.reduce((total, name) => total + weights[name], 0)).toBeCloseTo(1);
});

it("has the parts that the fold told of the others", () => {
  expect(partsOf(scores, "energy")).toEqual(scores.energy.parts);
});
