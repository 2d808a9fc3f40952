import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createScheduler, type Scheduler } from "./scheduler.ts";

const errors: unknown[] = [];
let scheduler: Scheduler | undefined;
/** The clock stands until `vi.advanceTimersByTime`: what does not happen within hours of it never does. */
const HOUR_MS = 3_600_000;
const started = (): Scheduler => {
  scheduler = createScheduler({ now: Date.now, logger: { error: (fields: unknown) => errors.push(fields) } });
  scheduler.start();
  return scheduler;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance", "Date"] });
});
afterEach(() => {
  scheduler?.stop();
  vi.useRealTimers();
  errors.length = 0;
});

describe("createScheduler", () => {
  it("runs a task again after the time that it asks for, until it asks for no more", () => {
    const runs: number[] = [];
    started().add((nowMs) => (runs.push(nowMs) < 3 ? 60 : undefined));
    vi.advanceTimersByTime(200);
    expect(runs).toHaveLength(3);
    vi.advanceTimersByTime(HOUR_MS);
    expect(runs).toHaveLength(3);
    expect((runs[2] ?? 0) - (runs[0] ?? 0)).toBeGreaterThanOrEqual(100);
  });

  it("runs a task at once when it is woken", () => {
    let runs = 0;
    const task = started().add(() => {
      runs += 1;
      return 9_000;
    }, 9_000);
    task.wake();
    vi.advanceTimersByTime(40);
    expect(runs).toBe(1);
  });

  it("never runs a task that was cancelled, even by itself", () => {
    let runs = 0;
    const task = started().add(() => {
      runs += 1;
      task.cancel();
      return 0;
    });
    vi.advanceTimersByTime(HOUR_MS);
    expect(runs).toBe(1);
  });

  it("ends a task that throws, says so once, and runs the others", () => {
    let runs = 0;
    const running = started();
    running.add(() => {
      throw new Error("broken");
    });
    running.add(() => {
      runs += 1;
      return 0;
    });
    vi.advanceTimersByTime(200);
    expect(runs).toBeGreaterThan(2);
    expect(errors).toHaveLength(1);
  });
});
