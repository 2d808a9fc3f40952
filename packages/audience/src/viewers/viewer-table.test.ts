import { describe, expect, it } from "vitest";
import { addCount, cellOf, createViewerTable, hasFlag, rowOf, setFlag } from "./viewer-table.ts";

describe("the viewer table", () => {
  it("tells viewers apart whose ids share half of their hash", () => {
    const table = createViewerTable();
    const VIEWERS = 300_000;
    for (let n = 0; n < VIEWERS; n++) rowOf(table, `7${n}`);
    const halves = new Set(Array.from({ length: table.size }, (_, row) => cellOf(table, row, "hashLow")));
    expect(halves.size).toBeLessThan(VIEWERS); // or the test shows nothing
    expect(table.size).toBe(VIEWERS);
  });

  it("finds everybody again after it has grown", () => {
    const table = createViewerTable();
    const rows = Array.from({ length: 1_000 }, (_, n) => rowOf(table, `v${n}`));
    expect(rows.map((_, n) => rowOf(table, `v${n}`))).toEqual(rows);
    expect(table.size).toBe(1_000);
  });

  it("holds a million viewers, and knows those when it is full", () => {
    const table = createViewerTable();
    const row = rowOf(table, "known");
    table.size = 1 << 20;
    expect(rowOf(table, "new")).toBe(-1);
    expect(rowOf(table, "known")).toBe(row);
  });

  it("keeps a count that is full, and several flags", () => {
    const table = createViewerTable();
    const row = rowOf(table, "v");
    addCount(table, row, "likes", 2 ** 32 - 2);
    addCount(table, row, "likes", 5);
    expect(cellOf(table, row, "likes")).toBe(2 ** 32 - 1);
    setFlag(table, row, "followed");
    setFlag(table, row, "active");
    expect([hasFlag(table, row, "followed"), hasFlag(table, row, "subscribed"), hasFlag(table, row, "active")]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
