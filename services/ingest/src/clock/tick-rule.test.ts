import { describe, expect, it } from "vitest";
import { TickRule } from "./tick-rule.ts";

/** The moments of ticks when somebody asks each second. */
function ticks(rule: TickRule, fromMs: number, toMs: number): number[] {
  const due: number[] = [];
  for (let atMs = fromMs; atMs <= toMs; atMs += 1_000) {
    if (!rule.isDue(atMs)) continue;
    rule.onTick(atMs);
    due.push(atMs);
  }
  return due;
}

describe("ticks", () => {
  it("come each second for a minute after an event, then each ten seconds", () => {
    const rule = new TickRule();
    rule.onEvent(0);
    const due = ticks(rule, 0, 100_000);
    expect(due.slice(0, 3)).toEqual([1_000, 2_000, 3_000]);
    expect(due.filter((atMs) => atMs > 60_000)).toEqual([69_000, 79_000, 89_000, 99_000]);
  });

  it("are due a little early, so that a caller who comes about once a second never misses one", () => {
    const rule = new TickRule();
    rule.onEvent(0);
    expect(rule.isDue(899)).toBe(false);
    expect(rule.isDue(900)).toBe(true);
    rule.onTick(59_500);
    expect(rule.isDue(59_999)).toBe(false);
    // The minute is over: from here on the next one is ten seconds after the last.
    expect(rule.isDue(60_400)).toBe(false);
    expect(rule.isDue(69_399)).toBe(false);
    expect(rule.isDue(69_400)).toBe(true);
  });

  it("come each second up to the end of the minute after an event, and not a moment longer", () => {
    const busy = new TickRule();
    busy.onEvent(5_000);
    busy.onTick(60_000);
    expect(busy.isDue(64_999)).toBe(true);
    expect(busy.isDue(65_000)).toBe(false);
  });

  it("are not needed while events come", () => {
    const rule = new TickRule();
    for (let atMs = 0; atMs < 10_000; atMs += 500) {
      rule.onEvent(atMs);
      expect(rule.isDue(atMs + 400)).toBe(false);
    }
  });
});
