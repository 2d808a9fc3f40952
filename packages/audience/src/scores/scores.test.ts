import { scoresSchema } from "@frontrow/protocol/insight";
import { seededRandom } from "@frontrow/testkit/random";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentRules } from "../documents.ts";
import { type FoldItem, foldItems } from "../fold.ts";
import { metricsOf } from "../metrics.ts";
import { createFold } from "../state.ts";
import { someItems } from "../testing/arbitrary.ts";
import { foldedWith, steady } from "../testing/broadcast.ts";
import { chat, closed, gap, gift, opened, roomUser, START_MS, social, tick } from "../testing/events.ts";
import { poisson } from "../testing/poisson.ts";
import { SMOOTHING, scoresOf } from "./scores.ts";

const scoresAfter = (...items: FoldItem[]) => scoresOf(foldedWith(...items).state);
const MINUTE_MS = 60_000;
const at = (minutes: number): number => minutes * MINUTE_MS;
const room = { chats: 30, likes: 300, joins: 6, viewers: 200, people: 60 };
const scored = ["engagement", "reception", "energy", "retention", "churnRisk", "monetization"] as const;
const runs = { seed: 77, numRuns: 60 };
const MANY_RUNS_MS = 60_000;

describe("scores", () => {
  it("are nothing before anything was seen, and warm after a minute", () => {
    expect(scoresAfter(opened())).toMatchObject({ isWarm: false, entertainment: 0 });
    expect(scoresAfter(opened(), tick(50_000)).isWarm).toBe(false);
    expect(scoresAfter(opened(), tick(61_000)).isWarm).toBe(true);
  });

  it("of a room at its own normal are in the middle, its pace at half of its points", () => {
    const scores = scoresAfter(opened(), ...steady(0, at(20), room), tick(at(20)));
    expect(scores.energy.parts[0]?.points).toBeGreaterThan(30);
    expect(scores.energy.parts[0]?.points).toBeLessThan(45);
    for (const name of ["engagement", "reception", "energy", "retention"] as const) {
      expect(scores[name].value).toBeGreaterThan(25);
      expect(scores[name].value).toBeLessThan(85);
    }
    expect(scores.trend.word).toBe("steady");
  });

  it("rise when the room wakes up, and say so in the trend", () => {
    const before = steady(0, at(10), room);
    const calm = scoresAfter(opened(), ...before, ...steady(at(10), at(12), room), tick(at(12)));
    const lively = scoresAfter(
      opened(),
      ...before,
      ...steady(at(10), at(12), { ...room, chats: 200, likes: 2_000 }),
      tick(at(12)),
    );
    expect(lively.engagement.value).toBeGreaterThan(calm.engagement.value + 10);
    expect(lively.energy.value).toBeGreaterThan(calm.energy.value + 10);
    expect(lively.trend.word).toBe("rising");
  });

  it("keep their retention in a room that mostly watches", () => {
    const { state } = foldedWith(opened());
    for (let minute = 0; minute < 12; minute++) {
      const watching = { chats: 10, viewers: 300, people: 10_000 };
      foldItems(state, [...steady(at(minute), at(minute + 1), watching), tick(at(minute + 1))]);
      if (minute >= 2) expect(scoresOf(state).retention.value).toBeCloseTo(80, 0);
    }
  });

  it("see no risk in a silent minute of a room whose baseline that is", () => {
    for (const seed of [1, 2, 3]) {
      const { state } = foldedWith(opened());
      for (const item of poisson(0, at(30), { viewers: 3, chats: 1.5, likes: 5 }, seededRandom(seed))) {
        foldItems(state, [item]);
        expect(metricsOf(state).churnRisk).toBeLessThan(20);
      }
    }
  });

  it("name viewers who leave as the strongest risk, and what to do", () => {
    const leaving = [0, 1, 2, 3, 4].flatMap((n) => steady(at(10 + n), at(11 + n), { ...room, viewers: 200 - 40 * n }));
    const { churnRisk, retention } = scoresAfter(opened(), ...steady(0, at(10), room), ...leaving, tick(at(15)));
    expect(churnRisk.factors[0]?.code).toBe("viewersFalling");
    expect(churnRisk.actions).toContain("doSomethingNew");
    expect(churnRisk.value).toBeGreaterThan(40);
    expect(retention.value).toBeLessThan(35);
  });

  it("fall step by step when the room falls silent, and do not jump", () => {
    const { state } = foldedWith(opened(), ...steady(0, at(15), room));
    let before = metricsOf(state).energy;
    const lively = before;
    for (let seconds = 5; seconds <= 120; seconds += 5) {
      foldItems(state, [tick(at(15) + seconds * 1_000)]);
      const now = metricsOf(state).energy;
      expect(before - now).toBeLessThanOrEqual(SMOOTHING * 100);
      before = now;
    }
    expect(before).toBeLessThan(lively / 2);
  });

  it("do not take a number of viewers that nobody has told yet for 0, nor believe a 0 that goes as it came", () => {
    const change = (items: readonly FoldItem[]) => {
      const state = createFold();
      const changes: number[] = [];
      for (const item of items) {
        foldItems(state, [item]);
        changes.push(scoresOf(state).retention.parts.find(({ code }) => code === "viewerTrend")?.value ?? 0);
      }
      return { changes, state };
    };
    const unseen = steady(0, 20_000, { ...room, viewers: undefined });
    const late = change([opened(), ...unseen, ...steady(20_000, at(12), { ...room, viewers: 1_000 }), tick(at(12))]);
    expect(new Set(late.changes)).toEqual(new Set([0]));
    const glitch = [roomUser(at(12) + 1, 0), ...steady(at(12) + 2, at(12) + 15_000, { ...room, viewers: undefined })];
    const before = scoresOf(late.state);
    foldItems(late.state, [...glitch, tick(at(12) + 15_000)]);
    expect(scoresOf(late.state).retention).toEqual(before.retention);
    expect(scoresOf(late.state).churnRisk.value).toBeCloseTo(before.churnRisk.value, 0);
    foldItems(late.state, [tick(at(13))]);
    expect(scoresOf(late.state).retention.value).toBeLessThan(before.retention.value - 20);
  });

  it("hold while there is no source, and are not pulled down by the time before it came back", () => {
    const { state } = foldedWith(opened(), ...steady(0, at(10), room), tick(at(10)));
    const before = scoresOf(state);
    foldItems(state, [closed(at(10) + 1), tick(at(30))]);
    expect(scoresOf(state)).toEqual(before);
    foldItems(state, [opened(at(30)), tick(at(30) + 10_000)]);
    expect(scoresOf(state)).toEqual(before);
  });

  it("do not take people who were not seen during an outage for people who do nothing", () => {
    const lively = { ...room, people: 150 };
    const { state } = foldedWith(opened(), ...steady(0, at(20), lively), tick(at(20)));
    const breadth = () => scoresOf(state).energy.parts[1]?.points ?? 0;
    const before = breadth();
    foldItems(state, [closed(at(20) + 1), opened(at(27)), gap(at(27), at(20), at(27)), roomUser(at(27) + 1, 200)]);
    for (const item of steady(at(27) + 2, at(35), lively)) {
      foldItems(state, [item]);
      expect(breadth()).toBeCloseTo(before, 0);
    }
  });

  it("hold while too little of the last minute was seen, because of a gap", () => {
    const { state } = foldedWith(opened(), ...steady(0, at(10), room), tick(at(12)));
    foldItems(state, [gap(at(12), at(10), at(12))]);
    const before = scoresOf(state);
    foldItems(state, [tick(at(12) + 15_000)]);
    expect(scoresOf(state)).toEqual(before);
    foldItems(state, steady(at(12) + 15_000, at(13), room));
    expect(scoresOf(state)).not.toEqual(before);
  });

  it(
    "are as the protocol has them, with parts that add up, and no step is longer than it may be, whatever happens",
    () => {
      fc.assert(
        fc.property(someItems, (items) => {
          const state = createFold();
          let before = scoresOf(state);
          for (const item of items) {
            const intervals = Math.ceil((item.atMs - Math.max(START_MS, state.nowMs)) / 5_000) + 1;
            foldItems(state, [item]);
            const now = scoresSchema.parse(scoresOf(state));
            for (const name of ["engagement", "reception", "energy", "retention"] as const) {
              const { value, parts } = now[name];
              expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(value, 6);
              for (const { points, max } of parts) expect(points >= 0 && points <= max).toBe(true);
            }
            for (const name of scored) {
              expect(Math.abs(now[name].value - before[name].value)).toBeLessThanOrEqual(intervals * (SMOOTHING * 100 + 0.5));
            }
            before = now;
          }
        }),
        runs,
      );
    },
    MANY_RUNS_MS,
  );

  it("do not depend on the order in which things came within an interval", () => {
    const happenings = fc.shuffledSubarray(
      [
        chat(0, { sentiment: 0.7, user: userNamed("a") }),
        chat(0, { sentiment: -0.4, user: userNamed("b") }),
        chat(0, { toxicity: 0.9, user: userNamed("c") }),
        social("share", 0, "a"),
        social("follow", 0, "d"),
        social("member", 0, "e"),
      ],
      { minLength: 6, maxLength: 6 },
    );
    const before = [opened(), ...steady(0, at(3), room)];
    const placed = (events: readonly FoldItem[]) => events.map((event) => ({ ...event, atMs: START_MS + at(3) + 1_000 }));
    const expected = scoresAfter(
      ...before,
      ...placed(fc.sample(happenings, { seed: 1, numRuns: 1 })[0] ?? []),
      tick(at(3) + 10_000),
    );
    fc.assert(
      fc.property(happenings, (events) => {
        expect(scoresAfter(...before, ...placed(events), tick(at(3) + 10_000))).toEqual(expected);
      }),
      { seed: 5, numRuns: 20 },
    );
  });

  it("count a streak once, however often its messages are repeated", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 5 });
    const after = (repeats: readonly number[]) => {
      const streak = repeats.flatMap((times, n) =>
        Array.from({ length: times }, (_, again) => ({
          ...gift(at(3) + n * 1_000, { count: n + 1, diamondsEach: 20, streakId: "s1", streakOpen: n < 4 }),
          id: `g${n}_${again === times - 1 ? "last" : again}`,
        })),
      );
      const { state } = foldedWith(opened(), ...steady(0, at(3), room), ...streak, tick(at(4)));
      return {
        scores: scoresOf(state),
        gifts: documentRules.moments?.of(state).filter(({ kind }) => kind === "firstGift").length,
      };
    };
    const once = after([1, 1, 1, 1, 1]);
    expect(once.gifts).toBe(1);
    fc.assert(
      fc.property(counts, (repeats) => {
        expect(after(repeats)).toEqual(once);
      }),
      { seed: 13, numRuns: 15 },
    );
  });

  it("do not fall by one more chat, one happier chat, or viewers who stay", () => {
    const extra = fc.record({ second: fc.integer({ min: 0, max: 19 }), mood: fc.integer({ min: -10, max: 10 }) });
    const before = [opened(), ...steady(0, at(5), room)];
    const after = (...items: FoldItem[]) => metricsOf(foldedWith(...before, ...items, tick(at(5) + 20_000)).state);
    const moment = (second: number) => at(5) + second * 1_000;
    fc.assert(
      fc.property(extra, ({ second, mood }) => {
        const user = userNamed("u1");
        const [none, one] = [after(), after(chat(moment(second), { user, sentiment: mood / 10 }))];
        expect(one.engagement).toBeGreaterThanOrEqual(none.engagement);
        const happier = after(chat(moment(second), { user, sentiment: Math.min(1, mood / 10 + 0.3) }));
        expect(happier.reception).toBeGreaterThanOrEqual(one.reception);
        const [fewer, more] = [after(roomUser(moment(second), 100 + mood)), after(roomUser(moment(second), 150 + mood))];
        expect(more.retention).toBeGreaterThanOrEqual(fewer.retention);
      }),
      { seed: 9, numRuns: 15 },
    );
  });
});

describe("the history of energy", () => {
  const begun = [opened(), ...steady(0, at(4), room), tick(at(4))];

  it("is of the time since a source came back", () => {
    const { state } = foldedWith(
      ...begun,
      closed(at(4) + 1),
      opened(at(4) + 31_000),
      ...steady(at(4.6), at(6), room),
      tick(at(6)),
    );
    expect(state.scores.energy.length).toBeGreaterThan(6);
    expect(state.scores.energy.length).toBeLessThanOrEqual(18);
  });

  it("is of the time since a gap, which is another version of the scores", () => {
    const { state } = foldedWith(...begun);
    const version = () => documentRules.scores?.version(state);
    expect(state.scores.energy.length).toBeGreaterThan(30);
    const before = version();
    foldItems(state, [gap(at(4) + 1, at(3), at(3.5))]);
    expect(state.scores.energy).toEqual([]);
    expect(version()).not.toBe(before);
    const afterGap = version();
    foldItems(state, [tick(at(4) + 10_000)]);
    expect(version()).not.toBe(afterGap);
  });
});
