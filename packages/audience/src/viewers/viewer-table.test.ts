import { describe, expect, it } from "vitest";
import { addCount, arrivalOf, cellOf, countOf, createViewerTable, hasFlag, rowOf, setArrival, setFlag } from "./viewer-table.ts";

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

  it("counts beyond what a cell holds, and keeps several flags", () => {
    const table = createViewerTable();
    const row = rowOf(table, "v");
    addCount(table, row, "likes", 2 ** 32 - 2);
    addCount(table, row, "likes", 5);
    expect(countOf(table, row, "likes")).toBe(2 ** 32 + 3);
    addCount(table, row, "diamonds", 9 * 10 ** 14 + 1);
    addCount(table, row, "diamonds", 2);
    const other = rowOf(table, "w");
    expect([countOf(table, row, "diamonds"), countOf(table, row, "likes"), countOf(table, other, "likes")]).toEqual([
      9 * 10 ** 14 + 3,
      2 ** 32 + 3,
      0,
    ]);
    setFlag(table, row, "followed");
    setFlag(table, row, "active");
    expect([hasFlag(table, row, "followed"), hasFlag(table, row, "subscribed"), hasFlag(table, row, "active")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("knows a viewer's last arrival beside the flags", () => {
    const table = createViewerTable();
    const row = rowOf(table, "v");
    expect(arrivalOf(table, row)).toBeUndefined();
    setFlag(table, row, "followed");
    setArrival(table, row, 0, true);
    expect(arrivalOf(table, row)).toEqual({ atS: 0, isAnnounced: true });
    setArrival(table, row, 10_000_000, false);
    expect(arrivalOf(table, row)).toEqual({ atS: 10_000_000, isAnnounced: false });
    expect([hasFlag(table, row, "followed"), hasFlag(table, row, "subscribed")]).toEqual([true, false]);
  });
});
