import { expect, it } from "vitest";
import { type KeyUse, replayActOf } from "./replay-keys.ts";
import { nextSpeed } from "./speeds.ts";

const press = (key: string, extra: object = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...extra,
});
const nowhere: KeyUse = { types: false, usesSpace: false, usesArrows: false };

it.each([
  [press(" "), { act: "toggle" }],
  [press("K", { shiftKey: true }), { act: "toggle" }],
  [press("ArrowLeft"), { act: "by", ms: -10_000 }],
  [press("ArrowRight"), { act: "by", ms: 10_000 }],
  [press("ArrowLeft", { shiftKey: true }), { act: "by", ms: -60_000 }],
  [press("ArrowRight", { shiftKey: true }), { act: "by", ms: 60_000 }],
  [press("j"), { act: "slower" }],
  [press("l"), { act: "faster" }],
  [press(","), { act: "previous" }],
  [press("."), { act: "next" }],
  [press("Home"), { act: "start" }],
  [press("End"), { act: "edge" }],
  [press("v"), { act: "live" }],
  [press("y"), undefined],
  [press("ArrowUp"), undefined],
  [press("l", { ctrlKey: true }), undefined],
  [press("k", { isComposing: true }), undefined],
])("the key %j does %j", (pressed, act) => {
  expect(replayActOf(pressed, nowhere)).toEqual(act);
});

it.each(["types", "usesSpace", "usesArrows"] as const)("leaves to what has the focus what it does itself: %s", (use) => {
  const done = [" ", "k", "ArrowLeft", "Home"].filter((key) => replayActOf(press(key), { ...nowhere, [use]: true }));
  expect(done).toEqual({ types: [], usesSpace: ["k", "ArrowLeft"], usesArrows: [" ", "k", "Home"] }[use]);
});

it("goes from speed to speed, also from one that is not in the list, and stops at both ends", () => {
  expect([1, 3, 100].map((speed) => nextSpeed(speed, "faster"))).toEqual([2, 4, 100]);
  expect([1, 3, 0.1].map((speed) => nextSpeed(speed, "slower"))).toEqual([0.5, 2, 0.1]);
});
