import { eventually } from "@frontrow/testkit/eventually";
import { afterEach, describe, expect, it } from "vitest";
import { createScheduler, type Scheduler } from "./scheduler.ts";

const errors: unknown[] = [];
let scheduler: Scheduler | undefined;
const started = (): Scheduler => {
  scheduler = createScheduler({ now: Date.now, logger: { error: (fields: unknown) => errors.push(fields) } });
  scheduler.start();
  return scheduler;
};

afterEach(() => {
  scheduler?.stop();
  errors.length = 0;
});

describe("createScheduler", () => {
  it("runs a task again after the time that it asks for, until it asks for no more", async () => {
    const runs: number[] = [];
    started().add((nowMs) => (runs.push(nowMs) < 3 ? 60 : undefined));
    await eventually(() => expect(runs).toHaveLength(3));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(runs).toHaveLength(3);
    expect((runs[2] ?? 0) - (runs[0] ?? 0)).toBeGreaterThanOrEqual(100);
  });

  it("runs a task at once when it is woken", async () => {
    let runs = 0;
    const task = started().add(() => {
      runs += 1;
      return 9_000;
    }, 9_000);
    task.wake();
    await eventually(() => expect(runs).toBe(1), 1_000);
  });

  it("never runs a task that was cancelled, even by itself", async () => {
    let runs = 0;
    const task = started().add(() => {
      runs += 1;
      task.cancel();
      return 0;
    });
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(runs).toBe(1);
  });

  it("ends a task that throws, says so once, and runs the others", async () => {
    let runs = 0;
    const running = started();
    running.add(() => {
      throw new Error("broken");
    });
    running.add(() => {
      runs += 1;
      return 0;
    });
    await eventually(() => expect(runs).toBeGreaterThan(2));
    expect(errors).toHaveLength(1);
  });
});
