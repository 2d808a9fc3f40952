import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FactorCode, forecastNames, forecastOf, measureFactors } from "./forecasts.ts";
import type { Observation } from "./observation.ts";
import { measure, type PartCode, partsOf, scoreNames } from "./parts.ts";

const amount = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true }));
const rates = fc.record({ chats: amount, likes: amount, approvals: amount, diamonds: amount });
const baseline = fc.record({
  chats: fc.double({ min: 0.001, max: 10, noNaN: true }),
  likes: fc.double({ min: 0.001, max: 10, noNaN: true }),
  approvals: fc.double({ min: 0.001, max: 10, noNaN: true }),
  diamonds: fc.double({ min: 0.001, max: 10, noNaN: true }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Anything that could be observed. */
const observations: fc.Arbitrary<Observation> = fc.record({
  audience: fc.double({ min: 10, max: 1e6, noNaN: true }),
  viewers: amount,
  maxViewers: amount,
  viewersNow: amount,
  viewersBefore: amount,
  active: amount,
  minute: rates,
  baseline,
  pace: amount,
  baselinePace: amount,
  messages: fc.nat(10_000),
  sentiment: fc.double({ min: -1, max: 1, noNaN: true }),
  toxicity: share,
  newGifters: fc.nat(20),
  milestoneProgress: share,
});
const smoothed = fc.record({
  energy: fc.double({ min: 0, max: 100, noNaN: true }),
  reception: fc.double({ min: 0, max: 100, noNaN: true }),
});
const runs = { seed: 11, numRuns: 300 };

const pointsOf = (observation: Observation, score: (typeof scoreNames)[number]): number => {
  const measured = measure(observation);
  return partsOf[score].reduce((sum, [code, max]) => sum + max * measured[code].share, 0);
};

describe("the parts of scores", () => {
  it("give 100 points at most in each score", () => {
    for (const score of scoreNames) expect(partsOf[score].reduce((sum, [, max]) => sum + max, 0)).toBe(100);
  });

  it("give none of their points at least and all at most, and measure numbers, whatever is seen", () => {
    fc.assert(
      fc.property(observations, (observation) => {
        for (const { share: given, value } of Object.values(measure(observation))) {
          expect(given).toBeGreaterThanOrEqual(0);
          expect(given).toBeLessThanOrEqual(1);
          expect(Number.isFinite(value)).toBe(true);
        }
      }),
      runs,
    );
  });

  /** What is seen when more of something happens, all else being equal. */
  const grows: [claim: string, part: PartCode, more: (observation: Observation, by: number) => Observation][] = [
    ["more chats", "chatRate", (s, by) => ({ ...s, minute: { ...s.minute, chats: s.minute.chats + by } })],
    ["more likes", "likeRate", (s, by) => ({ ...s, minute: { ...s.minute, likes: s.minute.likes + by } })],
    [
      "more shares and follows",
      "approvalRate",
      (s, by) => ({ ...s, minute: { ...s.minute, approvals: s.minute.approvals + by } }),
    ],
    ["more diamonds", "giftRate", (s, by) => ({ ...s, minute: { ...s.minute, diamonds: s.minute.diamonds + by } })],
    ["a better mood", "mood", (s, by) => ({ ...s, sentiment: Math.min(1, s.sentiment + by) })],
    ["less toxicity", "kindness", (s, by) => ({ ...s, toxicity: Math.max(0, s.toxicity - by) })],
    ["more approval", "approval", (s, by) => ({ ...s, minute: { ...s.minute, approvals: s.minute.approvals + by } })],
    ["a higher pace", "pace", (s, by) => ({ ...s, pace: s.pace + by })],
    ["more people who take part", "breadth", (s, by) => ({ ...s, active: s.active + by })],
    ["more viewers left of the most", "hold", (s, by) => ({ ...s, viewers: s.viewers + by })],
    ["more viewers than before", "viewerTrend", (s, by) => ({ ...s, viewersNow: s.viewersNow + by })],
  ];
  it.each(grows)("never lose by it: %s", (_, part, more) => {
    fc.assert(
      fc.property(observations, fc.double({ min: 0, max: 1_000, noNaN: true }), (observation, by) => {
        const after = more(observation, by);
        expect(measure(after)[part].share).toBeGreaterThanOrEqual(measure(observation)[part].share);
        for (const score of scoreNames)
          expect(pointsOf(after, score)).toBeGreaterThanOrEqual(pointsOf(observation, score) - 1e-9);
      }),
      runs,
    );
  });

  it("are a half at the baseline, and the same for the same done by each viewer in rooms of any size", () => {
    const room = (audience: number): Observation => ({
      audience,
      viewers: audience,
      maxViewers: audience,
      viewersNow: audience,
      viewersBefore: audience,
      active: 0,
      minute: { chats: 0.05 * audience, likes: audience, approvals: 0.005 * audience, diamonds: 0.2 * audience },
      baseline: { chats: 0.05, likes: 1, approvals: 0.005, diamonds: 0.2 },
      pace: 30,
      baselinePace: 30,
      messages: 0,
      sentiment: 0,
      toxicity: 0,
      newGifters: 0,
      milestoneProgress: 0,
    });
    for (const audience of [10, 1_000, 100_000]) {
      expect(pointsOf(room(audience), "engagement")).toBeCloseTo(50, 9);
      expect(measure(room(audience)).pace.share).toBeCloseTo(0.5, 9);
    }
  });
});

describe("the factors of a risk or a chance", () => {
  /** What is seen when something gets worse, or better. */
  const grows: [
    factor: FactorCode,
    forecast: "churnRisk" | "monetization",
    more: (observation: Observation, by: number) => Observation,
  ][] = [
    ["viewersFalling", "churnRisk", (s, by) => ({ ...s, viewersNow: Math.max(0, s.viewersNow - by) })],
    ["moodNegative", "churnRisk", (s, by) => ({ ...s, sentiment: Math.max(-1, s.sentiment - by) })],
    ["chatQuiet", "churnRisk", (s, by) => ({ ...s, minute: { ...s.minute, chats: Math.max(0, s.minute.chats - by) } })],
    ["toxicityHigh", "churnRisk", (s, by) => ({ ...s, toxicity: Math.min(1, s.toxicity + by) })],
    ["giftMomentum", "monetization", (s, by) => ({ ...s, minute: { ...s.minute, diamonds: s.minute.diamonds + by } })],
    ["newGifters", "monetization", (s, by) => ({ ...s, newGifters: s.newGifters + by })],
    ["milestoneNear", "monetization", (s, by) => ({ ...s, milestoneProgress: Math.min(1, s.milestoneProgress + by) })],
  ];
  it.each(grows)("%s never lowers what it is a factor of", (factor, forecast, more) => {
    fc.assert(
      fc.property(observations, smoothed, fc.double({ min: 0, max: 1_000, noNaN: true }), (observation, scores, by) => {
        const [before, after] = [measureFactors(observation, scores), measureFactors(more(observation, by), scores)];
        expect(after[factor].strength).toBeGreaterThanOrEqual(before[factor].strength);
        expect(forecastOf(forecast, after)).toBeGreaterThanOrEqual(forecastOf(forecast, before) - 1e-9);
      }),
      runs,
    );
  });

  it("low energy raises the risk, and high energy and a good reception the chance", () => {
    fc.assert(
      fc.property(observations, smoothed, fc.double({ min: 0, max: 100, noNaN: true }), (observation, scores, other) => {
        const [low, high] = [Math.min(scores.energy, other), Math.max(scores.energy, other)];
        const [tired, lively] = [
          measureFactors(observation, { ...scores, energy: low }),
          measureFactors(observation, { ...scores, energy: high }),
        ];
        expect(forecastOf("churnRisk", tired)).toBeGreaterThanOrEqual(forecastOf("churnRisk", lively) - 1e-9);
        expect(forecastOf("monetization", lively)).toBeGreaterThanOrEqual(forecastOf("monetization", tired) - 1e-9);
      }),
      runs,
    );
  });

  it("are within 0 and 1, and what they make within 0 and 100, whatever is seen", () => {
    fc.assert(
      fc.property(observations, smoothed, (observation, scores) => {
        const factors = measureFactors(observation, scores);
        for (const { strength } of Object.values(factors)) expect(strength >= 0 && strength <= 1).toBe(true);
        for (const forecast of forecastNames) {
          expect(forecastOf(forecast, factors)).toBeGreaterThanOrEqual(0);
          expect(forecastOf(forecast, factors)).toBeLessThanOrEqual(100);
        }
      }),
      runs,
    );
  });
});
