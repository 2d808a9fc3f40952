import fc from "fast-check";
import { expect, it } from "vitest";
import { SeenMessages } from "./seen-messages.ts";

const types = ["chat", "gift", "like"] as const;
/** Ids in TikTok's order, of several lengths and with neighbours, and others. */
const id = fc.oneof(
  fc.bigInt({ min: 1n, max: 120n }).map(String),
  fc.bigInt({ min: 0n, max: 60n }).map((n) => String(7_400_000_000_000_000_000n + n)),
  fc.constantFrom("h0123456789", "question:7", "envelope:7400000000000000000", "0", "", "007"),
);
const step = fc.record({ type: fc.constantFrom(...types), ids: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }) });

it("knows what was added as whatever, in any order, and nothing else; so does who goes on", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), fc.array(id, { maxLength: 30 }), (steps, asked) => {
      const seen = new SeenMessages();
      const added = new Set<string>();
      for (const { type, ids } of steps) {
        expect(seen.has(ids)).toBe(ids.some((each) => added.has(each)));
        seen.add(type, ids, 1_000);
        for (const each of ids) added.add(each);
      }
      const next = SeenMessages.restore({ types: seen.toFact(2_000), openedAtMs: 0, skewsMs: [] }, 2_000);
      for (const each of [...asked, ...added]) {
        expect(seen.has([each])).toBe(added.has(each));
        expect(next.has([each])).toBe(added.has(each));
      }
    }),
    { seed: 4, numRuns: 500 },
  );
});
