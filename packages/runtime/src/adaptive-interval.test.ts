import { describe, expect, it } from "vitest";
import { AdaptiveInterval } from "./adaptive-interval.ts";

const createInterval = () => new AdaptiveInterval({ shortestMs: 50, manyPerSecond: 1_000 });

/** So many sessions with something to say `perSecond` times each second, each of which waits for the interval. */
function load(interval: AdaptiveInterval, from: number, { sessions, perSecond, seconds }: Record<string, number>): number[] {
  const told: number[] = [];
  for (let second = 0; second < (seconds ?? 0); second += 1) {
    const ofSession = Math.min(perSecond ?? 0, 1000 / interval.ms);
    const occurrences = Math.round((sessions ?? 0) * ofSession);
    for (let each = 0; each < occurrences; each += 1) interval.record(from + second * 1000 + (each * 1000) / occurrences);
    told.push(interval.ms);
  }
  return told;
}

describe("an interval that adapts to how much is done", () => {
  it("is the shortest while that is little", () => {
    expect(new Set(load(createInterval(), 0, { sessions: 40, perSecond: 20, seconds: 10 }))).toEqual(new Set([50]));
  });

  it("doubles with each second of much, up to four times", () => {
    expect(load(createInterval(), 0, { sessions: 500, perSecond: 20, seconds: 5 })).toEqual([50, 100, 200, 200, 200]);
  });

  it("stays where it is when it has made it less, and does not swing", () => {
    for (const sessions of [60, 100, 150, 300]) {
      const told = load(createInterval(), 0, { sessions, perSecond: 20, seconds: 20 });
      expect(new Set(told.slice(5)).size).toBe(1);
    }
  });

  it("is short again afterwards, a step a second", () => {
    const interval = createInterval();
    load(interval, 0, { sessions: 500, perSecond: 20, seconds: 5 });
    expect(load(interval, 5_000, { sessions: 10, perSecond: 2, seconds: 4 })).toEqual([200, 100, 50, 50]);
  });
});
