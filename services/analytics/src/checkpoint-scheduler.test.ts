import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCheckpointScheduler } from "./checkpoint-scheduler.ts";

const NEVER = Number.NEGATIVE_INFINITY;

describe("the times of checkpoints", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("runs a task once, an interval after it was due", async () => {
    const scheduler = createCheckpointScheduler({ intervalMs: 250 });
    await scheduler.start();
    const task = vi.fn(async () => {});
    scheduler.schedule(task, NEVER);
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
      }, NEVER);
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
      }, NEVER);
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
    scheduler.schedule(task, NEVER);
    await scheduler.stop();
    scheduler.schedule(task, NEVER);
    await vi.advanceTimersByTimeAsync(500);
    expect(task).not.toHaveBeenCalled();
  });

  it("runs a task at the first step at which its interval is over, also one that is shorter than a step", async () => {
    for (const intervalMs of [250, 5]) {
      const scheduler = createCheckpointScheduler({ intervalMs });
      await scheduler.start();
      const task = vi.fn(async () => {});
      scheduler.schedule(task, NEVER);
      await vi.advanceTimersByTimeAsync(intervalMs);
      expect(task).toHaveBeenCalledTimes(1);
      await scheduler.stop();
    }
  });

  it("runs thousands, each once and in their order, 100 a step", async () => {
    const scheduler = createCheckpointScheduler({ intervalMs: 25 });
    await scheduler.start();
    const order: number[] = [];
    for (let n = 0; n < 3_000; n++) scheduler.schedule(async () => void order.push(n), NEVER);
    await vi.advanceTimersByTimeAsync(25);
    expect(order).toHaveLength(100);
    await vi.advanceTimersByTimeAsync(40 * 25);
    expect(order).toEqual(Array.from({ length: 3_000 }, (_, n) => n));
    scheduler.schedule(async () => void order.push(-1), NEVER);
    await vi.advanceTimersByTimeAsync(50);
    expect(order).toHaveLength(3_001);
    await scheduler.stop();
  });

  it("keeps a session's apart for longer while there are more than 500 a second, but not one whose last is long ago", async () => {
    const scheduler = createCheckpointScheduler({ intervalMs: 250 });
    await scheduler.start();
    let begun = 0;
    let isLoud = true;
    const session = (lastMs: number): void =>
      scheduler.schedule(async () => {
        begun++;
        if (isLoud) session(performance.now());
      }, lastMs);
    for (let n = 0; n < 300; n++) session(NEVER);
    const perSecond = async (seconds: number): Promise<number> => {
      const before = begun;
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      return (begun - before) / seconds;
    };
    await perSecond(10);
    expect(await perSecond(10)).toBeLessThan(310);
    const lastMs = performance.now();
    await vi.advanceTimersByTimeAsync(900);
    const quiet = vi.fn(async () => {});
    scheduler.schedule(quiet, lastMs);
    await vi.advanceTimersByTimeAsync(275);
    expect(quiet).toHaveBeenCalledTimes(1);

    // After the load all that waits is begun, and what comes then waits as long as before it.
    isLoud = false;
    await perSecond(2);
    for (let second = 0; second < 5; second++) {
      scheduler.schedule(async () => {}, NEVER);
      await perSecond(2);
    }
    const after = vi.fn(async () => {});
    scheduler.schedule(after, performance.now());
    await vi.advanceTimersByTimeAsync(275);
    expect(after).toHaveBeenCalledTimes(1);
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
      }, NEVER);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(begun).toBe(256);
    await scheduler.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
