import { describe, expect, it } from "vitest";
import { documentRules } from "../documents.ts";
import type { FoldItem } from "../fold.ts";
import { metricsOf } from "../metrics.ts";
import { foldedWith, steady } from "../testing/broadcast.ts";
import { closed, gap, opened, paused, resumed, START_MS, tick } from "../testing/events.ts";

const late = { late: true } as const;
const streamEnd = (afterMs: number) =>
  ({ type: "streamEnd", id: "x", atMs: START_MS + afterMs, sentAtMs: 0, reason: "ended" }) as const;
const at = (minutes: number): number => minutes * 60_000;

describe("a pause", () => {
  const since = (...items: FoldItem[]) => metricsOf(foldedWith(opened(), ...items).state).pausedSinceMs;

  it("lasts from its message until the broadcast is resumed, or ends", () => {
    expect(since(paused(1_000), paused(2_000), tick(30_000))).toBe(START_MS + 1_000);
    expect(since(paused(1_000), resumed(9_000))).toBe(0);
    expect(since(paused(1_000), closed(9_000))).toBe(0);
    expect(since(paused(1_000), streamEnd(9_000))).toBe(0);
    expect(since(paused(1_000), resumed(2_000), paused(3_000))).toBe(START_MS + 3_000);
  });

  it("is over after ten minutes, and history older than its end does not begin it again", () => {
    expect(since(paused(1_000), tick(606_000))).toBe(0);
    expect(since(resumed(9_000), { ...paused(1_000), atMs: START_MS + 9_100, ...late })).toBe(0);
    expect(since({ ...paused(1_000), ...late })).toBe(START_MS + 1_000);
  });
});

describe("a silence", () => {
  const room = { chats: 60, likes: 600, joins: 6, viewers: 200 };
  const before = [opened(), ...steady(0, at(8), room)];
  /** Three minutes in which nobody says anything, and three as before. */
  const silence = (...controls: FoldItem[]) => {
    const viewers = steady(at(8), at(11), { viewers: 200 });
    const after = steady(at(11), at(14), room);
    return foldedWith(...before, ...[...viewers, ...after, ...controls].sort((a, b) => a.atMs - b.atMs), tick(at(14)));
  };
  const isAboutSilence = (insight: { type: string; kind?: string; trigger?: string }) =>
    insight.kind === "lull" || insight.trigger === "quietChat" || insight.trigger === "energyDrop";

  it("is noticed in a broadcast that goes on", () => {
    expect(silence().insights.some(isAboutSilence)).toBe(true);
  });

  it("is none while the host pauses, and after it: no lull, prompt, or fall of any score", () => {
    const { state, insights } = silence(paused(at(8)), resumed(at(11)));
    expect(insights.filter(isAboutSilence)).toEqual([]);
    const [scores, steadily] = [state, foldedWith(...before).state].map((each) => documentRules.scores?.of(each));
    expect(scores?.churnRisk.value).toBeLessThanOrEqual((steadily?.churnRisk.value ?? 0) + 5);
    expect(scores?.energy.value).toBeGreaterThan((steadily?.energy.value ?? 0) - 10);
    expect(scores?.trend).toEqual({ word: "steady", points: 0 });
  });

  it("moves no score while the host pauses", () => {
    const paused3 = foldedWith(
      ...before,
      paused(at(8) + 2_000),
      ...steady(at(8) + 3_000, at(11), { viewers: 120 }),
      tick(at(11)),
    );
    const atPause = foldedWith(...before, paused(at(8) + 2_000), tick(at(8) + 4_000));
    expect(documentRules.scores?.of(paused3.state)).toEqual(documentRules.scores?.of(atPause.state));
    expect(paused3.insights.filter(({ type }) => type === "automatedPrompt").length).toBe(
      atPause.insights.filter(({ type }) => type === "automatedPrompt").length,
    );
  });

  it("is none in a pause that the broadcast ends with, or that a gap lies in", () => {
    const ended = foldedWith(...before, paused(at(8)), tick(at(11)), streamEnd(at(11)), closed(at(11) + 1), tick(at(12)));
    expect(ended.insights.filter(isAboutSilence)).toEqual([]);
    const hidden = silence(paused(at(8)), gap(at(10), at(9), at(10)), resumed(at(11)));
    expect(hidden.insights.filter(isAboutSilence)).toEqual([]);
  });
});
