import { describe, expect, it } from "vitest";
import { clock, compact, exact, rate, spoken } from "./format.ts";

describe("compact", () => {
  it("is exact up to four figures", () => {
    expect([0, 7, 999, 1_000, 9_999].map(compact)).toEqual(["0", "7", "999", "1,000", "9,999"]);
  });
  it("keeps three to four figures above", () => {
    expect([10_000, 12_490, 99_999, 100_000, 999_999].map(compact)).toEqual(["10.0K", "12.4K", "99.9K", "100K", "999K"]);
    expect([1_000_000, 1_250_000, 250_400_000, 7_100_000_000].map(compact)).toEqual(["1.0M", "1.2M", "250M", "7.1B"]);
  });
  it("never claims more than was reached", () => {
    expect(compact(999_999)).toBe("999K");
  });
});

describe("rate", () => {
  it("shows a decimal only while it matters", () => {
    expect([0, 0.4, 9.9, 9.97, 12.6, 14_200].map(rate)).toEqual(["0", "0.4", "9.9", "10", "13", "14.2K"]);
  });
});

describe("durations", () => {
  it("are clocks of two figures a part", () => {
    expect(clock(4_360_900)).toBe("01:12:40");
    expect(clock(-500)).toBe("00:00:00");
    expect(clock(360_000_000)).toBe("100:00:00");
  });
  it("are said as coarsely as a person would", () => {
    expect([4_000, 59_600, 600_000, 3_600_000, 4_360_000].map(spoken)).toEqual(["4 s", "1 min", "10 min", "1 h", "1 h 12 min"]);
  });
});

it("gives the whole number for those who look closer", () => {
  expect(exact(1_234_567)).toBe("1,234,567");
});
