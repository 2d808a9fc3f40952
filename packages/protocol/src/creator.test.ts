import { describe, expect, it } from "vitest";
import { creatorStates, mayBecome } from "./creator.ts";

describe("a creator's states", () => {
  it("may stay in any state with other details", () => {
    for (const state of creatorStates) expect(mayBecome(state, state)).toBe(true);
  });

  it("do not skip connecting on the way to live", () => {
    for (const state of ["unknown", "offline", "ended", "failed"] as const) expect(mayBecome(state, "live")).toBe(false);
  });

  it("have a way on from every state", () => {
    for (const state of creatorStates)
      expect(creatorStates.some((other) => other !== state && mayBecome(state, other))).toBe(true);
  });
});
