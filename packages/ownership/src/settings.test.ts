import { describe, expect, it } from "vitest";
import { settingsOf } from "./settings.ts";

describe("the settings of a worker", () => {
  it("need nothing but a capacity", () => {
    expect(settingsOf({ capacity: 7 })).toMatchObject({ capacity: 7, leaseMs: 3000, isRebalanced: false });
  });

  it("keep their defaults where a value is given as undefined", () => {
    expect(settingsOf({ capacity: 7, leaseMs: undefined, heartbeatMs: 500 })).toMatchObject({ leaseMs: 3000, heartbeatMs: 500 });
  });

  it("refuse a lease that one late heartbeat, or one late check, would break", () => {
    expect(() => settingsOf({ capacity: 7, leaseMs: 1500 })).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
    expect(() => settingsOf({ capacity: 7, leaseMs: 900, heartbeatMs: 300, sweepMs: 600 })).toThrow();
    expect(() => settingsOf({ capacity: 7, leaseMs: 900, heartbeatMs: 451, sweepMs: 300 })).toThrow();
    expect(settingsOf({ capacity: 7, leaseMs: 900, heartbeatMs: 450, sweepMs: 450 })).toMatchObject({ leaseMs: 900 });
  });
});
