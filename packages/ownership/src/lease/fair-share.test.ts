import { describe, expect, it } from "vitest";
import { surplusOf } from "./fair-share.ts";

const load = (owned: number, capacity = 100) => ({ owned, capacity });

describe("the surplus of a worker", () => {
  it("is what it owns above an even spread", () => {
    expect(surplusOf(load(30), [load(0), load(0)])).toBe(20);
    expect(surplusOf(load(30), [load(11)])).toBe(9); // one of two has the odd one
  });

  it("is nothing for a worker alone", () => {
    expect(surplusOf(load(90), [])).toBe(0);
  });

  it("leaves what does not fit elsewhere where it is", () => {
    expect(surplusOf(load(80), [load(0, 10)])).toBe(10);
    expect(surplusOf(load(80), [load(10, 10)])).toBe(0);
  });

  it("is nothing close to the even spread, so that nothing moves to and fro", () => {
    expect(surplusOf(load(3), [load(1)])).toBe(0);
    expect(surplusOf(load(104, 500), [load(96, 500)])).toBe(0);
    expect(surplusOf(load(120, 500), [load(80, 500)])).toBe(20);
  });

  it("is what it has above its own capacity, where the others can hold it", () => {
    expect(surplusOf(load(8, 5), [load(10)])).toBe(3);
    expect(surplusOf(load(20, 10), [load(0, 10)])).toBe(10);
  });

  it("is nothing when all are above what they said they can hold", () => {
    expect(surplusOf(load(12, 10), [load(15, 10)])).toBe(0);
  });
});
