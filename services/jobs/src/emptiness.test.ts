import { describe, expect, it } from "vitest";
import { type Emptiness, isOverdue, lookAt } from "./emptiness.ts";

const after = (looks: [nowMs: number, members: number, joins: number][]): Emptiness | undefined =>
  looks.reduce<Emptiness | undefined>((seen, [nowMs, members, joins]) => lookAt(seen, { nowMs, members, joins }), undefined);

describe("the emptiness of a desk", () => {
  it("begins with the first look that finds nobody", () => {
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

  it("begins anew when somebody came and went between two looks", () => {
    expect(
      after([
        [10, 0, 1],
        [20, 0, 2],
      ]),
    ).toEqual({ sinceMs: 20, joins: 2 });
  });

  it("lasts over a time without looks, as joins are counted", () => {
    const seen = after([
      [10, 0, 1],
      [90_000, 0, 1],
    ]);
    expect(isOverdue(seen, 90_000, 30_000)).toBe(true);
  });

  it("is overdue only after the whole time", () => {
    const seen = after([[10, 0, 1]]);
    expect(isOverdue(seen, 30_009, 30_000)).toBe(false);
    expect(isOverdue(seen, 30_010, 30_000)).toBe(true);
    expect(isOverdue(undefined, 30_010, 30_000)).toBe(false);
  });
});
