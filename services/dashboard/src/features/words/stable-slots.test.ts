import fc from "fast-check";
import { expect, it } from "vitest";
import { stableSlots } from "./stable-slots.ts";

const rising = (...words: readonly (readonly [string, number])[]) => words.map(([text, rise]) => ({ text, rise }));
const texts = (shown: readonly { text: string }[]) => shown.map(({ text }) => text).join(" ");

it("begins with what rises most", () => {
  expect(texts(stableSlots([], rising(["a", 1], ["b", 3], ["c", 2]), 2))).toBe("b c");
});

it("keeps everything in its place while it rises, whatever the order of the news", () => {
  expect(texts(stableSlots(rising(["a", 9], ["b", 8]), rising(["b", 9], ["a", 7]), 2))).toBe("a b");
});

it("gives a free place to what is new, and leaves the others where they are", () => {
  expect(texts(stableSlots(rising(["a", 1], ["b", 1], ["c", 1]), rising(["a", 1], ["c", 1], ["d", 2]), 3))).toBe("a d c");
});

it("makes room only for what rises clearly more", () => {
  const shown = rising(["a", 4], ["b", 2]);
  expect(texts(stableSlots(shown, rising(["a", 4], ["b", 2], ["c", 2.9]), 2))).toBe("a b");
  expect(texts(stableSlots(shown, rising(["a", 4], ["b", 2], ["c", 3.1]), 2))).toBe("a c");
});

it("shows each once, never more than there is room for, and the same again when nothing changed", () => {
  const words = fc.uniqueArray(
    fc.record({ text: fc.constantFrom(..."abcdefgh"), rise: fc.float({ min: 0, max: 9, noNaN: true }) }),
    {
      selector: ({ text }) => text,
    },
  );
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 6 }), (before, now, places) => {
      const shown = stableSlots(stableSlots([], before, places), now, places);
      expect(new Set(shown.map(({ text }) => text)).size).toBe(shown.length);
      expect(shown).toHaveLength(Math.min(now.length, places));
      expect(stableSlots(shown, now, places)).toEqual(shown);
    }),
  );
});
