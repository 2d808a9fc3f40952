import { describe, expect, it } from "vitest";
import { TickRule } from "./tick-rule.ts";

/** The moments of ticks when somebody asks each second. */
function ticks(rule: TickRule, fromMs: number, toMs: number): number[] {
  const due: number[] = [];
  for (let atMs = fromMs; atMs <= toMs; atMs += 1_000) {
    if (!rule.isDue(atMs)) continue;
    rule.told(atMs);
    due.push(atMs);
  }
  return due;
}

describe("ticks", () => {
  it("come each second for a minute after an event, then each ten seconds", () => {
    const rule = new TickRule();
    rule.happened(0);
    const due = ticks(rule, 0, 100_000);
    expect(due.slice(0, 3)).toEqual([1_000, 2_000, 3_000]);
    expect(due.filter((atMs) => atMs > 60_000)).toEqual([69_000, 79_000, 89_000, 99_000]);
  });

  it("are not needed while events come", () => {
    const rule = new TickRule();
    for (let atMs = 0; atMs < 10_000; atMs += 500) {
      rule.happened(atMs);
      expect(rule.isDue(atMs + 400)).toBe(false);
    }
  });
});
