import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createOccurrences, deleteOccurrences, type Occurrence, occurrencesOf, setOccurrences } from "./occurrences.ts";

const occurrence: fc.Arbitrary<Occurrence> = fc.record({
  event: fc.nat(2 ** 32 - 1),
  atMs: fc.nat(2_000_000_000_000),
  sender: fc.nat(2 ** 32 - 1),
  counted: fc.record({ words: fc.array(fc.string(), { maxLength: 2 }), emoji: fc.array(fc.constant("🔥"), { maxLength: 1 }) }),
});
const change = fc.record({
  key: fc.nat(40),
  occurrences: fc.option(fc.array(occurrence, { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 4 }),
});

describe("occurrences", () => {
  it("are those that were set, like in a map of lists", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        const state = createOccurrences();
        const expected = new Map<number, readonly Occurrence[]>();
        for (const { key, occurrences } of changes) {
          if (occurrences) {
            setOccurrences(state, key, occurrences);
            expected.set(key, occurrences);
          } else {
            deleteOccurrences(state, key);
            expected.delete(key);
          }
        }
        expect(state.size).toBe(expected.size);
        for (let key = 0; key <= 40; key++) expect(occurrencesOf(state, key)).toEqual(expected.get(key));
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});
