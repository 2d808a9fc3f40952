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
});
