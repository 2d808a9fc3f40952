import { describe, expect, it } from "vitest";
import { isSilent, type Observation, observe, type Reading } from "./observation.ts";

const LEASE_MS = 1000;

/** Reads at these times, each answered after 10 ms unless it says otherwise. */
function after(...readings: [atMs: number, heartbeat: string, tookMs?: number][]): boolean {
  const reading = ([atMs, heartbeat, tookMs = 10]: [number, string, number?]): Reading => ({
    heartbeat,
    askedAtMs: atMs,
    answeredAtMs: atMs + tookMs,
  });
  const last = readings.reduce<Observation | undefined>((seen, each) => observe(seen, reading(each), LEASE_MS), undefined);
  return isSilent(last, LEASE_MS);
}

describe("an observed heartbeat", () => {
  it("is silent once it stayed unchanged for a lease of answered reads", () => {
    expect(after([0, "7"], [300, "7"], [600, "7"], [900, "7"])).toBe(false);
    expect(after([0, "7"], [300, "7"], [600, "7"], [900, "7"], [1000, "7"])).toBe(true);
  });

  it("is not silent for a new observer, however old the heartbeat is", () => {
    expect(after([50_000, "7"])).toBe(false);
  });

  it("is alive again with each change", () => {
    expect(after([0, "7"], [400, "7"], [800, "8"], [1200, "8"])).toBe(false);
  });

  it("does not count time in which a read was slow: the worker could not have sent a heartbeat either", () => {
    expect(after([0, "7"], [400, "7", 600], [1010, "7"], [1400, "7"])).toBe(false);
  });

  it("counts time up to half a lease in which a read was slow, or the observer did not look", () => {
    expect(after([0, "7"], [400, "7", 500], [1010, "7"])).toBe(true);
    expect(after([0, "7"], [510, "7"], [1010, "7"])).toBe(true);
  });

  it("does not count time in which the observer did not look: it may have slept", () => {
    expect(after([0, "7"], [400, "7"], [5000, "7"])).toBe(false);
    expect(after([0, "7"], [5000, "7"], [5400, "7"], [5800, "7"], [6020, "7"])).toBe(true);
  });

  it("counts a worker that has no heartbeat any more like one whose heartbeat stands still", () => {
    expect(after([0, ""], [500, ""], [1010, ""])).toBe(true);
  });
});
