import { describe, expect, it, vi } from "vitest";
import { createBatchingPolicy, SessionLoad } from "./batching.ts";

describe("the batching of a session's entries", () => {
  function setup(utilization = 0) {
    const state = { nowMs: 0, utilization };
    const policy = createBatchingPolicy({
      intervalMs: 100,
      minSockets: 50,
      now: () => state.nowMs,
      utilization: () => state.utilization,
    });
    return { policy, state };
  }

  it("is off for a few sockets, and on for many", () => {
    const { policy } = setup();
    expect([1, 49, 50].map((sockets) => policy.isBatching(new SessionLoad(), { chars: 10, listeners: sockets }))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("is on in a busy process for those who make it so, and off for a quiet one beside them", () => {
    const { policy, state } = setup(0.9);
    const [quiet, other] = [new SessionLoad(), new SessionLoad()];
    const loud = Array.from({ length: 10 }, () => new SessionLoad());
    const waits: { loud: number; quiet: number } = { loud: 0, quiet: 0 };
    for (; state.nowMs < 5_000; state.nowMs += 50) {
      for (const load of loud) if (policy.isBatching(load, { chars: 8_000, listeners: 49 })) waits.loud += 1;
      if (policy.isBatching(quiet, { chars: 300, listeners: 2 })) waits.quiet += 1;
      policy.isBatching(other, { chars: 300, listeners: 2 });
    }
    expect(waits.quiet).toBe(0);
    expect(waits.loud).toBeGreaterThanOrEqual(800);
  });

  it("is off in a process that something else than writing keeps busy, as an attack does", () => {
    const { policy, state } = setup(0.9);
    const load = new SessionLoad();
    let waits = 0;
    for (; state.nowMs < 5_000; state.nowMs += 50) if (policy.isBatching(load, { chars: 3_000, listeners: 2 })) waits += 1;
    expect(waits).toBe(0);
  });

  it("is on in a busy process for all, when all are alike", () => {
    const { policy, state } = setup(0.9);
    const sessions = Array.from({ length: 400 }, () => new SessionLoad());
    let waits = 0;
    for (; state.nowMs < 5_000; state.nowMs += 50) {
      for (const load of sessions)
        if (policy.isBatching(load, { chars: 300 + ((state.nowMs / 50) % 7) * 20, listeners: 2 })) waits += 1;
    }
    expect(waits).toBeGreaterThanOrEqual(32_000);
  });

  it("is off as long as the process has time, and again once it has", () => {
    const { policy, state } = setup(0.1);
    const load = new SessionLoad();
    const waits = () => {
      let count = 0;
      for (const end = state.nowMs + 2_000; state.nowMs < end; state.nowMs += 5)
        if (policy.isBatching(load, { chars: 3_000, listeners: 49 })) count += 1;
      return count;
    };
    expect(waits()).toBe(0);
    state.utilization = 0.9;
    expect(waits()).toBeGreaterThan(20);
    state.utilization = 0.1;
    waits();
    expect(waits()).toBe(0);
  });

  it("goes on while the process has time only because entries wait", () => {
    const { policy, state } = setup(0.4);
    const sessions = Array.from({ length: 500 }, () => new SessionLoad());
    let isOn = false;
    let changes = 0;
    for (let writes = 0; state.nowMs < 10_000; state.nowMs += 50) {
      // Every second entry goes out with the one before it.
      const isJoining: boolean = isOn && (state.nowMs / 50) % 2 === 1;
      if (!isJoining) writes += 2 * sessions.length;
      if (state.nowMs % 500 === 450) {
        // What it does beside writing keeps it busy for a fifth of the time.
        state.utilization = 0.16 + (writes * 0.012) / 500;
        writes = 0;
      }
      const waits: number = sessions.filter((load) => policy.isBatching(load, { chars: 300, listeners: 2, isJoining })).length;
      if (waits > 0 !== isOn) changes += 1;
      isOn = waits > 0;
    }
    expect([isOn, changes]).toEqual([true, 1]);
  });

  it.each([
    { everyMs: 200, wait: false },
    { everyMs: 50, wait: true },
  ])("in a busy process is on for numbers, and for events each $everyMs ms: $wait", ({ everyMs, wait }) => {
    const { policy, state } = setup(0.9);
    const sessions = Array.from({ length: 400 }, () => new SessionLoad());
    const waits = { events: 0, numbers: 0 };
    const chars = 300;
    for (; state.nowMs < 5_000; state.nowMs += 50) {
      for (const load of sessions) {
        const isEvents = state.nowMs % everyMs === 0;
        if (isEvents && policy.isBatching(load, { chars, listeners: 2, isEvents })) waits.events += 1;
        if (policy.isBatching(load, { chars, listeners: 2 })) waits.numbers += 1;
      }
    }
    expect(waits.numbers).toBeGreaterThan(32_000);
    expect(waits.events > 0).toBe(wait);
  });

  it("is off for who begins to write again after a pause", () => {
    const { policy, state } = setup(0.9);
    const load = new SessionLoad();
    for (; state.nowMs < 2_000; state.nowMs += 5) policy.isBatching(load, { chars: 3_000, listeners: 49 });
    expect(policy.isBatching(load, { chars: 300, listeners: 49 })).toBe(true);
    state.nowMs += 60_000;
    expect(policy.isBatching(load, { chars: 300, listeners: 49 })).toBe(false);
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
