import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FoldItem, foldItems } from "../fold.ts";
import { metricsOf } from "../metrics.ts";
import { createFold } from "../state.ts";
import { gift, opened, personNamed, START_MS, tick } from "../testing/events.ts";

const metricsAfter = (...items: FoldItem[]) => {
  const state = createFold();
  foldItems(state, [opened(), ...items]);
  return metricsOf(state);
};
const giftsAfter = (...items: FoldItem[]): number => metricsAfter(...items, tick(900_000)).gifts;

/** A message that was sent at one moment and arrived at another; count/isEnd as "3/1". */
const tap = (sentAt: number, what: string, arrivedAt = sentAt, more = {}) => {
  const [count = 0, isEnd = 0] = what.split("/").map(Number);
  const sentAtMs = START_MS + sentAt;
  return gift(arrivedAt, { streakId: "ann:5655:", count, streakOpen: isEnd === 0, diamondsEach: 10, sentAtMs, ...more });
};
/** Messages 300 ms apart, in order. */
const taps = (fromMs: number, ...what: string[]) => what.map((each, n) => tap(fromMs + n * 300, each));

describe("streaks of one viewer and gift without a group", () => {
  it("are told apart: a smaller count after an end is another streak", () => {
    const items = [...taps(0, "1/0", "2/0", "3/0", "3/1"), ...taps(2_000, "1/0", "2/0", "2/1")];
    expect(giftsAfter(...items)).toBe(5);
    expect(metricsAfter(...items)).toMatchObject({ gifts: 5, diamonds: 50 });
  });

  it("are told apart where an end was lost, and where a streak begins with a larger count", () => {
    expect(giftsAfter(...taps(0, "1/0", "2/0", "3/0"), ...taps(4_000, "1/0", "2/0", "2/1"))).toBe(5);
    expect(giftsAfter(...taps(0, "1/0", "2/0", "2/1"), ...taps(4_000, "4/0", "5/1"))).toBe(7);
    expect(giftsAfter(...taps(0, "1/1"), ...taps(15_000, "1/1"), ...taps(40_000, "1/0"), ...taps(60_000, "1/0"))).toBe(4);
    expect(giftsAfter(...taps(0, "3/0"), ...taps(90_000, "9/0"))).toBe(12);
  });

  it("are not multiplied by repeated ends, echoes, messages out of order, or history", () => {
    const streak = taps(0, "1/0", "2/0", "3/0", "3/1");
    expect(giftsAfter(...streak, tap(1_500, "3/1"), tap(4_000, "3/1"))).toBe(3);
    expect(giftsAfter(...streak, tap(450, "2/0", 2_000), tap(100, "1/0", 2_500))).toBe(3);
    const [one, two, three, end] = streak as [FoldItem, FoldItem, FoldItem, FoldItem];
    const at = (item: FoldItem, afterMs: number): FoldItem => ({ ...item, atMs: START_MS + afterMs });
    expect(giftsAfter(at(three, 100), at(one, 200), at(end, 300), at(two, 400))).toBe(3);
    expect(giftsAfter(...streak, { ...at(two, 300_000), id: "again", late: true } as FoldItem)).toBe(3);
  });

  it("count a message of the streak before that comes after the next one has begun", () => {
    const [one, two, end, next] = [tap(0, "1/0"), tap(300, "2/0"), tap(900, "4/1", 2_500), tap(2_000, "1/0")];
    expect(giftsAfter(one, two, next, end, tap(2_600, "2/1"))).toBe(6);
  });

  it("are ordered by message ids where TikTok has them, whatever its clocks say", () => {
    const id = (n: number) => ({ id: `74000007554408410${n.toString().padStart(2, "0")}` });
    const wrongClock = tap(3_600_000, "2/0", 300, id(2));
    expect(giftsAfter(tap(0, "1/0", 0, id(1)), wrongClock, tap(600, "3/0", 600, id(3)), tap(900, "3/1", 900, id(4)))).toBe(3);
  });

  it("are a guest's from their first message on, when a later one names the guest", () => {
    const toGuest = (sentAt: number, what: string) => tap(sentAt, what, sentAt, { receiver: personNamed("bob") });
    const hosts = taps(0, "1/0", "2/0", "2/1");
    for (const named of [[toGuest(2_600, "3/0"), toGuest(2_900, "3/1")], [toGuest(2_600, "3/1")], [toGuest(2_600, "2/1")]]) {
      const guestGifts = named[0]?.count;
      const items = [...hosts, ...taps(2_000, "1/0", "2/0"), ...named];
      expect(metricsAfter(...items, tick(900_000))).toMatchObject({ gifts: 2, guestGifts });
      expect(metricsAfter(...items, ...taps(4_000, "1/0", "1/1"), tick(900_000))).toMatchObject({ gifts: 3, guestGifts });
    }
    // A smaller count goes on with nothing.
    expect(metricsAfter(...taps(0, "1/0", "2/0"), toGuest(600, "1/1"), tap(900, "2/1"))).toMatchObject({
      gifts: 2,
      guestGifts: 1,
    });
  });

  it("are a guest's own, when they are for a guest", () => {
    const toGuest = { receiver: personNamed("bob") };
    const items = [
      tap(0, "1/0"),
      tap(300, "2/0"),
      tap(600, "1/0", 600, toGuest),
      tap(900, "1/1", 900, toGuest),
      tap(1_200, "2/1"),
    ];
    expect(metricsAfter(...items, tick(60_000))).toMatchObject({ gifts: 2, guestGifts: 1 });
  });

  it("take bounded memory, and lose nothing by it", () => {
    const long = Array.from({ length: 3_000 }, (_, n) => tap(n * 200, `${n + 1}/0`));
    const many = Array.from({ length: 500 }, (_, n) => taps(700_000 + n * 3_000, "1/0", "2/0", "2/1")).flat();
    const state = createFold();
    foldItems(state, [opened(), ...long, tap(600_100, "3000/1"), ...many]);
    expect(metricsOf(state).gifts).toBe(4_000);
    const known = [...state.gifts.ended.current.values()].map((each) => (typeof each === "object" ? each.taps.length : 0));
    expect(Math.max(...known)).toBeLessThanOrEqual(128);
  });

  it("are as many gifts as were sent, with messages out of order, repeated, lost ends, and history", () => {
    const streak = fc.record({
      length: fc.integer({ min: 1, max: 12 }),
      everyMs: fc.integer({ min: 150, max: 900 }),
      restMs: fc.integer({ min: 1, max: 20_000 }),
      endAfterMs: fc.integer({ min: 0, max: 3_000 }),
      isEndLost: fc.boolean(),
      repeatsMs: fc.array(fc.integer({ min: 1, max: 2_500 }), { maxLength: 2 }),
    });
    const delays = fc.infiniteStream(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 2_000 })));
    const isHistory = fc.infiniteStream(fc.integer({ min: 0, max: 9 }).map((n) => n === 0));
    fc.assert(
      fc.property(fc.array(streak, { minLength: 1, maxLength: 8 }), delays, isHistory, (streaks, delay, history) => {
        let now = 0;
        let truth = 0;
        const sent: { sentAt: number; what: string }[] = [];
        for (const { length, everyMs, restMs, endAfterMs, isEndLost, repeatsMs } of streaks) {
          for (let n = 1; n <= length; n++) {
            sent.push({ sentAt: now, what: `${n}/0` });
            now += everyMs;
          }
          truth += length;
          now += endAfterMs;
          // A lost end of a streak of one cannot be told from the same message once more.
          if (!isEndLost || length === 1) {
            sent.push({ sentAt: now, what: `${length}/1` });
            let again = now;
            for (const repeatMs of repeatsMs) {
              again += repeatMs;
              sent.push({ sentAt: again, what: `${length}/1` });
            }
            now = again;
          }
          now += restMs;
        }
        const arrivals = sent.map(({ sentAt, what }, n) => {
          const late = history.next().value;
          const arrivedAt = late ? sentAt + 30_000 : sentAt + delay.next().value;
          return { ...tap(sentAt, what, arrivedAt, { id: `e${n}` }), ...(late ? { late } : {}) } as FoldItem;
        });
        arrivals.sort((a, b) => a.atMs - b.atMs);
        expect(giftsAfter(...arrivals)).toBe(truth);
      }),
      { seed: 44, numRuns: 300 },
    );
  });
});

describe("a message without the gift's details", () => {
  const bare = { name: "", diamondsEach: 0 };
  const of = (at: number, count: number, streakOpen: boolean, more = {}) =>
    gift(at, { streakId: "s", count, streakOpen, diamondsEach: 99, name: "Hat", ...more });

  it("takes them from the messages of its streak, wherever it stands among them", () => {
    expect(metricsAfter(of(0, 1, true), of(300, 2, true), of(600, 3, false, bare)).diamonds).toBe(297);
    expect(metricsAfter(of(0, 1, true, bare), of(300, 2, true, bare), of(600, 3, false)).diamonds).toBe(297);
  });

  it("takes them from the same gift before, where no message of its streak has any", () => {
    const state = createFold();
    const insights: Parameters<typeof foldItems>[2] = [];
    foldItems(state, [opened(), of(0, 1, false), of(300, 2, false, { ...bare, streakId: "t" })], insights);
    expect(metricsOf(state)).toMatchObject({ gifts: 3, diamonds: 297 });
    expect(metricsAfter(of(0, 2, false, bare)).diamonds).toBe(0);
  });
});
