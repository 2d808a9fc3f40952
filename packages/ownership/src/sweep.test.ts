import { describe, expect, it } from "vitest";
import { verdictOn } from "./sweep.ts";

describe("the sweep's verdict on an id", () => {
  it("leaves what somebody alive owns, wanted or not: its owner is told", () => {
    expect(verdictOn({ owner: "alive", isWanted: true })).toBe("leave");
    expect(verdictOn({ owner: "alive", isWanted: false })).toBe("leave");
  });

  it("takes over from the dead, also what nothing wants: somebody must close what they left open", () => {
    expect(verdictOn({ owner: "dead", isWanted: true })).toBe("take over");
    expect(verdictOn({ owner: "dead", isWanted: false })).toBe("take over");
  });

  it("orders what is wanted and nobody owns, and removes what is neither", () => {
    expect(verdictOn({ owner: "nobody", isWanted: true })).toBe("order");
    expect(verdictOn({ owner: "nobody", isWanted: false })).toBe("remove");
  });
});
