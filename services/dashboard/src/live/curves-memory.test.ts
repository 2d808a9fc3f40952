import { expect, it } from "vitest";
import { recallCurves, rememberCurves } from "./curves-memory.ts";

const holding = (text: string | null) => ({ getItem: () => text });

it("gives back what was kept", () => {
  const kept = { session: "ses_a", epoch: 1, series: { points: [{ atMs: 5_000, viewers: 3 }], gaps: [] } };
  expect(recallCurves(holding(JSON.stringify(kept)))).toEqual(kept);
});

it("takes nothing that does not fit", () => {
  const broken = [
    { session: 7, series: { points: [], gaps: [] } },
    { session: "ses_a", series: { points: [] } },
    { session: "ses_a", series: { gaps: [] } },
  ].map((kept) => JSON.stringify(kept));
  for (const text of [null, "", "{", "7", "{}", JSON.stringify({ session: "ses_a", series: {} }), ...broken]) {
    expect(recallCurves(holding(text))).toBeUndefined();
  }
});

it("keeps the curves for the next page, and forgets them when there are none", () => {
  const held = new Map<string, string>();
  const storage = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  } as unknown as Storage;
  const curves = { session: "ses_a", epoch: 2, series: { points: [{ atMs: 5_000, viewers: 3 }], gaps: [] } };
  rememberCurves(storage, curves);
  expect(recallCurves(storage)).toEqual(curves);
  rememberCurves(storage, undefined);
  expect(recallCurves(storage)).toBeUndefined();
  expect(held.size).toBe(0);
});

it("does without a storage that is forbidden", () => {
  const forbidden = {
    setItem: () => {
      throw new DOMException("no");
    },
  } as unknown as Storage;
  expect(() => rememberCurves(forbidden, { session: "ses_a", epoch: 1, series: { points: [], gaps: [] } })).not.toThrow();
});
