import { expect, it } from "vitest";
import { recallCurves } from "./curves-memory.ts";

const holding = (text: string | null) => ({ getItem: () => text });

it("gives back what was kept", () => {
  const kept = { session: "ses_a", series: { points: [{ atMs: 5_000, viewers: 3 }], gaps: [] } };
  expect(recallCurves(holding(JSON.stringify(kept)))).toEqual(kept);
});

it("takes nothing that does not fit", () => {
  for (const text of [null, "", "{", "7", "{}", JSON.stringify({ session: "ses_a", series: {} })]) {
    expect(recallCurves(holding(text))).toBeUndefined();
  }
});
