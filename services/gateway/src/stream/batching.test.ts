import { describe, expect, it, vi } from "vitest";
import { createPace } from "./batching.ts";

describe("the pace of a session's entries", () => {
  it("is at once for a few sockets, and gathers for a crowd", () => {
    const pace = createPace({ gatherMs: 100, crowd: 50, now: () => 0, utilization: () => 0 });
    expect([1, 49, 50].map((sockets) => pace.isGathering(sockets))).toEqual([false, false, true]);
  });

  it("gathers for everybody while the process is busy", () => {
    let nowMs = 0;
    let busy = 0.9;
    const pace = createPace({ gatherMs: 100, crowd: 50, now: () => nowMs, utilization: () => busy });
    expect(pace.isGathering(1)).toBe(false);
    nowMs = 600;
    expect(pace.isGathering(1)).toBe(true);
    busy = 0.1;
    expect(pace.isGathering(1)).toBe(true);
    nowMs = 1_200;
    expect(pace.isGathering(1)).toBe(false);
  });

  it("flushes all that was gathered with one timer, each time anew", () => {
    vi.useFakeTimers();
    const pace = createPace({ gatherMs: 100, crowd: 50, utilization: () => 0 });
    const flushed: string[] = [];
    const gathered = (name: string) => ({ flush: () => void flushed.push(name) });
    pace.flushLater(gathered("a"));
    pace.flushLater(gathered("b"));
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(100);
    expect(flushed).toEqual(["a", "b"]);
    pace.flushLater(gathered("c"));
    vi.advanceTimersByTime(100);
    expect(flushed).toEqual(["a", "b", "c"]);
    vi.useRealTimers();
  });
});
