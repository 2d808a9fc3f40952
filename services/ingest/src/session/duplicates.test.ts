import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Duplicates } from "./duplicates.ts";

describe("what was dropped", () => {
  it("is told by type, once, and not when it is nothing", () => {
    const duplicates = new Duplicates();
    expect(duplicates.takeIfDue(0)).toBeUndefined();
    for (const type of ["chat", "gift", "chat"] as const) duplicates.count(type);
    expect(duplicates.takeIfDue(5)).toEqual({ type: "duplicates", atMs: 5, dropped: { chat: 2, gift: 1 } });
    expect(duplicates.takeAll(60_000)).toBeUndefined();
  });

  it("is told again ten seconds later, and not a moment sooner", () => {
    const duplicates = new Duplicates();
    duplicates.count("chat");
    duplicates.takeIfDue(1_000);
    duplicates.count("like");
    expect(duplicates.takeIfDue(10_999)).toBeUndefined();
    expect(duplicates.takeIfDue(11_000)).toMatchObject({ dropped: { like: 1 } });
  });

  it("is told at most every ten seconds, and in the end all of it", () => {
    const steps = fc.array(fc.record({ afterMs: fc.nat(15_000), drops: fc.nat(3) }), { maxLength: 50 });
    fc.assert(
      fc.property(steps, (all) => {
        const duplicates = new Duplicates();
        const facts = [];
        let atMs = 0;
        for (const { afterMs, drops } of all) {
          atMs += afterMs;
          for (let n = 0; n < drops; n++) duplicates.count("like");
          facts.push(duplicates.takeIfDue(atMs));
        }
        const told = facts.filter((fact) => fact !== undefined);
        for (const [n, { atMs: now }] of told.entries()) {
          const before = told[n - 1];
          if (before) expect(now - before.atMs).toBeGreaterThanOrEqual(10_000);
        }
        const rest = duplicates.takeAll(atMs);
        const sum = [...told, ...(rest ? [rest] : [])].reduce((total, { dropped }) => total + (dropped["like"] ?? 0), 0);
        expect(sum).toBe(all.reduce((total, { drops }) => total + drops, 0));
      }),
    );
  });
});
