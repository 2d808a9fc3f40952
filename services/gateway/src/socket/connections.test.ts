import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Connection } from "./connection.ts";
import { Connections } from "./connections.ts";

/** Sockets of a process; those that are stubborn stay open when they are closed. */
function makeSockets(count: number, isStubborn = false) {
  const connections = new Connections((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const closed: number[] = [];
  const cut: number[] = [];
  const pinged: number[] = [];
  for (let n = 0; n < count; n++) {
    const output = {
      waitingBytes: 10,
      close(name: string) {
        expect(name).toBe("GOING_AWAY");
        closed.push(n);
        if (!isStubborn) connections.remove(connection);
      },
      cut: () => cut.push(n),
    };
    const connection = { output, checkAlive: () => pinged.push(n) } as unknown as Connection;
    connections.add(connection);
  }
  return { connections, closed, cut, pinged };
}

describe("the sockets of a process", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("are pinged once an interval each, spread over it, until they drain", async () => {
    const { connections, pinged } = makeSockets(50);
    connections.startPinging(25_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(pinged).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(24_000);
    expect([...pinged].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n));
    const draining = connections.drain(0, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(50_000);
    await draining;
    expect(pinged).toHaveLength(50);
  });

  it("are drained over a time, and then there are none", async () => {
    const { connections, closed, cut } = makeSockets(10);
    expect([connections.size, connections.waitingBytes]).toEqual([10, 100]);
    const draining = connections.drain(250, new AbortController().signal);
    expect(closed).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(100);
    expect(closed).toHaveLength(6);
    await vi.advanceTimersByTimeAsync(200);
    await draining;
    expect([closed.length, cut, connections.size]).toEqual([10, [], 0]);
  });

  it("are cut at the deadline when they do not close", async () => {
    const { connections, closed, cut } = makeSockets(4, true);
    const deadline = new AbortController();
    const draining = connections.drain(100, deadline.signal);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([closed.length, cut]).toEqual([4, []]);
    deadline.abort();
    await vi.advanceTimersByTimeAsync(50);
    await draining;
    expect(cut).toEqual([0, 1, 2, 3]);
  });
});
