import { describe, expect, it, vi } from "vitest";
import { createBatchingPolicy } from "./batching.ts";

describe("the batching of a session's entries", () => {
  it("is off for a few sockets, and on for many", () => {
    const policy = createBatchingPolicy({ intervalMs: 100, minSockets: 50, now: () => 0, utilization: () => 0 });
    expect([1, 49, 50].map((sockets) => policy.isBatching(sockets))).toEqual([false, false, true]);
  });

  it("is on for every session while the process is busy", () => {
    let nowMs = 0;
    let busy = 0.9;
    const policy = createBatchingPolicy({ intervalMs: 100, minSockets: 50, now: () => nowMs, utilization: () => busy });
    expect(policy.isBatching(1)).toBe(false);
    nowMs = 600;
    expect(policy.isBatching(1)).toBe(true);
    busy = 0.1;
    expect(policy.isBatching(1)).toBe(true);
    nowMs = 1_200;
    expect(policy.isBatching(1)).toBe(false);
  });

  it("flushes everything that waits with one timer, each time anew", () => {
    vi.useFakeTimers();
    const policy = createBatchingPolicy({ intervalMs: 100, minSockets: 50, utilization: () => 0 });
    const flushed: string[] = [];
    const batched = (name: string) => ({ flush: () => void flushed.push(name) });
    policy.scheduleFlush(batched("a"));
    policy.scheduleFlush(batched("b"));
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(100);
    expect(flushed).toEqual(["a", "b"]);
    policy.scheduleFlush(batched("c"));
    vi.advanceTimersByTime(100);
    expect(flushed).toEqual(["a", "b", "c"]);
    vi.useRealTimers();
  });
});
