import type { WorkerId } from "@frontrow/protocol/ids";
import type { WorkerReport } from "@frontrow/redis/workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRebalance } from "./rebalance.ts";

const me = "wkr_me" as WorkerId;
const other = "wkr_other" as WorkerId;

function setUp({ isRebalanced = true } = {}) {
  const moved: string[] = [];
  const world = {
    owned: Array.from({ length: 40 }, (_, n) => `s${n}`),
    living: new Map<WorkerId, Partial<WorkerReport>>([
      [me, { owned: 40, capacity: 100, draining: false }],
      [other, { owned: 0, capacity: 100, draining: false }],
    ]),
    drain: new AbortController(),
  };
  const rebalance = createRebalance({
    workerId: me,
    leases: {
      owned: () => world.owned.length,
      claims: () => world.owned.map((id) => ({ id })),
      handOver: async (id: string, deadline: AbortSignal) => {
        expect(deadline.aborted).toBe(false);
        moved.push(id);
      },
    } as never,
    observer: { living: () => world.living } as never,
    settings: { capacity: 100, heartbeatMs: 1_000, sweepMs: 500, isRebalanced, handOversPerSweep: 5, handOverMs: 5_000 },
    draining: world.drain.signal,
  });
  return { rebalance, moved, world };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a worker above its fair share", () => {
  it("hands over its youngest, some a step, and then waits until the others' figures show it", async () => {
    const { rebalance, moved } = setUp();
    await rebalance.step(0);
    expect(moved).toEqual(["s35", "s36", "s37", "s38", "s39"]);
    vi.advanceTimersByTime(2_499);
    await rebalance.step(0);
    expect(moved).toHaveLength(5);
    vi.advanceTimersByTime(1);
    await rebalance.step(0);
    expect(moved).toHaveLength(10);
  });

  it("hands over no more than what is above its share", async () => {
    const { rebalance, moved, world } = setUp();
    world.owned = ["a", "b", "c", "d"];
    await rebalance.step(0);
    expect(moved).toEqual(["c", "d"]);
  });

  it("hands over nothing where a move is dear, nor while it drains, but leaves new orders to others", async () => {
    const dear = setUp({ isRebalanced: false });
    await dear.rebalance.step(0);
    expect(dear.moved).toEqual([]);
    expect(dear.rebalance.yieldsToOthers()).toBe(true);
    const draining = setUp();
    draining.world.drain.abort();
    await draining.rebalance.step(0);
    expect(draining.moved).toEqual([]);
  });

  it("leaves what it has given to others, until their heartbeats show it", async () => {
    const { rebalance, world } = setUp();
    expect(rebalance.yieldsToOthers()).toBe(false);
    await rebalance.step(0);
    world.owned = [];
    await rebalance.step(0);
    expect(rebalance.yieldsToOthers()).toBe(true);
    vi.advanceTimersByTime(2_500);
    expect(rebalance.yieldsToOthers()).toBe(false);
  });

  it("takes orders all the same once they waited for two steps: then everybody takes", async () => {
    const { rebalance } = setUp({ isRebalanced: false });
    await rebalance.step(3);
    expect(rebalance.yieldsToOthers()).toBe(true);
    await rebalance.step(3);
    expect(rebalance.yieldsToOthers()).toBe(false);
    await rebalance.step(0);
    expect(rebalance.yieldsToOthers()).toBe(true);
    await rebalance.step(1);
    expect(rebalance.yieldsToOthers()).toBe(true);
  });

  it("counts neither itself nor who drains among those that could take", async () => {
    const { rebalance, moved, world } = setUp();
    world.living.set(other, { owned: 0, capacity: 100, draining: true });
    await rebalance.step(0);
    expect(moved).toEqual([]);
    expect(rebalance.yieldsToOthers()).toBe(false);
  });
});
