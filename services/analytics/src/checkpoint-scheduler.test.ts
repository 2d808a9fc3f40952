import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCheckpointScheduler } from "./checkpoint-scheduler.ts";

describe("the times of checkpoints", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("runs a task once, an interval after it was due", async () => {
    const scheduler = createCheckpointScheduler({ intervalMs: 250 });
    await scheduler.start();
    const task = vi.fn(async () => {});
    scheduler.schedule(task);
    await vi.advanceTimersByTimeAsync(240);
    expect(task).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60);
    expect(task).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(task).toHaveBeenCalledTimes(1);
    await scheduler.stop();
  });

  it("begins a limited number of tasks a step, the first first", async () => {
    const scheduler = createCheckpointScheduler({ intervalMs: 25, maxPerStep: 10 });
    await scheduler.start();
    const order: number[] = [];
    for (let n = 0; n < 25; n++) {
      scheduler.schedule(async () => {
        order.push(n);
      });
    }
    await vi.advanceTimersByTimeAsync(50);
    expect(order).toEqual(Array.from({ length: order.length }, (_, n) => n));
    expect(order.length).toBeLessThanOrEqual(20);
    await vi.advanceTimersByTimeAsync(200);
    expect(order).toHaveLength(25);
    await scheduler.stop();
  });

  it("holds back while too many are under way", async () => {
    const scheduler = createCheckpointScheduler({ intervalMs: 25, maxConcurrent: 2 });
    await scheduler.start();
    let free = (): void => {};
    const slow = new Promise<void>((resolve) => {
      free = resolve;
    });
    let begun = 0;
    for (let n = 0; n < 5; n++) {
      scheduler.schedule(() => {
        begun++;
        return slow;
      });
    }
    await vi.advanceTimersByTimeAsync(500);
    expect(begun).toBe(2);
    free();
    await vi.advanceTimersByTimeAsync(500);
    expect(begun).toBe(5);
    await scheduler.stop();
  });

  it("begins nothing once it is stopped", async () => {
    const scheduler = createCheckpointScheduler({ intervalMs: 25 });
    await scheduler.start();
    const task = vi.fn(async () => {});
    scheduler.schedule(task);
    await scheduler.stop();
    scheduler.schedule(task);
    await vi.advanceTimersByTimeAsync(500);
    expect(task).not.toHaveBeenCalled();
  });

  it("runs a task at the first step at which its interval is over, also one that is shorter than a step", async () => {
    for (const intervalMs of [250, 5]) {
      const scheduler = createCheckpointScheduler({ intervalMs });
      await scheduler.start();
      const task = vi.fn(async () => {});
      scheduler.schedule(task);
      await vi.advanceTimersByTimeAsync(intervalMs);
      expect(task).toHaveBeenCalledTimes(1);
      await scheduler.stop();
    }
  });

  it("runs thousands, each once and in their order, 100 a step", async () => {
    const scheduler = createCheckpointScheduler({ intervalMs: 25 });
    await scheduler.start();
    const order: number[] = [];
    for (let n = 0; n < 3_000; n++) scheduler.schedule(async () => void order.push(n));
    await vi.advanceTimersByTimeAsync(25);
    expect(order).toHaveLength(100);
    await vi.advanceTimersByTimeAsync(40 * 25);
    expect(order).toEqual(Array.from({ length: 3_000 }, (_, n) => n));
    scheduler.schedule(async () => void order.push(-1));
    await vi.advanceTimersByTimeAsync(50);
    expect(order).toHaveLength(3_001);
    await scheduler.stop();
  });

  it("waits longer while there are more than 500 a second", async () => {
    const scheduler = createCheckpointScheduler({ intervalMs: 250 });
    await scheduler.start();
    let begun = 0;
    const session = (): void =>
      scheduler.schedule(async () => {
        begun++;
        session();
      });
    for (let n = 0; n < 300; n++) session();
    const perSecond = async (): Promise<number> => {
      const before = begun;
      await vi.advanceTimersByTimeAsync(10_000);
      return (begun - before) / 10;
    };
    expect(await perSecond()).toBeLessThan(650);
    expect(await perSecond()).toBeLessThan(310);
    await scheduler.stop();
  });

  it("has at most 256 under way", async () => {
    const scheduler = createCheckpointScheduler({ intervalMs: 25 });
    await scheduler.start();
    let begun = 0;
    for (let n = 0; n < 500; n++) {
      scheduler.schedule(() => {
        begun++;
        return new Promise(() => {});
      });
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toBe(256);
    await scheduler.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
