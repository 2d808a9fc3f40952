import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTickWheel } from "./tick-wheel.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("the tick wheel", () => {
  it("calls each member once a second, and no tenth of a second more of them than it must", () => {
    const calls: { member: number; atMs: number }[] = [];
    const began = Date.now();
    const wheel = createTickWheel<number>((member) => calls.push({ member, atMs: Date.now() - began }));
    for (let member = 0; member < 25; member++) wheel.add(member);
    wheel.start();
    vi.advanceTimersByTime(3_000);
    for (let each = 0; each < 25; each++) {
      const [first = 0, ...later] = calls.filter(({ member }) => member === each).map(({ atMs }) => atMs);
      expect(later).toEqual([first + 1_000, first + 2_000]);
    }
    const moments = Array.from({ length: 30 }, (_, index) => (index + 1) * 100);
    const sizes = moments.map((moment) => calls.filter(({ atMs }) => atMs === moment).length);
    expect(new Set(sizes)).toEqual(new Set([2, 3]));
    wheel.stop();
  });

  it("calls nobody who was taken out, and nobody once it has stopped", () => {
    const called: string[] = [];
    const wheel = createTickWheel<string>((member) => called.push(member));
    wheel.add("stays");
    wheel.add("goes");
    wheel.start();
    wheel.start();
    wheel.delete("goes");
    vi.advanceTimersByTime(1_000);
    expect(called).toEqual(["stays"]);
    wheel.stop();
    expect(vi.getTimerCount()).toBe(0);
    wheel.start();
    vi.advanceTimersByTime(1_000);
    expect(called).toEqual(["stays", "stays"]);
    wheel.stop();
  });
});
