import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareStreamIds, isAfter, isStreamId, nextStreamId, streamIdMs } from "./stream-id.ts";

const LARGEST = 2n ** 64n - 1n;
const textOf = ([ms, sequence]: readonly [bigint, bigint]): string => `${ms}-${sequence}`;

/** Any part of an id, and often one that is near to another, or near to where the digits or the range end. */
const part = fc.oneof(
  fc.bigInt({ min: 0n, max: LARGEST }),
  fc.bigInt({ min: 0n, max: 20n }),
  fc.bigInt({ min: LARGEST - 20n, max: LARGEST }),
  fc.bigInt({ min: 2n ** 53n - 5n, max: 2n ** 53n + 5n }),
  fc.integer({ min: 0, max: 19 }).chain((digits) => fc.constantFrom(10n ** BigInt(digits), 10n ** BigInt(digits) - 1n)),
);
const id = fc.tuple(part, part);

function compareNumbers([aMs, aSequence]: readonly [bigint, bigint], [bMs, bSequence]: readonly [bigint, bigint]): number {
  if (aMs !== bMs) return aMs < bMs ? -1 : 1;
  return aSequence === bSequence ? 0 : aSequence < bSequence ? -1 : 1;
}

describe("the order of stream ids", () => {
  it("is that of their numbers, not of their letters", () => {
    expect(isAfter("10-0", "9-5")).toBe(true);
    expect(isAfter("9-10", "9-9")).toBe(true);
    expect(isAfter("9-9", "9-9")).toBe(false);
    expect(isAfter("1700000000000-0", "1700000000000-1")).toBe(false);
    expect(isAfter("1-0", "0-0")).toBe(true);
    expect(isAfter("10-9", "9-10")).toBe(true);
  });

  it("tells ids apart that a number would hold for the same", () => {
    expect(isAfter("9007199254740993-0", "9007199254740992-0")).toBe(true);
    expect(isAfter("1-9007199254740993", "1-9007199254740992")).toBe(true);
    expect(isAfter("18446744073709551615-18446744073709551615", "18446744073709551615-18446744073709551614")).toBe(true);
  });

  it("is that of their numbers over the whole range", () => {
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(Math.sign(compareStreamIds(textOf(a), textOf(b)))).toBe(compareNumbers(a, b));
        expect(isAfter(textOf(a), textOf(b))).toBe(compareNumbers(a, b) > 0);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it("holds when the milliseconds are the same", () => {
    fc.assert(
      fc.property(part, part, part, (ms, a, b) => {
        expect(Math.sign(compareStreamIds(`${ms}-${a}`, `${ms}-${b}`))).toBe(compareNumbers([ms, a], [ms, b]));
      }),
      { seed: 2, numRuns: 2000 },
    );
  });
});

describe("a stream id", () => {
  it("is what Redis writes, and nothing else", () => {
    for (const text of ["0-0", "1-0", "1700000000000-12", `${LARGEST}-${LARGEST}`]) expect(isStreamId(text)).toBe(true);
    const others = ["", "-", "1", "1-", "-1", "1-1-1", "01-0", "1-00", "1-0 ", "a-1", "1-a", "1.5-0", "+", "(1-0"];
    for (const text of [...others, `${LARGEST + 1n}-0`, `0-${LARGEST + 1n}`]) expect(isStreamId(text)).toBe(false);
  });

  it("says when its entry was appended", () => {
    expect(streamIdMs("1700000000000-12")).toBe(1_700_000_000_000);
    expect(streamIdMs("0-0")).toBe(0);
  });

  it("is followed by the one that nothing lies between", () => {
    expect(nextStreamId("5-9")).toBe("5-10");
    expect(nextStreamId("0-0")).toBe("0-1");
    expect(nextStreamId(`5-${LARGEST}`)).toBe("6-0");
    expect(nextStreamId(`${LARGEST}-${LARGEST}`)).toBeUndefined();
    expect(nextStreamId("x-1")).toBeUndefined();
    fc.assert(
      fc.property(id, ([ms, sequence]) => {
        const next = nextStreamId(textOf([ms, sequence]));
        if (next !== undefined) expect(isAfter(next, textOf([ms, sequence]))).toBe(true);
        else expect([ms, sequence]).toEqual([LARGEST, LARGEST]);
      }),
      { seed: 3 },
    );
  });
});
