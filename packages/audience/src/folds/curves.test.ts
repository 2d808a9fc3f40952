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

  it("hold the last hour, and the gaps", () => {
    const curves = curvesAfter(opened(), gap(5_000, 1_000, 4_000), tick(7_200_000));
    expect(curves?.values.viewers.length).toBe(240);
    expect(curves?.gaps).toEqual([{ fromMs: START_MS + 1_000, toMs: START_MS + 4_000, reason: "upstream" }]);
  });
});
