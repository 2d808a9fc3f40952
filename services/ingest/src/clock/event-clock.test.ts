import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEventClock, eventClockFromRedis } from "./event-clock.ts";

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
