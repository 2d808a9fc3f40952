import { seededRandom } from "@frontrow/testkit/random";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { type FoldItem, foldItems } from "../fold.ts";
import { createFold } from "../state.ts";
import { foldedWith, steady } from "../testing/broadcast.ts";
import { closed, gap, gift, opened, START_MS, tick } from "../testing/events.ts";
import { type Interval, recordIntervals, repeat } from "../testing/intervals.ts";
import { type PoissonRoom, poisson } from "../testing/poisson.ts";
import { scoresOf } from "./scores.ts";
import { createTrend, type TrendState, updateTrend } from "./trend.ts";

const at = (minutes: number): number => minutes * 60_000;
const MINUTES = 45;
const seeds = [1, 2, 3, 4];
const MANY_INTERVALS_MS = 60_000;
const rooms: readonly PoissonRoom[] = [
  { viewers: 3, chats: 1.5, likes: 5 },
  { viewers: 30, chats: 5, likes: 60, approvals: 3, gifts: 1 },
  { viewers: 200, chats: 30, likes: 300, approvals: 3, gifts: 1 },
  { viewers: 2_000, chats: 200, likes: 4_000, approvals: 3, gifts: 1 },
];
const times = (room: PoissonRoom, factor: number): PoissonRoom =>
  Object.fromEntries(Object.entries(room).map(([name, rate]) => [name, name === "viewers" ? rate : rate * factor])) as never;

/** The word after each interval. */
function wordsOf(items: readonly FoldItem[], untilMs: number): string[] {
  const state = createFold();
  const words: string[] = [];
  let next = 0;
  for (let endMs = 5_000; endMs <= untilMs; endMs += 5_000) {
    for (; (items[next]?.atMs ?? Number.POSITIVE_INFINITY) < START_MS + endMs; next++)
      foldItems(state, [items[next] as FoldItem]);
    foldItems(state, [tick(endMs)]);
    words.push(scoresOf(state).trend.word);
  }
  return words;
}
const trendAfter = (...items: FoldItem[]) => scoresOf(foldedWith(opened(), ...items).state).trend;

describe("the trend", () => {
  it.each(rooms)(
    "is steady in a constant room of $viewers viewers, whatever chance does",
    (room) => {
      const heard = seeds.map((seed) => wordsOf([opened(), ...poisson(0, at(MINUTES), room, seededRandom(seed))], at(MINUTES)));
      const intervals = heard.flat();
      const flips = heard.reduce((sum, words) => sum + words.filter((word, n) => n > 0 && word !== words[n - 1]).length, 0);
      expect(intervals.filter((word) => word === "steady").length / intervals.length).toBeGreaterThanOrEqual(0.9);
      expect(flips / seeds.length).toBeLessThanOrEqual(6);
    },
    MANY_INTERVALS_MS,
  );

  it.each([
    ["rising", 2],
    ["falling", 0.5],
  ] as const)(
    "is %s when the audience does %f times as much, within about two minutes",
    (word, factor) => {
      for (const room of rooms.slice(1)) {
        const heard = seeds.map((seed) => {
          const random = seededRandom(seed);
          const before = poisson(0, at(20), room, random);
          return wordsOf([opened(), ...before, ...poisson(at(20), at(23), times(room, factor), random)], at(23));
        });
        const soon = heard.filter((words) => words.slice(240, 240 + 30).includes(word)).length;
        expect(soon).toBeGreaterThanOrEqual(room.viewers < 100 ? seeds.length / 2 : seeds.length);
      }
    },
    MANY_INTERVALS_MS,
  );

  const room = { chats: 30, likes: 300, viewers: 200 };
  const lively = { ...room, chats: 90, likes: 900 };

  it("says points of a pace that is 50 at the baseline", () => {
    const { word, points } = trendAfter(...steady(0, at(15), room), ...steady(at(15), at(17), lively), tick(at(17)));
    expect(word).toBe("rising");
    expect(points).toBeGreaterThan(20);
    expect(points).toBeLessThanOrEqual(25);
  });

  it("is not moved by one who gives much at once, then or afterwards", () => {
    const { state } = foldedWith(opened(), ...steady(0, at(15), room));
    const gifts = Array.from({ length: 20 }, (_, n) =>
      gift(at(15) + n * 100, { user: userNamed("whale"), diamondsEach: 1_000, count: 10 }),
    );
    foldItems(state, [...gifts, ...steady(at(15) + 2_000, at(16), room)]);
    const words = [];
    for (let minute = 16; minute < 26; minute++) {
      foldItems(state, [...steady(at(minute), at(minute + 1), room), tick(at(minute + 1))]);
      words.push(scoresOf(state).trend.word);
    }
    expect(new Set(words)).toEqual(new Set(["steady"]));
  });

  it("compares with nothing from before an outage or a gap", () => {
    const before = steady(0, at(20), room);
    const after = (fromMs: number) => [...steady(fromMs, fromMs + at(3), lively), tick(fromMs + at(3))];
    expect(trendAfter(...before, ...after(at(20))).word).toBe("rising");
    const outage = [closed(at(20)), opened(at(22)), gap(at(22), at(20), at(22))];
    expect(trendAfter(...before, ...outage, ...after(at(22)))).toEqual({ word: "steady", points: 0 });
    const short = [closed(at(20) - 1), opened(at(20) + 1)];
    expect(trendAfter(...before.slice(0, -50), ...short, ...after(at(20) + 2))).toEqual({ word: "steady", points: 0 });
    expect(trendAfter(...before, gap(at(20), at(19), at(20)), ...after(at(20)))).toEqual({ word: "steady", points: 0 });
  });
});

describe("a movement of the pace", () => {
  const SPAN = 4;
  const CHATS = 4;
  /** The trend after spans of 20 s with these multiples of the baseline's effort; undefined for one that was not wholly observed. */
  function after(...spans: (number | undefined)[]): TrendState {
    const state = createTrend();
    const intervals = spans.flatMap((times): Interval[] =>
      times === undefined
        ? [undefined, ...repeat(SPAN - 1, { chats: CHATS, viewers: 50 })]
        : repeat(SPAN, { chats: CHATS * times, viewers: 50 }),
    );
    recordIntervals(intervals, (endMs, activity, concurrentViewers) =>
      updateTrend(state, endMs, { activity, concurrentViewers, baselinePace: CHATS * 6 }),
    );
    return state;
  }

  it("is none, and of no points, where it is small", () => {
    expect(after(...repeat(24, 1), ...repeat(6, 1.13))).toMatchObject({ word: "steady", points: 0 });
  });

  it("is one until less than half of what made it one is left", () => {
    const risen = [...repeat(24, 1), ...repeat(6, 2)];
    expect(after(...risen)).toMatchObject({ word: "rising", points: 16.7 });
    expect(after(...risen, ...repeat(6, 1.51))).toMatchObject({ word: "rising", points: 6 });
    expect(after(...repeat(18, 1), ...repeat(6, 2), ...repeat(6, 1.3)).word).toBe("steady");
    const fallen = [...repeat(24, 2), ...repeat(6, 1)];
    expect(after(...fallen)).toMatchObject({ word: "falling", points: -16.7 });
  });

  it("is compared with nothing from before a span that was not wholly observed", () => {
    expect(after(...repeat(24, 1), undefined, ...repeat(6, 2))).toMatchObject({ word: "steady", points: 0 });
    expect(after(...repeat(24, 1), undefined, ...repeat(9, 1), ...repeat(6, 2)).word).toBe("rising");
  });
});
