import fc from "fast-check";
import { expect, it } from "vitest";
import { upsert } from "./bounded.ts";

const idOf = ({ id }: { id: string }) => id;
const item = fc.record({ id: fc.constantFrom(..."abcdefgh"), said: fc.integer() });

it("holds one of each id, with what was said last, in the order in which they first came", () => {
  const held = upsert([{ id: "a", said: 1 }], [{ id: "b", said: 2 }], idOf, 9);
  expect(upsert(held, [{ id: "a", said: 3 }], idOf, 9)).toEqual([
    { id: "a", said: 3 },
    { id: "b", said: 2 },
  ]);
});

it("says the same when it is told the same again, and never holds more than its limit", () => {
  fc.assert(
    fc.property(fc.array(item), fc.integer({ min: 1, max: 9 }), (items, limit) => {
      const once = upsert([], items, idOf, limit);
      expect(once.length).toBeLessThanOrEqual(limit);
      expect(upsert(once, once, idOf, limit)).toEqual(once);
    }),
  );
});

it("stays the same object when nothing comes", () => {
  const held = [{ id: "a", said: 1 }];
  expect(upsert(held, [], idOf, 1)).toBe(held);
});
