import type { Insight } from "@frontrow/protocol/insight";
import { metricsSchema } from "@frontrow/protocol/metrics";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentRules } from "./documents.ts";
import { type FoldItem, foldEntry, foldItems, readItems } from "./fold.ts";
import { restoreKeyframe, takeKeyframe } from "./keyframe.ts";
import { metricsOf } from "./metrics.ts";
import { createFold, type FoldState } from "./state.ts";
import { someItems } from "./testing/arbitrary.ts";
import { chat, closed, gap, gift, like, opened, roomUser, START_MS, social, tick } from "./testing/events.ts";
import { leaderboardOf } from "./totals/leaderboard.ts";

const folded = (...items: FoldItem[]): FoldState => {
  const state = createFold();
  foldItems(state, items);
  return state;
};
const metricsAfter = (...items: FoldItem[]) => metricsOf(folded(...items));
const allOf = (state: FoldState) => ({
  metrics: metricsOf(state),
  documents: Object.entries(documentRules).map(([name, rule]) => [name, rule.of(state)]),
});
const runs = { seed: 20_240, numRuns: 200 };
/** Hundreds of sessions folded twice, all documents at every item: seconds, on a machine that does other things too. */
const MANY_RUNS_MS = 60_000;
const HOUR_MS = 3_600_000;

describe("totals and rates", () => {
  it("counts what viewers do", () => {
    const metrics = metricsAfter(
      opened(),
      chat(1_000),
      chat(1_500, { user: userNamed("u2") }),
      like(2_000, 7, 5_000),
      like(2_500, 3, 4_990),
      social("share", 3_000),
      social("follow", 3_000),
      social("member", 3_000, "u3"),
      gift(4_000, { count: 5, diamondsEach: 10 }),
    );
    expect(metrics).toMatchObject({
      chats: 2,
      likes: 5_000,
      likesObserved: 10,
      shares: 1,
      follows: 1,
      joins: 1,
      gifts: 5,
      diamonds: 50,
      uniqueViewers: 3,
      chatsPerMinute: 2,
      likesPerMinute: 10,
      giftsPerMinute: 5,
      diamondsPerMinute: 50,
      sinceMs: START_MS,
      atMs: START_MS + 4_000,
    });
  });

  it("lets a rate fade with event time alone", () => {
    expect(metricsAfter(opened(), chat(0), chat(30_000), tick(59_000)).chatsPerMinute).toBe(2);
    expect(metricsAfter(opened(), chat(0), chat(30_000), tick(61_000)).chatsPerMinute).toBe(1);
    expect(metricsAfter(opened(), chat(0), chat(30_000), tick(600_000)).chatsPerMinute).toBe(0);
  });

  it("counts what comes late in totals, and in no rate and no mood", () => {
    const metrics = metricsAfter(opened(), chat(100, { late: true, sentiment: -1 }), like(200, 5, 50, { late: true }), tick(300));
    expect(metrics).toMatchObject({ chats: 1, likesObserved: 5, likes: 50, chatsPerMinute: 0, likesPerMinute: 0, sentiment: 0 });
  });

  it("weighs the number of viewers by the time it held", () => {
    const metrics = metricsAfter(opened(), roomUser(0, 100), roomUser(1_000, 400), tick(4_000));
    expect(metrics).toMatchObject({ viewers: 400, viewersPeak: 400, viewersAverage: 325 });
  });

  it("does not weigh the time in which no source was there", () => {
    const metrics = metricsAfter(opened(), roomUser(0, 100), closed(1_000), opened(60_000), roomUser(60_000, 300), tick(61_000));
    expect(metrics.viewersAverage).toBe(200);
  });

  it("gives the mood of the last five minutes", () => {
    const moods = [opened(), chat(0, { sentiment: -1 }), chat(200_000, { sentiment: 0.5 }), chat(201_000, { sentiment: 0.7 })];
    expect(metricsAfter(...moods).sentiment).toBeCloseTo(0.067, 3);
    expect(metricsAfter(...moods, tick(320_000)).sentiment).toBeCloseTo(0.6, 3);
    expect(metricsAfter(...moods, tick(900_000)).sentiment).toBe(0);
  });

  it("counts time that several gaps cover once", () => {
    const metrics = metricsAfter(opened(), gap(9_000, 1_000, 3_000), gap(9_000, 2_000, 5_000), gap(9_000, 7_000, 8_000));
    expect(metrics.gapMs).toBe(5_000);
  });
});

describe("the leaderboard", () => {
  it("holds the ten who gave most, best first", () => {
    const state = folded(
      opened(),
      ...Array.from({ length: 30 }, (_, n) => gift(n, { user: userNamed(`g${n}`), diamondsEach: ((n * 7) % 30) + 1 })),
    );
    expect(leaderboardOf(state.leaderboard).gifters.map(({ diamonds }) => diamonds)).toEqual([
      30, 29, 28, 27, 26, 25, 24, 23, 22, 21,
    ]);
  });

  it("adds up what one viewer gave", () => {
    const state = folded(opened(), gift(1, { count: 2, diamondsEach: 5 }), gift(2, { count: 1, diamondsEach: 100 }));
    expect(leaderboardOf(state.leaderboard)).toMatchObject({ gifters: [{ diamonds: 110, gifts: 3 }] });
  });

  it("knows what somebody gave long ago, however many gave since", () => {
    const state = folded(opened(), gift(1, { user: userNamed("early"), diamondsEach: 7 }));
    for (let n = 2; n < 20_000; n++) foldItems(state, [gift(n, { user: userNamed(`g${n}`), diamondsEach: 5 })]);
    foldItems(state, [gift(20_001, { user: userNamed("early"), diamondsEach: 1 })]);
    expect(leaderboardOf(state.leaderboard).gifters[0]).toMatchObject({ user: { id: "early" }, diamonds: 8, gifts: 2 });
  });
});

describe("the fold", () => {
  it(
    "gives the same however items are divided over entries",
    () => {
      fc.assert(
        fc.property(someItems, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (items, sizes) => {
          const whole = createFold();
          const wholeInsights: Insight[] = [];
          foldItems(whole, items, wholeInsights);
          const parts = createFold();
          const partInsights: Insight[] = [];
          for (let at = 0; at < items.length; ) {
            const size = sizes.next().value;
            foldEntry(parts, { kind: "events", data: JSON.stringify(items.slice(at, at + size)) }, partInsights);
            at += size;
          }
          expect(allOf(parts)).toEqual(allOf(whole));
          expect(partInsights).toEqual(JSON.parse(JSON.stringify(wholeInsights)));
        }),
        runs,
      );
    },
    MANY_RUNS_MS,
  );

  it(
    "goes on from a keyframe as if nothing had happened, at every point",
    () => {
      fc.assert(
        fc.property(someItems, fc.nat(), (items, nat) => {
          const cut = nat % (items.length + 1);
          const whole = createFold();
          const wholeInsights: Insight[] = [];
          foldItems(whole, items, wholeInsights);
          const before = createFold();
          const insights: Insight[] = [];
          foldItems(before, items.slice(0, cut), insights);
          const restored = restoreKeyframe(takeKeyframe(before));
          if (!restored) throw new Error("not restored");
          expect(allOf(restored)).toEqual(allOf(before));
          for (const item of items.slice(cut)) {
            foldItems(restored, [item], insights);
            foldItems(before, [item]);
            expect(allOf(restored)).toEqual(allOf(before));
          }
          expect(allOf(restored)).toEqual(allOf(whole));
          expect(insights).toEqual(wholeInsights);
        }),
        runs,
      );
    },
    MANY_RUNS_MS,
  );

  it(
    "is moved by ticks in time only: more of them change nothing",
    () => {
      fc.assert(
        fc.property(someItems, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (items, shares) => {
          const more = items.flatMap((item, at) => {
            const next = items[at + 1];
            if (!next) return [item];
            const atMs = item.atMs + Math.floor((next.atMs - item.atMs) * shares.next().value);
            return [item, { type: "tick", atMs } as const];
          });
          expect(allOf(folded(...more))).toEqual(allOf(folded(...items)));
        }),
        runs,
      );
    },
    MANY_RUNS_MS,
  );

  it(
    "is the same after hours of silence, told at once or little by little",
    () => {
      const minutes = fc.array(fc.integer({ min: 10, max: 90 }), { minLength: 4, maxLength: 8 });
      fc.assert(
        fc.property(someItems, minutes, someItems, (before, pauses, after) => {
          const lastMs = before.at(-1)?.atMs ?? START_MS;
          let silentMs = 0;
          const ticks = pauses.map((pause): FoldItem => {
            silentMs += pause * 60_000;
            return { type: "tick", atMs: lastMs + silentMs };
          });
          const then = after.slice(1).map((item) => ({ ...item, atMs: item.atMs - START_MS + lastMs + silentMs }));
          const [atOnce, slowly] = [createFold(), createFold()];
          const [saidAtOnce, saidSlowly]: [Insight[], Insight[]] = [[], []];
          foldItems(atOnce, [...before, ...ticks.slice(-1)], saidAtOnce);
          foldItems(slowly, [...before, ...ticks], saidSlowly);
          expect(allOf(atOnce)).toEqual(allOf(slowly));
          foldItems(atOnce, then, saidAtOnce);
          foldItems(slowly, then, saidSlowly);
          expect(allOf(atOnce)).toEqual(allOf(slowly));
          expect(saidAtOnce).toEqual(saidSlowly);
        }),
        { ...runs, numRuns: 40 },
      );
    },
    MANY_RUNS_MS,
  );

  it("does two hours of intervals at most, however far the clock jumps", () => {
    for (const jumpMs of [3 * HOUR_MS, 30 * 24 * HOUR_MS, Number.MAX_SAFE_INTEGER - START_MS]) {
      const state = folded(opened(), roomUser(0, 100), chat(1_000), tick(10_000));
      const before = state.scores.version;
      foldItems(state, [tick(jumpMs), chat(jumpMs, { user: userNamed("later") })]);
      expect(state.scores.version - before).toBeLessThanOrEqual((2 * HOUR_MS) / 5_000);
      expect(metricsOf(state)).toMatchObject({ chats: 2, chatsPerMinute: 1, viewers: 100, atMs: START_MS + jumpMs });
    }
  });

  it(
    "never lets a total shrink, and keeps every metric within its range",
    () => {
      const totals = [
        "chats",
        "likes",
        "likesObserved",
        "gifts",
        "diamonds",
        "shares",
        "follows",
        "joins",
        "subscribes",
        "uniqueViewers",
        "viewersPeak",
        "gapMs",
        "atMs",
      ] as const;
      fc.assert(
        fc.property(someItems, (items) => {
          const state = createFold();
          let before = metricsOf(state);
          for (const item of items) {
            foldItems(state, [item]);
            const now = metricsSchema.parse(metricsOf(state));
            for (const total of totals) expect(now[total]).toBeGreaterThanOrEqual(before[total]);
            before = now;
          }
        }),
        runs,
      );
    },
    MANY_RUNS_MS,
  );
});

describe("a keyframe", () => {
  it("of another version of the fold is not restored", () => {
    expect(restoreKeyframe({ ...takeKeyframe(folded(opened())), foldVersion: 99 })).toBeUndefined();
  });

  it("that has a slice too many, or broken bytes, is not restored", () => {
    const { slices, ...keyframe } = takeKeyframe(folded(opened(), chat(1)));
    expect(restoreKeyframe({ ...keyframe, slices: [...slices, Uint8Array.of(0)] })).toBeUndefined();
    const [length, ...rest] = slices;
    const broken = [length as Uint8Array, ...rest.map((slice) => new Uint8Array(slice.byteLength).fill(0xee))];
    expect(restoreKeyframe({ ...keyframe, slices: broken })).toBeUndefined();
  });

  it("that lost a slice is not restored", () => {
    const state = folded(opened(), chat(1));
    expect(restoreKeyframe({ ...takeKeyframe(state), slices: takeKeyframe(state).slices.slice(0, -1) })).toBeUndefined();
  });

  it("is restored from slices that lie within larger buffers, as those of a socket do", () => {
    const state = folded(opened(), chat(1), chat(2, { user: userNamed("u2") }));
    const keyframe = takeKeyframe(state);
    const slices = keyframe.slices.map((slice) => new Uint8Array([9, ...slice, 9]).subarray(1, -1));
    const restored = restoreKeyframe({ ...keyframe, slices });
    expect(restored && metricsOf(restored)).toEqual(metricsOf(state));
  });

  it("is cut in slices that are small enough to send one by one", () => {
    const state = createFold();
    const items: FoldItem[] = [];
    for (let n = 0; n < 30_000; n++) items.push(chat(n, { user: userNamed(`71234567890123${n}`) }));
    for (let n = 0; n < 3_000; n++) items.push(gift(30_000 + n, { user: userNamed(`g${n}`) }));
    foldItems(state, items);
    const keyframe = takeKeyframe(state);
    expect(Math.max(...keyframe.slices.map((slice) => slice.byteLength))).toBeLessThan(150_000);
    const restored = restoreKeyframe(keyframe);
    expect(restored && metricsOf(restored)).toMatchObject({ uniqueViewers: 33_000 });
  });
});

describe("an entry", () => {
  const data = JSON.stringify([opened(), chat(1), chat(2)]);

  it("of events is folded, and its items are counted", () => {
    const state = createFold();
    expect(foldEntry(state, { kind: "events", data })).toBe(3);
    expect(metricsOf(state).chats).toBe(2);
  });

  it("of insights, or of a desk, is not folded", () => {
    const state = createFold();
    expect([foldEntry(state, { kind: "insights", data }), foldEntry(state, { kind: "desk", data })]).toEqual([0, 0]);
    expect(metricsOf(state)).toEqual(metricsOf(createFold()));
  });
});

describe("event time", () => {
  it("never goes back", () => {
    expect(metricsAfter(opened(), chat(9_000), chat(3_000))).toMatchObject({ chats: 2, atMs: START_MS + 9_000 });
  });

  it("is within the open interval, however far the clock jumped", () => {
    for (const jumpMs of [1_000, 5_000, 3 * HOUR_MS, 3 * HOUR_MS + 1, 500 * HOUR_MS]) {
      const { intervalEndMs, nowMs } = folded(opened(), tick(jumpMs));
      expect([jumpMs, intervalEndMs - nowMs > 0, intervalEndMs - nowMs <= 5_000]).toEqual([jumpMs, true, true]);
    }
  });

  it("lets go of streaks that ended long ago", () => {
    const { ended } = folded(opened(), gift(1_000), gift(2_000), tick(HOUR_MS)).gifts;
    expect(ended.current.size + ended.previous.size).toBe(0);
  });
});

describe("the means over minutes", () => {
  const lively = Array.from({ length: 60 }, (_, n) => chat(n * 1_000));

  it("are of the session where it is younger, and of a minute at least", () => {
    expect(metricsAfter(opened(), ...lively.slice(0, 30), tick(30_000))).toMatchObject({
      chatsPerMinute5m: 30,
      chatsPerMinute15m: 30,
    });
    expect(metricsAfter(opened(), ...lively, tick(120_000))).toMatchObject({ chatsPerMinute5m: 30, chatsPerMinute15m: 30 });
  });

  it("are of five and fifteen minutes, the oldest interval included, and fade to 0", () => {
    const after = (afterMs: number) => metricsAfter(opened(), ...lively, tick(afterMs));
    expect(after(300_000)).toMatchObject({ chatsPerMinute5m: 12, chatsPerMinute15m: 12 });
    expect(after(900_000)).toMatchObject({ chatsPerMinute5m: 0, chatsPerMinute15m: 4 });
    expect(after(905_000).chatsPerMinute15m).toBeCloseTo(55 / 15, 2);
    expect(after(1_200_000)).toMatchObject({ chatsPerMinute5m: 0, chatsPerMinute15m: 0 });
  });
});

describe("the leaderboard's document", () => {
  it("changes with the top ten, and says when it did", () => {
    const state = folded(opened(), gift(1_000, { user: userNamed("b") }));
    const version = () => documentRules.leaderboard?.version(state);
    const before = version();
    foldItems(state, [chat(2_000)]);
    expect(version()).toBe(before);
    foldItems(state, [gift(3_000, { user: userNamed("a") })]);
    expect(version()).not.toBe(before);
    const { atMs, gifters } = leaderboardOf(state.leaderboard);
    expect([atMs, gifters.map(({ user }) => user.id)]).toEqual([START_MS + 3_000, ["a", "b"]]);
  });
});

describe("a log without its beginning", () => {
  it("has an open source, and began when its gap says", () => {
    const lost = { ...gap(60_000, 1_000, 50_000), reason: "trimmed" as const };
    const state = folded(chat(50_000), lost, chat(61_000));
    expect(state.isSourceOpen).toBe(true);
    expect(metricsOf(state)).toMatchObject({ chats: 2, gapMs: 49_000, sinceMs: START_MS + 1_000 });
    expect(folded(closed(1_000)).isSourceOpen).toBe(false);
  });
});

describe("a bad item", () => {
  const bad = { type: "chat", id: "x", atMs: START_MS + 1_000, sentAtMs: 0, user: userNamed("x") } as unknown as FoldItem;

  it("is told, and keeps none after it from being folded", () => {
    const errors: unknown[] = [];
    const state = createFold();
    foldItems(state, [opened(), bad, chat(2_000)], [], (error) => errors.push(error));
    expect(metricsOf(state)).toMatchObject({ atMs: START_MS + 2_000 });
    expect(errors).toHaveLength(1);
    expect(() => foldItems(createFold(), [opened(), bad])).toThrow(TypeError);
  });

  it("is none of an entry's items when it is no item at all", () => {
    const errors: unknown[] = [];
    const read = (data: string) => readItems({ kind: "events", data }, (error) => errors.push(error));
    expect(read(JSON.stringify([null, 3, { type: "tick" }, tick(1_000)]))).toEqual([tick(1_000)]);
    expect(read("{")).toEqual([]);
    expect(read("{}")).toEqual([]);
    expect(errors).toHaveLength(5);
  });
});
