import type { EventOf } from "@frontrow/protocol/event";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FoldItem, foldItems } from "../fold.ts";
import { metricsOf } from "../metrics.ts";
import { createFold } from "../state.ts";
import { foldedWith } from "../testing/broadcast.ts";
import { closed, gift, opened, START_MS, tick } from "../testing/events.ts";

const diamondsAfter = (...items: FoldItem[]): number => {
  const state = createFold();
  foldItems(state, [opened(), ...items]);
  return metricsOf(state).diamonds;
};
const tap = (afterMs: number, count: number, streakOpen = true) =>
  gift(afterMs, { streakId: "s", count, streakOpen, diamondsEach: 10 });

describe("a streak", () => {
  it("is counted once, when it ends", () => {
    expect(diamondsAfter(tap(0, 1), tap(500, 2), tap(900, 3))).toBe(0);
    expect(diamondsAfter(tap(0, 1), tap(500, 2), tap(900, 3), tap(1_200, 3, false))).toBe(30);
  });

  it("whose end is said twice is counted once", () => {
    expect(diamondsAfter(tap(0, 3), tap(500, 3, false), tap(900, 3, false), tick(60_000), tap(61_000, 3, false))).toBe(30);
  });

  it("whose end comes before its growth is counted with the end's count", () => {
    expect(diamondsAfter(tap(0, 3, false), tap(100, 1), tap(200, 2), tick(60_000))).toBe(30);
  });

  it("whose end never comes is counted when it has been idle", () => {
    expect(diamondsAfter(tap(0, 1), tap(500, 4), tick(9_000))).toBe(0);
    expect(diamondsAfter(tap(0, 1), tap(500, 4), tick(10_500))).toBe(40);
  });

  it("that ends after it was given up adds only the difference", () => {
    expect(diamondsAfter(tap(0, 4), tick(20_000), tap(21_000, 6, false))).toBe(60);
    expect(diamondsAfter(tap(0, 4), tick(20_000), tap(21_000, 4, false))).toBe(40);
  });

  it("that goes on after it was given up is counted whole", () => {
    expect(diamondsAfter(tap(0, 4), tick(20_000), tap(21_000, 5), tap(22_000, 9), tick(60_000))).toBe(90);
  });

  it("is counted when the source closes, and when the broadcast ends", () => {
    expect(diamondsAfter(tap(0, 4), closed(1_000))).toBe(40);
    const streamEnd = { type: "streamEnd", id: "x", atMs: tap(0, 1).atMs + 1_000, sentAtMs: 0, reason: "ended" } as const;
    expect(diamondsAfter(tap(0, 4), streamEnd)).toBe(40);
    expect(diamondsAfter(tap(0, 4), streamEnd, closed(1_000), tap(1_000, 4, false))).toBe(40);
  });

  it("counts in the rate at the moment it became idle, whenever that is noticed", () => {
    const rateAfter = (...items: FoldItem[]) => {
      const state = createFold();
      foldItems(state, [opened(), ...items]);
      return metricsOf(state).giftsPerMinute;
    };
    // Idle at 10 s: gone from the last minute at 71 s, though nothing was said in between.
    expect(rateAfter(tap(0, 4), tick(69_000))).toBe(4);
    expect(rateAfter(tap(0, 4), tick(71_000))).toBe(0);
  });

  it("is counted with the highest count seen, in any pattern of arrival", () => {
    const message = fc.record({
      streak: fc.integer({ min: 0, max: 4 }),
      count: fc.integer({ min: 1, max: 30 }),
      streakOpen: fc.boolean(),
      pauseMs: fc.integer({ min: 0, max: 12_000 }),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), (messages) => {
        let now = 0;
        const items = messages.map(({ streak, count, streakOpen, pauseMs }) => {
          now += pauseMs;
          return gift(now, { streakId: `s${streak}`, count, streakOpen, diamondsEach: 2 });
        });
        const highest = new Map<string, number>();
        for (const { streakId, count } of items) highest.set(streakId, Math.max(count, highest.get(streakId) ?? 0));
        const expected = [...highest.values()].reduce((sum, count) => sum + count * 2, 0);
        expect(diamondsAfter(...items, tick(now + 10_000))).toBe(expected);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe("streaks that became idle unnoticed", () => {
  const tapOf = (id: string, afterMs: number, count = 1) =>
    gift(afterMs, { streakId: id, count, streakOpen: true, user: userNamed(id) });
  /** Whose first gift was booked when, in the order in which that was said. */
  const booked = (...items: FoldItem[]) =>
    foldedWith(opened(), ...items).insights.flatMap((insight) =>
      insight.type === "moment" && insight.kind === "firstGift" ? [[insight.user?.id, insight.atMs - START_MS]] : [],
    );

  it("are booked in the order in which they did, each at its own moment", () => {
    const items = [tapOf("a", 0), tapOf("b", 1_200), tapOf("c", 1_600), tapOf("a", 4_000, 2), tapOf("b", 2_000, 2)];
    const expected = [
      ["c", 11_600],
      ["b", 12_000],
      ["a", 14_000],
    ];
    const inOrder = items.sort((one, other) => one.atMs - other.atMs);
    expect(booked(...inOrder, tick(14_900))).toEqual(expected);
    expect(booked(...inOrder, tick(11_700), tick(12_100), tick(14_100))).toEqual(expected);
    expect(booked(...inOrder, tick(60_000))).toEqual(expected);
  });

  it("in the same moment are booked by their ids", () => {
    expect(booked(tapOf("b", 500), tapOf("c", 500), tapOf("a", 500), tick(12_000)).map(([id]) => id)).toEqual(["a", "b", "c"]);
  });
});

describe("an open streak", () => {
  const tapOf = (id: string, afterMs: number, more: Partial<EventOf<"gift">> = {}) =>
    gift(afterMs, { streakId: id, streakOpen: true, user: userNamed(id), ...more });

  it("is booked when it is idle, though another one goes on", () => {
    const { state } = foldedWith(opened(), tapOf("a", 0), tapOf("b", 5_000), tick(11_000));
    expect(metricsOf(state)).toMatchObject({ gifts: 1, giftsPerMinute: 1 });
  });

  it("is none when it only echoes what has ended", () => {
    const { state } = foldedWith(opened(), tapOf("a", 0, { streakOpen: false, count: 3 }), tapOf("a", 100, { count: 2 }));
    expect(state.gifts.open.size).toBe(0);
  });

  it("is booked before its time when ten thousand others are open", () => {
    const many = Array.from({ length: 10_001 }, (_, n) => tapOf(`s${n}`, 1));
    const { state } = foldedWith(opened(), ...many);
    expect(state.gifts.open.size).toBe(10_000);
    expect(metricsOf(state)).toMatchObject({ gifts: 1, giftsPerMinute: 1 });
    foldItems(state, [tapOf("end", 2, { streakOpen: false })]);
    expect(metricsOf(state)).toMatchObject({ gifts: 3, giftsPerMinute: 3 });
    expect(state.gifts.open.has("s1")).toBe(false);
    expect(state.explanations).toMatchObject({ streaks: 3, expired: 2 });
  });

  const momentsIn = ({ insights }: ReturnType<typeof foldedWith>) => insights.filter(({ type }) => type === "moment");

  it("that expires is told from one that ended, and both name their last event", () => {
    const last = tapOf("a", 500, { count: 2 });
    const expired = foldedWith(opened(), tapOf("a", 0), last, tick(60_000));
    expect(expired.state.explanations).toMatchObject({ streaks: 1, expired: 1 });
    expect(momentsIn(expired)).toMatchObject([{ kind: "firstGift", eventId: last.id }]);
    const end = tapOf("a", 500, { count: 2, streakOpen: false });
    const ended = foldedWith(opened(), tapOf("a", 0), end, tick(60_000));
    expect(ended.state.explanations).toMatchObject({ streaks: 1, expired: 0 });
    expect(momentsIn(ended)).toMatchObject([{ kind: "firstGift", eventId: end.id }]);
  });
});
