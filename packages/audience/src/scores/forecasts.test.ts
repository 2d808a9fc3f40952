import { describe, expect, it } from "vitest";
import { actionsFor, type FactorCode, factorCodes, measureFactors, namedFactors } from "./forecasts.ts";
import type { Observation } from "./observation.ts";

const strengths = (some: Partial<Record<FactorCode, number>>): Record<FactorCode, number> => ({
  ...(Object.fromEntries(factorCodes.map((code) => [code, 0])) as Record<FactorCode, number>),
  ...some,
});

describe("the factors of a forecast", () => {
  it("are named when they matter, the strongest first", () => {
    const some = strengths({ energyLow: 0.03, moodNegative: 0.029, chatQuiet: 0.3, giftMomentum: 0.6 });
    expect(namedFactors("churnRisk", some)).toEqual(["chatQuiet", "energyLow"]);
    expect(namedFactors("monetization", some)).toEqual(["giftMomentum"]);
  });

  it("weigh silence less where little is said anyway", () => {
    const silent = (chats: number): Observation => ({
      audience: 100,
      viewers: 90,
      maxViewers: 90,
      viewersNow: 90,
      viewersBefore: 90,
      active: 0,
      minute: { chats: 0, likes: 0, approvals: 0, diamonds: 0 },
      baseline: { chats: chats / 100, likes: 1, approvals: 0.005, diamonds: 0.2 },
      pace: 0,
      baselinePace: chats / 2,
      messages: 0,
      sentiment: 0,
      toxicity: 0,
      newGifters: 0,
      milestoneProgress: 0,
    });
    const strengthOf = (code: FactorCode, chats: number): number =>
      measureFactors(silent(chats), { energy: 0, reception: 50 })[code].strength;
    expect([strengthOf("chatQuiet", 20), strengthOf("chatQuiet", 10), strengthOf("chatQuiet", 5)]).toEqual([0.35, 0.35, 0.175]);
    expect([strengthOf("energyLow", 20), strengthOf("energyLow", 10), strengthOf("energyLow", 5)]).toEqual([0.4, 0.4, 0.2]);
  });
});

describe("the actions of a forecast", () => {
  it("answer the strongest factors, what comes second for a factor half as much, and are three at most", () => {
    const all = strengths({ viewersFalling: 0.6, energyLow: 0.4, moodNegative: 0.35, chatQuiet: 0.3, toxicityHigh: 0.3 });
    expect(actionsFor("churnRisk", all, 90)).toEqual(["doSomethingNew", "changeTopic", "greetViewers"]);
  });

  it("are to wait while the chance is faint, and to thank whatever it is", () => {
    const some = strengths({ newGifters: 0.2, energyHigh: 0.3 });
    expect(actionsFor("monetization", some, 24.9)).toEqual(["thankGifters", "waitForBetterMoment"]);
    expect(actionsFor("monetization", some, 25)).toEqual(["keepGoing", "thankGifters", "setGoal"]);
    expect(actionsFor("monetization", strengths({ energyHigh: 0.3 }), 10)).toEqual(["waitForBetterMoment"]);
    expect(actionsFor("churnRisk", strengths({ chatQuiet: 0.1 }), 10)).toEqual(["askQuestion", "greetViewers"]);
  });
});
