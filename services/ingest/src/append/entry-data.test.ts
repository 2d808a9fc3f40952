import fc from "fast-check";
import { expect, it } from "vitest";
import { packEntryData } from "./entry-data.ts";

const item = fc
  .tuple(fc.string({ unit: "binary", maxLength: 20 }), fc.nat(200))
  .map(([text, times]) => JSON.stringify({ text: text.repeat(times) }));

it("is the JSON array of its items, small or large, in any script and with half characters", () => {
  let asBytes = 0;
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), (items) => {
      const data = packEntryData(items);
      if (typeof data !== "string") asBytes += 1;
      expect(String(data)).toBe(`[${items.join(",")}]`);
    }),
    { seed: 4, numRuns: 200 },
  );
  expect(asBytes).toBeGreaterThan(20);
  expect(asBytes).toBeLessThan(180);
});

it("shares no memory with the next", () => {
  const items = (letter: string) => [JSON.stringify(letter.repeat(20_000))];
  const first = packEntryData(items("a"));
  packEntryData(items("é"));
  packEntryData(items("b".repeat(10)));
  expect(String(first)).toBe(`["${"a".repeat(20_000)}"]`);
});
