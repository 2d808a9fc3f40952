import { describe, expect, it } from "vitest";
import { FlushInterval } from "./flush-interval.ts";

/** So many sessions with something to say `perSecond` times each second, each of which waits for the interval. */
function load(interval: FlushInterval, from: number, { sessions, perSecond, seconds }: Record<string, number>): number[] {
  const said: number[] = [];
  for (let second = 0; second < (seconds ?? 0); second += 1) {
    const each = Math.min(perSecond ?? 0, 1000 / interval.ms);
    const entries = Math.round((sessions ?? 0) * each);
    for (let entry = 0; entry < entries; entry += 1) interval.onEntry(from + second * 1000 + (entry * 1000) / entries);
    said.push(interval.ms);
  }
  return said;
}

describe("the flush interval", () => {
  it("is short while few entries are appended, however much is in them", () => {
    expect(new Set(load(new FlushInterval(), 0, { sessions: 40, perSecond: 20, seconds: 10 }))).toEqual(new Set([50]));
  });

  it("doubles with each second of many entries, up to 200 ms", () => {
    expect(load(new FlushInterval(), 0, { sessions: 500, perSecond: 20, seconds: 5 })).toEqual([50, 100, 200, 200, 200]);
  });

  it("stays where it is when it has made them fewer, and does not swing", () => {
    for (const sessions of [60, 100, 150, 300]) {
      const said = load(new FlushInterval(), 0, { sessions, perSecond: 20, seconds: 20 });
      expect(new Set(said.slice(5)).size).toBe(1);
    }
  });

  it("is short again after the load, a step a second", () => {
    const interval = new FlushInterval();
    load(interval, 0, { sessions: 500, perSecond: 20, seconds: 5 });
    expect(load(interval, 5_000, { sessions: 10, perSecond: 2, seconds: 4 })).toEqual([200, 100, 50, 50]);
  });
});
