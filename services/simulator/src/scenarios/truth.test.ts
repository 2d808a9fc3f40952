import { describe, expect, it } from "vitest";
import { type TruthMessage, totalsOf, unexcused } from "./truth.ts";

const message = (change: Partial<TruthMessage>): TruthMessage => ({
  msgId: "1",
  type: "chat",
  createTimeMs: 1000,
  userId: "7",
  streak: undefined,
  count: 1,
  diamondsEach: 0,
  likesTotal: 0,
  ...change,
});

describe("totalsOf", () => {
  it("counts a streak once, as its highest message, in any order and with repeats", () => {
    const streak = [1, 3, 2, 3].map((count, index) =>
      message({ msgId: `g${index}`, type: "gift", streak: "7 5655 1", count, diamondsEach: 5 }),
    );
    expect(totalsOf([...streak, ...streak])).toMatchObject({ gifts: 3, diamonds: 15, messages: 4 });
  });

  it("takes the room's own total of likes, and what the messages add up to beside it", () => {
    const likes = [
      message({ msgId: "a", type: "like", count: 5, likesTotal: 105 }),
      message({ msgId: "b", type: "like", count: 2, likesTotal: 100 }),
    ];
    expect(totalsOf(likes)).toMatchObject({ likes: 105, likesObserved: 7 });
  });
});

describe("unexcused", () => {
  const said = [10, 20, 30, 40].map((createTimeMs) => message({ msgId: String(createTimeMs), createTimeMs }));

  it("names what neither arrived nor fell into a gap", () => {
    const missing = unexcused(said, new Set(["10"]), [{ fromMs: 15, toMs: 30 }]);
    expect(missing.map(({ msgId }) => msgId)).toEqual(["40"]);
  });

  it("allows for clocks that differ", () => {
    expect(unexcused(said, new Set(["10", "20"]), [{ fromMs: 32, toMs: 38 }], 2)).toEqual([]);
  });
});
