import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SeenWindow } from "./seen-window.ts";

describe("SeenWindow", () => {
  it("knows an id the second time", () => {
    const seen = new SeenWindow(10);
    expect(seen.add("1")).toBe(true);
    expect(seen.add("1")).toBe(false);
  });

  it("remembers at least its size, and at most twice as many", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 100 }), (size, count) => {
        const seen = new SeenWindow(size);
        for (let id = 0; id < count; id++) seen.add(String(id));
        const known = Array.from({ length: count }, (_, id) => seen.has(String(id)));
        expect(known.slice(-size).every(Boolean)).toBe(true);
        expect(known.filter(Boolean).length).toBeLessThanOrEqual(2 * size);
      }),
      { seed: 4 },
    );
  });

  const idAt = (n: number) => String(7_400_000_000_000_000_000n + BigInt(n));

  it("marks what it forgets: nothing forgotten stands behind the mark, nothing kept before it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 200 }), (size, count) => {
        const seen = new SeenWindow(size);
        for (let n = 1; n <= count; n++) seen.add(idAt(n), n);
        for (let n = 1; n <= count; n++) expect(seen.has(idAt(n)) || n <= (seen.mark.sentAtMs ?? 0)).toBe(true);
        const forgotten = Array.from({ length: count }, (_, n) => n + 1).filter((n) => !seen.has(idAt(n))).length;
        expect(seen.mark).toEqual(forgotten ? { id: idAt(forgotten), sentAtMs: forgotten } : {});
        const told = seen.newest(size);
        expect(told.mark.sentAtMs ?? 0).toBe(Math.max(0, count - size));
      }),
      { seed: 5 },
    );
  });

  it("is not led astray by ids and times that are far off, or none", () => {
    const seen = new SeenWindow(10);
    for (let n = 1; n <= 30; n++) {
      if (n === 5) seen.add(idAt(1e9), 1e12);
      else if (n === 6) seen.add("h0123");
      else if (n === 7) seen.add("7", 3);
      else seen.add(idAt(n), n);
    }
    seen.add(idAt(31), 31);
    expect(seen.mark).toEqual({ id: idAt(20), sentAtMs: 20 });
  });
});
