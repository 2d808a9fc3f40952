import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentRules } from "../documents.ts";
import { foldItems } from "../fold.ts";
import { createFold, type FoldState } from "../state.ts";
import { foldedWith } from "../testing/broadcast.ts";
import { gift, opened } from "../testing/events.ts";

const giftersIn = (state: FoldState) => documentRules.gifters?.of(state) ?? [];
const from = (id: string, diamondsEach: number, at = 0) =>
  gift(at, { user: userNamed(id, { avatarUrl: `https://pictures/${id}` }), diamondsEach });

describe("the gifters", () => {
  it("are all who gave, best first, with pictures of the ten on the leaderboard", () => {
    const { state } = foldedWith(opened(), ...Array.from({ length: 30 }, (_, n) => from(`g${n}`, n + 1)), from("g0", 100));
    const gifters = giftersIn(state);
    expect(gifters.map(({ diamonds }) => diamonds)).toEqual([101, ...Array.from({ length: 29 }, (_, n) => 30 - n)]);
    expect(gifters[0]).toEqual({ user: userNamed("g0", { avatarUrl: "https://pictures/g0" }), diamonds: 101, gifts: 2 });
    expect(gifters.filter(({ user }) => user.avatarUrl !== "").length).toBe(10);
  });

  it("are at most five hundred: those who would be if everybody was ranked in the end", () => {
    const gifts = fc.array(fc.tuple(fc.nat(800), fc.integer({ min: 1, max: 9 })), { minLength: 900, maxLength: 1_500 });
    fc.assert(
      fc.property(gifts, (all) => {
        const state = createFold();
        const totals = new Map<string, number>();
        foldItems(state, [opened(), ...all.map(([who, diamonds], n) => from(`v${who}`, diamonds, n))]);
        for (const [who, diamonds] of all) totals.set(`v${who}`, (totals.get(`v${who}`) ?? 0) + diamonds);
        const expected = [...totals].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 500);
        expect(giftersIn(state).map(({ user, diamonds }) => [user.id, diamonds])).toEqual(expected);
      }),
      { seed: 51, numRuns: 30 },
    );
  });

  it("are written when one of them gave again, and take little room", () => {
    const state = createFold();
    foldItems(state, [opened(), ...Array.from({ length: 2_000 }, (_, n) => from(`7123456789012${n}`, 1_000 + n, n))]);
    const version = documentRules.gifters?.version(state);
    foldItems(state, [from("small", 1, 3_000)]);
    expect(documentRules.gifters?.version(state)).toBe(version);
    foldItems(state, [from("small", 9_000, 3_000)]);
    expect(documentRules.gifters?.version(state)).not.toBe(version);
    expect(JSON.stringify(giftersIn(state)).length).toBeLessThan(120_000);
  });
});
