import fc from "fast-check";
import { expect, it } from "vitest";
import { LEAST_LOOP_MS, movedLoop } from "./loop-bounds.ts";

const extent = { fromMs: 1_000, toMs: 100_000 };
const loop = { fromMs: 10_000, toMs: 20_000 };

it("moves one end of a loop, not past the other, and not out of the recording", () => {
  expect(movedLoop(loop, "from", 12_345.6, extent)).toEqual({ fromMs: 12_346, toMs: 20_000 });
  expect(movedLoop(loop, "from", 99_000, extent)).toEqual({ fromMs: 19_000, toMs: 20_000 });
  expect(movedLoop(loop, "from", -5, extent)).toEqual({ fromMs: 1_000, toMs: 20_000 });
  expect(movedLoop(loop, "to", 0, extent)).toEqual({ fromMs: 10_000, toMs: 11_000 });
  expect(movedLoop(loop, "to", 1e9, extent)).toEqual({ fromMs: 10_000, toMs: 100_000 });
});

it("stays a loop that the server takes, wherever it is dragged", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("from" as const, "to" as const), fc.double({ min: -1e6, max: 1e6, noNaN: true }))),
      (drags) => {
        const end = drags.reduce((at, [which, to]) => movedLoop(at, which, to, extent), loop);
        expect(end.toMs - end.fromMs).toBeGreaterThanOrEqual(LEAST_LOOP_MS);
        expect(end.fromMs >= extent.fromMs && end.toMs <= extent.toMs).toBe(true);
      },
    ),
  );
});
