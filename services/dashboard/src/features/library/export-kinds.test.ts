import { exportKinds } from "@frontrow/protocol/library/export";
import { expect, it } from "vitest";
import { exportGroups, exportName, exportProgress, exportShare, fileSize } from "./export-kinds.ts";

it("offers every kind once, by a name that stands alone", () => {
  const offered = exportGroups.flatMap(({ choices }) => choices.map(({ kind }) => kind));
  expect(offered.toSorted()).toEqual(exportKinds.toSorted());
  expect(exportName("chats")).toBe("Chat as a table");
  expect(new Set(exportKinds.map(exportName)).size).toBe(exportKinds.length);
});

it("says how far an export is, and never more than that", () => {
  expect(exportProgress({ state: "waiting", done: 0, total: 100 })).toBe("Waiting for its turn");
  expect(exportProgress({ state: "running", done: 0, total: 100 })).toBe("0 % · 0 of 100");
  expect(exportProgress({ state: "running", done: 99_999, total: 100_000 })).toBe("99 % · 99.9K of 100K");
  expect(exportProgress({ state: "running", done: 100, total: 100 })).toBe("Finishing the file");
  expect(exportShare({ state: "running", done: 25, total: 100 })).toBe(0.25);
  expect(exportShare({ state: "waiting", done: 0, total: 100 })).toBeUndefined();
  expect(exportShare({ state: "running", done: 0, total: 0 })).toBeUndefined();
});

it("says a size as file managers do", () => {
  expect([0, 999, 1_000, 1_234_567, 123_456_789, 5e12].map(fileSize)).toEqual([
    "0 bytes",
    "999 bytes",
    "1 KB",
    "1.2 MB",
    "123 MB",
    "5000 GB",
  ]);
});
