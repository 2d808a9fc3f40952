import { type Insight, insightSchema, type Moment, type Spike } from "@frontrow/protocol/insight";
import { seededRandom } from "@frontrow/testkit/random";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentRules } from "../documents.ts";
import { type FoldItem, foldItems } from "../fold.ts";
import { createFold } from "../state.ts";
import { someItems } from "../testing/arbitrary.ts";
import { foldedWith, steady } from "../testing/broadcast.ts";
import { battle, chat, closed, gap, gift, like, opened, roomUser, START_MS, social, tick } from "../testing/events.ts";
import { poisson } from "../testing/poisson.ts";

const at = (minutes: number): number => minutes * 60_000;
const room = { chats: 30, likes: 120, joins: 6, viewers: 200 };
const spikesIn = (insights: readonly Insight[], kind: Spike["kind"]) =>
  insights.filter((insight): insight is Spike => insight.type === "spike" && insight.kind === kind);
const momentsIn = (insights: readonly Insight[], kind: Moment["kind"]) =>
  insights.filter((insight): insight is Moment => insight.type === "moment" && insight.kind === kind);
const spikesOf = (...items: FoldItem[]) => spikesIn(foldedWith(opened(), ...items).insights, "spike");
const lullsOf = (...items: FoldItem[]) => spikesIn(foldedWith(opened(), ...items).insights, "lull");
const momentsOf = (kind: Moment["kind"], ...items: FoldItem[]) => momentsIn(foldedWith(opened(), ...items).insights, kind);

describe("a spike", () => {
  const before = steady(0, at(6), room);

  it("is what stands out from the room's own normal, and says how much and what its baseline is", () => {
    const [spike, ...others] = spikesOf(...before, ...steady(at(6), at(6) + 20_000, { chats: 300 }), tick(at(6) + 20_000));
    expect(others).toEqual([]);
    expect(spike).toMatchObject({ kind: "spike", duringBattle: false, id: `spk_${spike?.atMs}` });
    expect(spike?.lanes[0]).toMatchObject({ lane: "chats", baseline: 10 });
    expect(spike?.lanes[0]?.deviations).toBeGreaterThanOrEqual(6);
  });

  it("is not the same amount in a room whose baseline that is", () => {
    const busy = steady(0, at(6), { ...room, chats: 300 });
    expect(spikesOf(...busy, ...steady(at(6), at(7), { ...room, chats: 300 }), tick(at(7)))).toEqual([]);
  });

  it("is none before two minutes were seen", () => {
    expect(spikesOf(...steady(0, at(1), room), ...steady(at(1), at(2), { chats: 600 }), tick(at(2)))).toEqual([]);
  });

  it("has all that stood out in it, the farthest first", () => {
    const gifts = Array.from({ length: 5 }, (_, n) => gift(at(6) + n * 100, { diamondsEach: 1_000 }));
    const [spike] = spikesOf(...before, ...gifts, ...steady(at(6) + 500, at(6) + 5_000, { chats: 600 }), tick(at(6) + 5_000));
    expect(spike?.lanes.map(({ lane }) => lane)).toEqual(["diamonds", "chats"]);
    expect(spike?.lanes[0]).toMatchObject({ value: 5_000, baseline: 0 });
  });

  it("that goes on is one, and is said once more when it is over, with all that happened in it", () => {
    const wave = steady(at(6), at(7), { ...room, chats: 300 });
    const [first, last, ...others] = spikesOf(...before, ...wave, ...steady(at(7), at(12), room), tick(at(12)));
    expect(others).toEqual([]);
    expect(last?.id).toBe(first?.id);
    expect(last?.fromMs).toBe(first?.fromMs);
    expect((last?.toMs ?? 0) - (first?.fromMs ?? 0)).toBeGreaterThanOrEqual(55_000);
    expect(last?.lanes[0]?.value).toBeGreaterThan(250);
    expect(last?.lanes[0]?.baseline).toBeGreaterThan(25);
  });

  it("is held once in the list, as it was said last", () => {
    const wave = steady(at(6), at(7), { ...room, chats: 300 });
    const { state, insights } = foldedWith(opened(), ...before, ...wave, ...steady(at(7), at(9), room), tick(at(9)));
    expect(documentRules.moments?.of(state).filter(({ type }) => type === "spike")).toEqual([spikesIn(insights, "spike").at(-1)]);
  });

  it("says when a battle was on, which raises everything", () => {
    const wave = steady(at(6), at(6) + 20_000, { chats: 300 });
    const [spike] = spikesOf(...before, battle(at(6), "open", [0, 0]), ...wave, tick(at(6) + 20_000));
    expect(spike?.duringBattle).toBe(true);
  });
});

describe("a lull", () => {
  const before = steady(0, at(8), room);

  it("is a minute with less than a third of the baseline", () => {
    const [lull, ...others] = lullsOf(...before, ...steady(at(8), at(10), { ...room, chats: 3 }), tick(at(10)));
    expect(others).toEqual([]);
    expect(lull).toMatchObject({ kind: "lull" });
    expect(lull?.lanes[0]).toMatchObject({ lane: "chats", baseline: 30 });
    expect(lull?.lanes[0]?.value).toBeLessThan(10);
    expect((lull?.toMs ?? 0) - (lull?.fromMs ?? 0)).toBe(60_000);
  });

  it("is one however long it goes on", () => {
    const { insights } = foldedWith(opened(), ...before, ...steady(at(8), at(40), { ...room, chats: 3 }), tick(at(40)));
    expect(new Set(spikesIn(insights, "lull").map(({ id }) => id)).size).toBe(1);
  });

  it("is none of what chance does in constant rooms, however small, and is one when their chat falls silent", () => {
    for (const seed of [1, 2, 3, 4]) {
      const random = seededRandom(seed);
      const small = { viewers: 30, chats: 5, likes: 60, approvals: 3, gifts: 1 };
      expect(lullsOf(...poisson(0, at(60), small, random), tick(at(60)))).toEqual([]);
      const talkative = { viewers: 100, chats: 20, likes: 20 };
      const silent = poisson(at(20), at(22), { ...talkative, chats: 1 }, random);
      const [lull, ...others] = lullsOf(...poisson(0, at(20), talkative, random), ...silent, tick(at(22)));
      expect(others).toEqual([]);
      expect(lull?.atMs).toBeGreaterThan(START_MS + at(20));
      expect(lull?.lanes.map(({ lane }) => lane)).toEqual(["chats"]);
    }
  });

  it("is none in a room of a low baseline", () => {
    expect(lullsOf(...steady(0, at(8), { chats: 5, viewers: 20 }), tick(at(12)))).toEqual([]);
  });

  it("is none while there is no source, nor where a gap hid what happened", () => {
    expect(lullsOf(...before, closed(at(8)), tick(at(12)))).toEqual([]);
    const hidden = [gap(at(8) + 40_000, at(8), at(8) + 40_000), ...steady(at(8) + 40_000, at(9) + 40_000, room)];
    expect(lullsOf(...before, ...hidden, tick(at(9) + 40_000))).toEqual([]);
  });
});

describe("a milestone", () => {
  it("is each step of 1, 2.5 and 5 that a total passes; of several at once the highest", () => {
    const follows = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => social("follow", from + n, `f${from}${n}`));
    const reached = momentsOf("milestone", ...follows(5_500, 24), ...follows(12_000, 2), ...follows(17_000, 75), tick(30_000));
    expect(reached.map(({ params }) => params)).toEqual([
      { metric: "follows", value: 25 },
      { metric: "follows", value: 100 },
      { metric: "uniqueViewers", value: 100 },
    ]);
  });

  it("of likes is none that was reached before we watched", () => {
    const reached = momentsOf("milestone", like(1_000, 5, 99_000), tick(6_000), like(7_000, 5, 100_100), tick(11_000));
    expect(reached.map(({ params }) => params)).toEqual([{ metric: "likes", value: 100_000 }]);
  });
});

describe("a raid", () => {
  const before = steady(0, at(5), room);
  const burst = steady(at(5), at(5) + 20_000, { joins: 300, people: 90 });

  it("is a burst of arrivals after which there are more viewers", () => {
    const [raid, ...others] = momentsOf("raid", ...before, ...burst, roomUser(at(5) + 22_000, 320), tick(at(6)));
    expect(others).toEqual([]);
    expect(raid?.params).toMatchObject({ viewers: 320 });
    expect(raid?.params["joins"]).toBeGreaterThan(90);
  });

  it("is no burst of people who only pass by", () => {
    expect(momentsOf("raid", ...before, ...burst, roomUser(at(5) + 22_000, 205), tick(at(6)))).toEqual([]);
  });

  it("is none where nobody had told how many viewers there were before", () => {
    const unknownCount = steady(0, at(5), { ...room, viewers: undefined });
    expect(momentsOf("raid", ...unknownCount, ...burst, roomUser(at(5) + 22_000, 320), tick(at(6)))).toEqual([]);
  });
});

describe("a battle", () => {
  it("that goes on in turns with another opens and finishes once", () => {
    const said = (["open", "score", "finish"] as const).flatMap((state, n) =>
      [0, 1, 2].flatMap((turn) => ["a", "b"].map((id, of) => battle(n * 9_000 + turn * 100 + of, state, [n, n + 1], id))),
    );
    const { insights } = foldedWith(opened(), ...said);
    for (const kind of ["battleOpened", "battleFinished"] as const) {
      expect(momentsIn(insights, kind).map(({ id }) => id)).toEqual([`${kind}_a`, `${kind}_b`]);
    }
  });

  it("opens once and finishes once, with its last scores, however often that is said", () => {
    const items = [
      battle(1_000, "open", [0, 0]),
      battle(1_100, "open", [0, 0]),
      battle(9_000, "score", [300, 450]),
      battle(20_000, "finish", []),
      battle(20_500, "finish", [0, 0]),
      battle(21_000, "score", [300, 450]),
    ];
    const { insights } = foldedWith(opened(), ...items, tick(30_000));
    expect(momentsIn(insights, "battleOpened").length).toBe(1);
    expect(momentsIn(insights, "battleFinished").map(({ params }) => params)).toEqual([{ own: 300, best: 450 }]);
  });

  it("finishes with its own score, when another one began before its end", () => {
    const items = [
      battle(1_000, "score", [300, 450], "a"),
      battle(2_000, "open", [0, 0], "b"),
      battle(3_000, "finish", [], "a"),
      battle(4_000, "finish", [0, 0], "b"),
    ];
    expect(momentsOf("battleFinished", ...items, tick(20_000)).map(({ params }) => params)).toEqual([
      { own: 300, best: 450 },
      { own: 0, best: 0 },
    ]);
  });

  it("is over with its final score, when that comes after the end, or the last one, when it does not", () => {
    const before = [battle(1_000, "open", [0, 0]), battle(9_000, "score", [300, 450]), battle(20_000, "finish", [0, 0])];
    const final = [battle(20_500, "finish", [700, 450]), battle(21_000, "finish", [700, 450])];
    const saidOf = (...items: FoldItem[]) => momentsOf("battleFinished", ...before, ...items);
    expect(saidOf(tick(24_000))).toEqual([]);
    expect(saidOf(...final, tick(60_000)).map(({ params }) => params)).toEqual([{ own: 700, best: 700 }]);
    expect(saidOf(tick(60_000))).toMatchObject([
      { params: { own: 300, best: 450 }, eventId: before[2]?.id, atMs: START_MS + 30_000 },
    ]);
  });

  it("that was only told late did not happen now", () => {
    expect(momentsOf("battleOpened", { ...battle(1_000, "open", [0, 0]), late: true as const })).toEqual([]);
  });
});

describe("firsts", () => {
  it("are a viewer's first gift, and the largest gift so far from 100 diamonds on", () => {
    const ann = userNamed("ann");
    const bob = userNamed("bob");
    const items = [
      gift(1_000, { user: ann, diamondsEach: 1 }),
      gift(2_000, { user: bob, diamondsEach: 500, name: "Crown" }),
      gift(3_000, { user: ann, diamondsEach: 200 }),
      gift(4_000, { user: ann, diamondsEach: 600 }),
    ];
    const { insights } = foldedWith(opened(), ...items);
    expect(momentsIn(insights, "firstGift").map(({ params }) => params["name"])).toEqual(["ann", "bob"]);
    expect(momentsIn(insights, "topGift").map(({ params }) => params)).toEqual([
      { name: "bob", gift: "Crown", diamonds: 500 },
      { name: "ann", gift: "Rose", diamonds: 600 },
    ]);
  });

  it("come of a streak once, however many messages it has", () => {
    const streak = [1, 2, 3, 4].map((count) =>
      gift(count * 1_000, { count, diamondsEach: 100, streakId: "s1", streakOpen: count < 4 }),
    );
    const { insights } = foldedWith(opened(), ...streak, tick(60_000));
    expect(momentsIn(insights, "firstGift").length).toBe(1);
    expect(momentsIn(insights, "topGift").map(({ params }) => params["diamonds"])).toEqual([400]);
  });

  it("are what a viewer writes first, said with its event, and not kept", () => {
    const first = chat(1_000, { user: userNamed("ann") });
    const { state, insights } = foldedWith(
      opened(),
      chat(500, { user: userNamed("old"), late: true }),
      first,
      chat(2_000, { user: userNamed("ann") }),
    );
    expect(momentsIn(insights, "firstChat")).toMatchObject([{ eventId: first.id, params: { name: "ann" } }]);
    expect(documentRules.moments?.of(state)).toEqual([]);
  });
});

describe("moments", () => {
  it("keep the last hundred, and of first gifts no more than thirty, so that something else is left", () => {
    const gifts = Array.from({ length: 300 }, (_, n) => gift(10_000 + n, { user: userNamed(`g${n}`) }));
    const { state } = foldedWith(opened(), battle(1_000, "open", [0, 0]), ...gifts);
    const kinds = documentRules.moments?.of(state).map(({ kind }) => kind) ?? [];
    expect(kinds.filter((kind) => kind === "firstGift").length).toBe(30);
    expect(kinds).toContain("battleOpened");
  });

  it("are as the protocol has them, of this time, and each id is said once but for a spike's two", () => {
    fc.assert(
      fc.property(someItems, (items) => {
        const state = createFold();
        const insights: Insight[] = [];
        foldItems(state, items, insights);
        const moments = insights.filter((insight) => insight.type === "moment" || insight.type === "spike");
        for (const moment of moments) {
          insightSchema.parse(moment);
          expect(moment.atMs).toBeGreaterThanOrEqual(START_MS);
          expect(moment.atMs).toBeLessThanOrEqual(state.nowMs);
        }
        const ids = moments.filter(({ type }) => type === "moment").map((moment) => ("id" in moment ? moment.id : ""));
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { seed: 3, numRuns: 100 },
    );
  }, 60_000);
});
