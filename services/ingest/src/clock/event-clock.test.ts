import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEventClock, eventClockFromRedis, SleepWatch } from "./event-clock.ts";

describe("the event clock", () => {
  it("goes on from the moment it was right, by the monotonic clock", () => {
    let monotonic = 500;
    const clock = createEventClock({ epochMs: 1_700_000_000_000, monotonicMs: 500 }, () => monotonic);
    monotonic = 1_750.9;
    expect(clock.now()).toBe(1_700_000_001_250);
  });

  it("waits at the last moment of the log that it continues", () => {
    let monotonic = 0;
    const clock = createEventClock({ epochMs: 1_000, monotonicMs: 0 }, () => monotonic);
    clock.advanceTo(5_000);
    expect(clock.now()).toBe(5_000);
    monotonic = 4_500;
    expect(clock.now()).toBe(5_500);
  });

  it("is set by Redis, as of the middle of the round trip", async () => {
    let monotonic = 1_000;
    const client = {
      async time() {
        monotonic = 1_040;
        return ["1700000000", "250000"];
      },
    };
    const clock = await eventClockFromRedis(client as never, () => monotonic);
    // 20 of the 40 ms have passed since Redis looked at its clock.
    expect(clock.now()).toBe(1_700_000_000_270);
    monotonic = 2_020;
    expect(clock.now()).toBe(1_700_000_001_250);
  });

  it("is set as of the answer when the question waited for Redis", async () => {
    let monotonic = 0;
    const client = {
      async time() {
        monotonic = 30_000;
        return ["1700000030", "0"];
      },
    };
    const clock = await eventClockFromRedis(client as never, () => monotonic);
    expect(clock.now()).toBe(1_700_000_030_250);
  });

  it("never goes back, whatever the readings are", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true })), (readings) => {
        let monotonic = 0;
        const clock = createEventClock({ epochMs: 1e12, monotonicMs: 0 }, () => monotonic);
        const answers = readings.map((reading) => {
          monotonic = reading;
          return clock.now();
        });
        expect(answers).toEqual(answers.toSorted((a, b) => a - b));
        expect(answers.every(Number.isInteger)).toBe(true);
      }),
      { seed: 4 },
    );
  });
});

describe("a monotonic clock that stood still while the machine slept", () => {
  const setUp = () => {
    const at = { monotonic: 0 };
    const clock = createEventClock({ epochMs: 1_000_000, monotonicMs: 0 }, () => at.monotonic);
    return { at, clock };
  };

  it("is caught up with, and event time goes on from there", () => {
    const { at, clock } = setUp();
    at.monotonic = 10_000;
    expect(clock.catchUp({ epochMs: 1_070_000, monotonicMs: 10_000 })).toBe(60_000);
    at.monotonic = 11_000;
    expect(clock.now()).toBe(1_071_000);
    // Said again, or late: nothing more is to be caught up with.
    at.monotonic = 13_000;
    expect(clock.catchUp({ epochMs: 1_070_000, monotonicMs: 10_000 })).toBe(0);
    expect(clock.now()).toBe(1_073_000);
  });

  it("is not taken for one by a little, nor by a wall clock that is behind", () => {
    const { at, clock } = setUp();
    at.monotonic = 10_000;
    for (const epochMs of [1_014_999, 1_010_000, 900_000, 0]) {
      expect(clock.catchUp({ epochMs, monotonicMs: 10_000 })).toBe(0);
    }
    expect(clock.now()).toBe(1_010_000);
  });

  it("jumps only from where the log is already", () => {
    const { at, clock } = setUp();
    clock.advanceTo(1_100_000);
    at.monotonic = 10_000;
    expect(clock.catchUp({ epochMs: 1_070_000, monotonicMs: 10_000 })).toBe(0);
    expect(clock.catchUp({ epochMs: 1_130_000, monotonicMs: 10_000 })).toBe(30_000);
  });

  it("never makes event time go back, and tells each jump, whatever the readings are", () => {
    const time = fc.integer({ min: 0, max: 1e7 });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time)), (readings) => {
        const { at, clock } = setUp();
        for (const [epochMs, monotonicMs] of readings) {
          at.monotonic = Math.max(at.monotonic, monotonicMs);
          const before = clock.now();
          expect(clock.catchUp({ epochMs, monotonicMs })).toBe(clock.now() - before);
          expect(clock.now()).toBeGreaterThanOrEqual(before);
        }
      }),
      { seed: 17 },
    );
  });
});

describe("a watch for sleeps", () => {
  it("tells one sleep once, and takes no drift, step back or repair of it for one", () => {
    const at = { wall: 1e12, monotonic: 0 };
    const watch = new SleepWatch(
      () => at.wall,
      () => at.monotonic,
    );
    const after = (wallMs: number, monotonicMs: number) => {
      at.wall += wallMs;
      at.monotonic += monotonicMs;
      return watch.takeIfSlept();
    };
    expect(after(1_000, 1_000)).toBe(false);
    expect(after(1_400, 1_000)).toBe(false);
    expect(after(61_000, 1_000)).toBe(true);
    expect(after(1_000, 1_000)).toBe(false);
    expect(after(-3_600_000, 1_000)).toBe(false);
    expect(after(1_000, 1_000)).toBe(false);
    expect(after(31_000, 1_000)).toBe(true);
  });
});
