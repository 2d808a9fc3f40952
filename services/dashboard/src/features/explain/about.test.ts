import type { Explanation } from "@frontrow/protocol/explanation";
import { expect, it } from "vitest";
import { gapLine, madeOf } from "./about.ts";

const AT = new Date(2026, 0, 1, 20, 14).getTime();
const explanation = (more: Partial<Explanation> = {}): Explanation => ({
  metric: "gifts",
  value: 12,
  atMs: AT,
  events: 12,
  late: 0,
  merged: 0,
  streaks: 0,
  expired: 0,
  duplicates: 0,
  gaps: [],
  gapMs: 0,
  latest: [],
  ...more,
});
const lines = (more?: Partial<Explanation>) => madeOf(explanation(more)).map(({ name, value }) => `${name}: ${value}`);

it("always says what was counted, dropped and missed", () => {
  expect(lines()).toEqual(["Events counted: 12", "Sent twice, dropped: 0", "Not seen: nothing"]);
});

it("says what was merged and how streaks ended, where there are any", () => {
  expect(lines({ late: 2, streaks: 4, expired: 1, merged: 1_234 })).toEqual([
    "Events counted: 12",
    "of them sent late by TikTok: 2",
    "Streaks: 4",
    "of them without an end: 1",
    "Messages merged into their streak: 1,234",
    "Sent twice, dropped: 0",
    "Not seen: nothing",
  ]);
});

it("tells a gap by its time and its reason", () => {
  const gap = { fromMs: AT, toMs: AT + 180_000, reason: "upstream" } as const;
  expect(lines({ gaps: [gap], gapMs: 180_000 })).toContain("Not seen: 3 min");
  expect(gapLine(gap)).toEqual({ when: "20:14–20:17", why: "3 min: the connection to TikTok was down" });
});
