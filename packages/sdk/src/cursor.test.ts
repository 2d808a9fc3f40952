import type { SessionId } from "@frontrow/protocol/ids";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNew, type LogPosition } from "./cursor.ts";

const at = (id: string, items?: number): LogPosition => ({
  log: "ses_a" as SessionId,
  epoch: 1,
  id,
  stamp: "s",
  ...(items === undefined ? {} : { items }),
});

describe("an arrival", () => {
  it("is new when nothing came before, or when it is of another log or epoch", () => {
    expect(isNew(undefined, at("1-0"))).toBe(true);
    expect(isNew({ ...at("9-0"), log: "ses_b" as SessionId }, at("1-0"))).toBe(true);
    expect(isNew({ ...at("9-0"), epoch: 2 }, at("1-0"))).toBe(true);
  });

  it("is new when it comes later in the log", () => {
    expect(isNew(at("5-0"), at("5-1"))).toBe(true);
    expect(isNew(at("9-9"), at("10-0"))).toBe(true);
    expect(isNew(at("5-1"), at("5-0"))).toBe(false);
    expect(isNew(at("5-0"), at("5-0"))).toBe(false);
  });

  it("is new when it brings more items of the same entry", () => {
    expect(isNew(at("5-0", 1), at("5-0", 2))).toBe(true);
    expect(isNew(at("5-0", 2), at("5-0"))).toBe(true);
    expect(isNew(at("5-0", 2), at("5-0", 2))).toBe(false);
    expect(isNew(at("5-0"), at("5-0", 2))).toBe(false);
  });

  it("is compared by its numbers, however large", () => {
    const id = fc.tuple(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }));
    fc.assert(
      fc.property(id, id, ([aMs, aN], [bMs, bN]) => {
        const isLater = aMs === bMs ? bN > aN : bMs > aMs;
        expect(isNew(at(`${aMs}-${aN}`), at(`${bMs}-${bN}`))).toBe(isLater);
      }),
      { seed: 1 },
    );
  });
});
