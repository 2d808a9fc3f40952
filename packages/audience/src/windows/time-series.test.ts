import { describe, expect, it } from "vitest";
import { documentRules } from "../documents.ts";
import { type FoldItem, foldItems } from "../fold.ts";
import { createFold } from "../state.ts";
import { chat, closed, gap, opened, roomUser, START_MS, tick } from "../testing/events.ts";

const curvesAfter = (...items: FoldItem[]) => {
  const state = createFold();
  foldItems(state, items);
  return documentRules.curves?.of(state);
};

describe("the curves", () => {
  it("have a point each fifteen seconds of event time, whoever looked when", () => {
    const items = [opened(), roomUser(1_000, 100), chat(2_000), roomUser(31_000, 300)];
    const sparse = curvesAfter(...items, tick(60_000));
    const dense = curvesAfter(...items.flatMap((item) => [tick(item.atMs - START_MS), item]), tick(45_000), tick(60_000));
    expect(sparse).toEqual(dense);
    expect(sparse?.values.viewers.at(-1)).toBe(300);
    expect(sparse?.values.viewers.length).toBe(4);
    expect(sparse?.values.chatsPerMinute[0]).toBe(1);
    expect((sparse?.fromMs ?? 1) % 15_000).toBe(0);
  });

  it("say nothing of the time in which there was no source", () => {
    const curves = curvesAfter(opened(), roomUser(1_000, 100), tick(30_000), closed(31_000), tick(600_000));
    expect(curves?.values.viewers.length).toBe(2);
  });

  it("keep every point at its own moment when a source comes back", () => {
    const before = [opened(), roomUser(1_000, 100), chat(2_000), tick(31_000), closed(32_000)];
    const curves = curvesAfter(...before, opened(601_000), roomUser(602_000, 300), tick(615_000));
    const valueAt = (name: "viewers" | "chatsPerMinute", afterMs: number) =>
      curves?.values[name][Math.floor((START_MS + afterMs - curves.fromMs) / curves.stepMs)];
    expect(valueAt("chatsPerMinute", 20_000)).toBe(1);
    expect(valueAt("chatsPerMinute", 300_000)).toBe(0);
    expect(valueAt("viewers", 300_000)).toBe(100);
    expect(curves?.values.viewers.at(-1)).toBe(300);
    const hours = curvesAfter(...before, opened(18_000_000), roomUser(18_000_001, 300), tick(18_015_000));
    expect(hours?.values.viewers.length).toBe(240);
    expect(hours?.fromMs).toBeGreaterThan(START_MS + 14_000_000);
  });

  it("hold the last hour, and the gaps", () => {
    const curves = curvesAfter(opened(), gap(5_000, 1_000, 4_000), tick(7_200_000));
    expect(curves?.values.viewers.length).toBe(240);
    expect(curves?.gaps).toEqual([{ fromMs: START_MS + 1_000, toMs: START_MS + 4_000, reason: "upstream" }]);
  });

  it("begin with their first point, and have another version with each", () => {
    const state = createFold();
    const version = () => documentRules.curves?.version(state);
    foldItems(state, [opened(1_000), tick(14_000)]);
    const before = version();
    foldItems(state, [tick(26_000)]);
    expect(version()).not.toBe(before);
    const firstMs = Math.ceil((START_MS + 1_000) / 15_000) * 15_000;
    expect(curvesAfter(opened(1_000), tick(50_000))).toMatchObject({ fromMs: firstMs, stepMs: 15_000 });
  });
});
