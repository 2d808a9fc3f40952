import { describe, expect, it } from "vitest";
import { createFaultSwitches } from "./fault-switches.ts";

describe("fault switches", () => {
  it("let a fault happen the given number of times, then no more", () => {
    const faults = createFaultSwitches();
    faults.set({ kind: "drop" }, { times: 2 });
    expect([1, 2, 3].map(() => faults.take("drop", "alice") !== undefined)).toEqual([true, true, false]);
    expect(faults.active).toBe(false);
  });

  it("let occasions pass first", () => {
    const faults = createFaultSwitches();
    faults.set({ kind: "captcha" }, { skip: 2, times: 1 });
    expect([1, 2, 3, 4].map(() => faults.take("captcha", "alice") !== undefined)).toEqual([false, false, true, false]);
  });

  it("prefer a creator's own fault to one for all, in any spelling of the name", () => {
    const faults = createFaultSwitches();
    faults.set({ kind: "sign-status", status: 500 });
    faults.set({ kind: "sign-status", status: 402 }, { creator: "Alice" });
    expect(faults.take("sign-status", "alice")?.status).toBe(402);
    expect(faults.take("sign-status", "bruno")?.status).toBe(500);
  });

  it("are cleared by kind, by creator, or all together", () => {
    const faults = createFaultSwitches();
    const kinds = () => faults.list().map(({ fault, creator }) => `${fault.kind} ${creator ?? "all"}`);
    faults.set({ kind: "drop" });
    faults.set({ kind: "drop" }, { creator: "alice" });
    faults.set({ kind: "captcha" }, { creator: "alice" });
    faults.clear({ kind: "drop", creator: "alice" });
    expect(kinds()).toEqual(["drop all", "captcha alice"]);
    faults.clear({ creator: "alice" });
    expect(kinds()).toEqual(["drop all"]);
    faults.clear();
    expect(kinds()).toEqual([]);
  });

  it("say how often each happened", () => {
    const faults = createFaultSwitches();
    faults.set({ kind: "silence" });
    faults.take("silence", "alice");
    faults.take("silence", "bruno");
    expect(faults.list()[0]).toMatchObject({ happened: 2, left: undefined });
  });

  it("refuse what they do not know", () => {
    const faults = createFaultSwitches();
    expect(() => faults.set({ kind: "earthquake" } as never)).toThrow();
    expect(() => faults.set({ kind: "sign-status", status: 9 })).toThrow();
    expect(() => faults.set({ kind: "drop" }, { times: 0 })).toThrow();
  });
});
