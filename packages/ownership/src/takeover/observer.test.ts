import type { WorkerId } from "@frontrow/protocol/ids";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createObserver } from "./observer.ts";

const [one, two] = ["wkr_1", "wkr_2"] as WorkerId[] as [WorkerId, WorkerId];

function setUp() {
  const world = {
    listed: [one, two] as WorkerId[] | Error,
    heartbeats: new Map<WorkerId, string | Error>([
      [one, "1"],
      [two, "1"],
    ]),
    read: [] as WorkerId[],
  };
  const observer = createObserver({
    role: "analytics",
    leaseMs: 1_000,
    workers: {
      async list() {
        if (world.listed instanceof Error) throw world.listed;
        return world.listed;
      },
      async read(worker: WorkerId) {
        world.read.push(worker);
        const heartbeat = world.heartbeats.get(worker);
        if (heartbeat instanceof Error) throw heartbeat;
        return heartbeat === undefined ? undefined : { heartbeat, owned: 3 };
      },
    } as never,
  });
  /** Polls each 250 ms, for that time. */
  const watch = async (ms: number): Promise<void> => {
    for (let passedMs = 0; passedMs < ms; passedMs += 250) {
      vi.advanceTimersByTime(250);
      await observer.poll();
    }
  };
  return { observer, world, watch };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("an observer of workers", () => {
  it("finds dead whose heartbeat stood still for a lease, and living who goes on", async () => {
    const { observer, world, watch } = setUp();
    await observer.poll();
    for (let n = 2; n < 6; n++) {
      expect(observer.dead()).toEqual([]);
      world.heartbeats.set(two, String(n));
      await watch(250);
    }
    expect(observer.dead()).toEqual([one]);
    expect([observer.isDead(one), observer.isDead(two), observer.isDead("wkr_unknown" as WorkerId)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([...observer.living().keys()]).toEqual([two]);
    expect([observer.heartbeat(one), observer.heartbeat("wkr_unknown" as WorkerId)]).toEqual(["1", ""]);
  });

  it("knows who has no heartbeat any more: dead after a lease, and without a report", async () => {
    const { observer, world, watch } = setUp();
    await observer.poll();
    world.heartbeats.delete(one);
    await watch(250);
    expect([...observer.living().keys()]).toEqual([two]);
    await watch(1_000);
    expect(observer.isDead(one)).toBe(true);
    expect(observer.heartbeat(one)).toBe("");
  });

  it("observes from the start who could not be read: unreadable is not dead", async () => {
    const { observer, world, watch } = setUp();
    await observer.poll();
    await watch(750);
    world.heartbeats.set(one, new Error("away"));
    await watch(250);
    expect(observer.dead()).toEqual([two]);
    expect([...observer.living().keys()]).toEqual([]);
    world.heartbeats.set(one, "1");
    await watch(1_000);
    expect(observer.isDead(one)).toBe(false);
    await watch(250);
    expect(observer.isDead(one)).toBe(true);
  });

  it("forgets all when the list of workers cannot be read", async () => {
    const { observer, world, watch } = setUp();
    await observer.poll();
    await watch(1_000);
    expect(observer.dead()).toEqual([one, two]);
    const { listed } = world;
    world.listed = new Error("away");
    await expect(observer.poll()).rejects.toThrow("away");
    expect(observer.dead()).toEqual([]);
    expect(observer.living().size).toBe(0);
    world.listed = listed;
    await watch(1_000);
    expect(observer.dead()).toEqual([]);
  });

  it("observes whom a record names though no list does, but does not count it among the dead of the list", async () => {
    const { observer, world, watch } = setUp();
    world.listed = [two];
    await watch(1_500);
    expect(world.read).not.toContain(one);
    observer.include(one);
    observer.include(two);
    await watch(1_250);
    expect(observer.isDead(one)).toBe(true);
    expect(observer.dead()).toEqual([two]);
    expect([...observer.living().keys()]).toEqual([]);
    world.heartbeats.set(one, "2");
    await watch(250);
    expect([...observer.living().keys()]).toEqual([]); // it lives, but is not on the list
    world.listed = [one, two];
    await watch(250);
    world.listed = [two];
    await watch(250);
    world.read.length = 0;
    await watch(250);
    expect(world.read).toEqual([two]); // it was listed meanwhile, and left
  });

  it("forgets who left the list", async () => {
    const { observer, world, watch } = setUp();
    await observer.poll();
    await watch(1_000);
    observer.include(one); // which the list named
    world.listed = [two];
    await watch(250);
    expect(observer.isDead(one)).toBe(false);
    world.listed = [one, two];
    await watch(250);
    expect(observer.isDead(one)).toBe(false);
  });
});
