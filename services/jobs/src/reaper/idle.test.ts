import { describe, expect, it } from "vitest";
import { hasExpired, type IdlePeriod, idleAfter } from "./idle.ts";

const after = (counts: [nowMs: number, members: number, joins: number][]): IdlePeriod | undefined =>
  counts.reduce<IdlePeriod | undefined>((idle, [nowMs, members, joins]) => idleAfter(idle, { nowMs, members, joins }), undefined);

describe("the idle period of a desk", () => {
  it("begins with the first count that finds nobody", () => {
    expect(
      after([
        [10, 0, 1],
        [20, 0, 1],
      ]),
    ).toEqual({ sinceMs: 10, joins: 1 });
  });

  it("ends with a member", () => {
    expect(
      after([
        [10, 0, 1],
        [20, 1, 2],
      ]),
    ).toBeUndefined();
  });

  it("begins anew when somebody came and went between two counts", () => {
    expect(
      after([
        [10, 0, 1],
        [20, 0, 2],
      ]),
    ).toEqual({ sinceMs: 20, joins: 2 });
  });

  it("lasts over a time without counts, as joins are counted", () => {
    const idle = after([
      [10, 0, 1],
      [90_000, 0, 1],
    ]);
    expect(hasExpired(idle, 90_000, 30_000)).toBe(true);
  });

  it("expires only after the whole time", () => {
    const idle = after([[10, 0, 1]]);
    expect(hasExpired(idle, 30_009, 30_000)).toBe(false);
    expect(hasExpired(idle, 30_010, 30_000)).toBe(true);
    expect(hasExpired(undefined, 30_010, 30_000)).toBe(false);
  });
});
