import { describe, expect, it } from "vitest";
import { type LeaseEvent, type LeaseState, nextLeaseState } from "./lease-state.ts";

const after = (...events: LeaseEvent[]): LeaseState | undefined => {
  let state: LeaseState | undefined = "running";
  for (const event of events) state = state && nextLeaseState(state, event);
  return state;
};

describe("a lease", () => {
  it("goes from its work, or from a hand-over, over the release to its end", () => {
    expect(after("work ended")).toBe("releasing");
    expect(after("work ended", "released")).toBe("ended");
    expect(after("hand-over")).toBe("handing over");
    expect(after("hand-over", "flushed", "released")).toBe("ended");
  });

  it("can be lost at any moment, once", () => {
    expect(after("lost")).toBe("ended");
    expect(after("hand-over", "lost")).toBe("ended");
    expect(after("work ended", "lost")).toBe("ended");
    expect(after("lost", "lost")).toBeUndefined();
  });

  it("does not end a second time, whatever else comes to pass", () => {
    expect(after("hand-over", "work ended")).toBeUndefined();
    expect(after("hand-over", "hand-over")).toBeUndefined();
    expect(after("work ended", "hand-over")).toBeUndefined();
    for (const event of ["work ended", "hand-over", "flushed", "released"] as const) expect(after("lost", event)).toBeUndefined();
  });
});
