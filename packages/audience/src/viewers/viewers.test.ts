import type { LiveEvent } from "@frontrow/protocol/event";
import type { ViewerUpdate } from "@frontrow/protocol/insight";
import { userNamed } from "@frontrow/testkit/users";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentRules } from "../documents.ts";
import { type FoldItem, foldItems } from "../fold.ts";
import { restoreKeyframe, takeKeyframe } from "../keyframe.ts";
import { createFold, type FoldState } from "../state.ts";
import { chat, closed, gap, gift, like, moderation, opened, START_MS, social, subscribe, tick } from "../testing/events.ts";

const MINUTE = 60_000;
const audienceAfter = (...items: FoldItem[]): ViewerUpdate => {
  const state = createFold();
  foldItems(state, [opened(), ...items]);
  return documentRules.viewerUpdate?.of(state) as ViewerUpdate;
};
const by = (id: string) => ({ user: userNamed(id) });

describe("who is here", () => {
  it("is whoever was seen in the last five minutes", () => {
    const seen = [chat(0, by("a")), chat(1_000, by("b")), chat(4 * MINUTE, by("a"))];
    expect(audienceAfter(...seen, tick(4 * MINUTE)).active).toBe(2);
    expect(audienceAfter(...seen, tick(5.5 * MINUTE)).active).toBe(1);
    expect(audienceAfter(...seen, tick(20 * MINUTE)).active).toBe(0);
  });

  it("is somebody new for five minutes, and somebody back who comes after ten minutes away", () => {
    const audience = audienceAfter(chat(0, by("a")), chat(11 * MINUTE, by("b")), social("member", 11 * MINUTE, "a"));
    expect(audience).toMatchObject({ newcomers: 1, returning: 1, back: [{ id: "a" }] });
    expect(audience.newest.map(({ id }) => id)).toEqual(["b", "a"]);
  });

  it("is not back who only said nothing for a while", () => {
    const audience = audienceAfter(chat(0, by("a")), chat(15 * MINUTE, by("a")));
    expect(audience).toMatchObject({ active: 1, returning: 0, back: [], ranking: [{ visits: 1, watchMs: 0 }] });
  });

  it("is not back whom we could not see: after a gap, or without a source", () => {
    const comes = social("member", 16 * MINUTE, "a");
    const hidden = gap(14 * MINUTE, 1 * MINUTE, 14 * MINUTE);
    expect(audienceAfter(chat(0, by("a")), hidden, comes)).toMatchObject({ returning: 0, ranking: [{ visits: 1 }] });
    const away = [closed(1 * MINUTE), opened(14 * MINUTE)];
    expect(audienceAfter(chat(0, by("a")), ...away, comes)).toMatchObject({ returning: 0, ranking: [{ visits: 1 }] });
    const openedTwice = [closed(0), opened(1), chat(2, by("a")), opened(14 * MINUTE)];
    expect(audienceAfter(chat(0, by("b")), ...openedTwice, comes)).toMatchObject({ returning: 1 });
    const blink = gap(8 * MINUTE, 7 * MINUTE, 7 * MINUTE + 5_000);
    expect(audienceAfter(chat(0, by("a")), blink, comes)).toMatchObject({ returning: 1, ranking: [{ visits: 2 }] });
  });

  it("is named no more among who came when moderation took them off the screen", () => {
    const items = [chat(0, by("a")), chat(1, by("b"))];
    const state = createFold();
    foldItems(state, [opened(), ...items]);
    const version = documentRules.viewerUpdate?.version(state);
    foldItems(state, [moderation(2, [], ["a"])]);
    expect(documentRules.viewerUpdate?.of(state).newest.map(({ id }) => id)).toEqual(["b"]);
    expect(documentRules.viewerUpdate?.version(state)).not.toBe(version);
  });

  it("is looked at again when one acts in the very moment in which another is gone", () => {
    const state = createFold();
    const version = () => documentRules.viewerUpdate?.version(state);
    foldItems(state, [opened(), chat(0), chat(4 * MINUTE, { user: userNamed("u2") })]);
    const before = version();
    foldItems(state, [chat(6 * MINUTE, { user: userNamed("u2") })]);
    expect(documentRules.viewerUpdate?.of(state).active).toBe(1);
    expect(version()).not.toBe(before);
  });

  it("does not come of what came late", () => {
    expect(audienceAfter(chat(0, { ...by("a"), late: true }))).toMatchObject({ active: 0, newcomers: 0, newest: [] });
  });
});

describe("watch time", () => {
  it("goes on between two events that are not far apart, and counts nothing of an absence", () => {
    const times = [0, 4, 8, 30, 32].map((minute) => social("member", minute * MINUTE, "a"));
    const [viewer] = audienceAfter(...times, chat(32 * MINUTE, by("a"))).ranking;
    expect(viewer).toMatchObject({ watchMs: 10 * MINUTE, visits: 2, firstSeenMs: START_MS, lastSeenMs: START_MS + 32 * MINUTE });
  });

  it("has nothing of what came late in it", () => {
    const items = [chat(0, { ...by("a"), late: true }), chat(4 * MINUTE, by("a"))];
    expect(audienceAfter(...items).ranking).toMatchObject([{ watchMs: 0, visits: 1 }]);
    expect(audienceAfter(...items, chat(6 * MINUTE, by("a"))).ranking).toMatchObject([{ watchMs: 2 * MINUTE }]);
  });

  it("puts everybody in one of four classes", () => {
    const stays = (id: string, minutes: number) =>
      Array.from({ length: minutes + 1 }, (_, minute) => social("member", minute * MINUTE, id));
    const items = [...stays("a", 2), ...stays("b", 7), ...stays("c", 20), ...stays("d", 40), ...stays("e", 41)];
    expect(audienceAfter(...items.sort((x, y) => x.atMs - y.atMs)).watchTime).toEqual([1, 1, 1, 2]);
  });
});

describe("the ranking", () => {
  it("puts who does much before who repeats one thing", () => {
    const items = [
      ...Array.from({ length: 40 }, (_, n) => chat(n, by("talker"))),
      chat(50, by("fan")),
      social("share", 51, "fan"),
      social("follow", 52, "fan"),
      gift(53, { ...by("fan"), diamondsEach: 100 }),
    ];
    const { ranking } = audienceAfter(...items);
    expect(ranking.map(({ user }) => user.id)).toEqual(["fan", "talker"]);
    expect(ranking[0]).toMatchObject({ chats: 1, shares: 1, followed: true, diamonds: 100, gifts: 1 });
    expect(ranking[0]?.points).toBeCloseTo(4 + 6 + 10 + 8 * Math.log2(101), 1);
  });

  it("is the same fifty as if everybody was ranked in the end, whatever it was restored from on the way", () => {
    const doings = fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 30 })), {
      minLength: 60,
      maxLength: 400,
    });
    fc.assert(
      fc.property(doings, (all) => {
        let state = createFold();
        const diamonds = new Map<string, number>();
        all.forEach(([who, amount], n) => {
          // A keyframe of before the ranked were kept in order has neither.
          if (n === Math.floor(all.length / 2)) {
            delete state.viewers.ranking.lowestFirst;
            for (const one of state.viewers.ranking.byRow.values()) delete one.placed;
          }
          if (n === Math.floor(all.length * 0.75)) state = restoreKeyframe(takeKeyframe(state)) as FoldState;
          diamonds.set(`v${who}`, (diamonds.get(`v${who}`) ?? 0) + amount);
          foldItems(state, [gift(n, { ...by(`v${who}`), diamondsEach: amount })]);
        });
        const expected = [...diamonds].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 50);
        expect(documentRules.ranking?.of(state).map(({ user }) => user.id)).toEqual(expected.map(([id]) => id));
      }),
      { seed: 11, numRuns: 100 },
    );
  });

  it("counts the time of who does nothing but watch and come by", () => {
    const watchers = Array.from({ length: 12 }, (_, n) => `w${n}`);
    const visits = Array.from({ length: 16 }, (_, n) => watchers.map((who) => social("member", n * 4 * MINUTE, who))).flat();
    const talkers = Array.from({ length: 60 }, (_, n) => chat(61 * MINUTE + n, by(`z${n}`)));
    const { ranking } = audienceAfter(...visits, ...talkers);
    expect(ranking.map(({ points }) => points)).toEqual(Array.from({ length: 10 }, () => 60));
    expect(ranking.every(({ user }) => user.id.startsWith("w"))).toBe(true);
  });

  it("never loses a point by something that a viewer does", () => {
    const doing = fc.constantFrom<(at: number) => LiveEvent>(
      (at) => chat(at, by("a")),
      (at) => like(at, 5, 5, by("a")),
      (at) => social("share", at, "a"),
      (at) => social("follow", at, "a"),
      (at) => gift(at, by("a")),
    );
    fc.assert(
      fc.property(fc.array(doing, { minLength: 1, maxLength: 40 }), (doings) => {
        const state = createFold();
        let before = 0;
        doings.forEach((make, n) => {
          foldItems(state, [make(n * 700)]);
          const points = documentRules.ranking?.of(state)[0]?.points ?? 0;
          expect(points).toBeGreaterThanOrEqual(before);
          before = points;
        });
      }),
      { seed: 12, numRuns: 100 },
    );
  });
});

describe("a hundred thousand viewers", () => {
  it("are told apart, take less than 80 bytes each, and come back from a keyframe", () => {
    const state = createFold();
    for (let n = 0; n < 100_000; n++) foldItems(state, [social("member", n, `71234567890${n}`)]);
    foldItems(state, [social("member", 100_001, "7123456789042")]);
    expect(state.viewers.table.size).toBe(100_000);
    const bytes = takeKeyframe(state).slices.reduce((sum, slice) => sum + slice.byteLength, 0);
    expect(bytes).toBeLessThan(8_000_000);
    const restored = restoreKeyframe(takeKeyframe(state));
    foldItems(restored ?? createFold(), [social("member", 100_002, "7123456789099999"), social("member", 100_003, "new")]);
    expect(restored?.viewers.table.size).toBe(100_001);
  });
});

describe("the limits of presence", () => {
  const ranked = (...items: FoldItem[]) => audienceAfter(...items).ranking;

  it("are five minutes of a pause that is watched, and ten of an absence", () => {
    expect(ranked(chat(0, by("a")), chat(5 * MINUTE, by("a")))).toMatchObject([{ watchMs: 5 * MINUTE, visits: 1 }]);
    expect(ranked(chat(0, by("a")), chat(5 * MINUTE + 1_000, by("a")))).toMatchObject([{ watchMs: 0, visits: 1 }]);
    expect(audienceAfter(chat(0, by("a")), social("member", 10 * MINUTE, "a")).returning).toBe(1);
    expect(audienceAfter(chat(0, by("a")), social("member", 10 * MINUTE - 1_000, "a")).returning).toBe(0);
  });

  it("put five minutes of watching into the second class", () => {
    expect(audienceAfter(chat(0, by("a")), chat(5 * MINUTE - 1_000, by("a"))).watchTime).toEqual([1, 0, 0, 0]);
    expect(audienceAfter(chat(0, by("a")), chat(5 * MINUTE, by("a"))).watchTime).toEqual([0, 1, 0, 0]);
  });

  it("are a minute of a gap that hides an absence, and the gap that ended last counts", () => {
    const comes = social("member", 16 * MINUTE, "a");
    const returns = (...gaps: FoldItem[]): number => audienceAfter(chat(0, by("a")), ...gaps, comes).returning;
    expect(returns(gap(14 * MINUTE, 5 * MINUTE, 6 * MINUTE))).toBe(0);
    expect(returns(gap(14 * MINUTE, 5 * MINUTE, 6 * MINUTE - 1))).toBe(1);
    const seen = chat(4 * MINUTE, by("a"));
    expect(returns(seen, gap(14 * MINUTE, 5 * MINUTE, 7 * MINUTE), gap(15 * MINUTE, 1 * MINUTE, 3 * MINUTE))).toBe(0);
  });

  it("begin anew with each closing of the source", () => {
    const blinks = [closed(1_000), opened(2_000), chat(2 * MINUTE, by("a")), closed(3 * MINUTE), opened(3 * MINUTE + 10_000)];
    expect(audienceAfter(...blinks, social("member", 16 * MINUTE, "a")).returning).toBe(1);
  });

  it("are whole seconds", () => {
    const [viewer] = ranked(chat(1_234, by("a")), chat(3_999, by("a")));
    expect(viewer).toMatchObject({ firstSeenMs: START_MS + 1_000, lastSeenMs: START_MS + 3_000, watchMs: 2_000 });
    const [later] = ranked(chat(0, by("b")), chat(7_500, { ...by("a") }), gift(7_600, by("a")));
    expect(later).toMatchObject({ user: { id: "a" }, firstSeenMs: START_MS + 7_000 });
  });
});

describe("who arrived and who returned", () => {
  const away = (ids: readonly string[]) => [
    ...ids.map((id, n) => chat(n, by(id))),
    ...ids.map((id, n) => social("member", 11 * MINUTE + n, id)),
  ];

  it("are ten at most, each once, the latest first", () => {
    const many = Array.from({ length: 15 }, (_, n) => `v${n}`);
    const { newest, back } = audienceAfter(...away(many));
    expect([newest.length, back.length]).toEqual([10, 10]);
    expect([newest[0]?.id, back[0]?.id]).toEqual(["v14", "v14"]);
    const again = audienceAfter(...away(["a", "b"]), social("member", 22 * MINUTE, "a"));
    expect(again.back.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("are without those whom moderation removed", () => {
    const { newest, back } = audienceAfter(...away(["a", "b"]), moderation(12 * MINUTE, [], ["b"]));
    expect([newest.map(({ id }) => id), back.map(({ id }) => id)]).toEqual([["a"], ["a"]]);
  });
});

describe("a viewer of the ranking", () => {
  it("has all that they did in it, and is named as they are now", () => {
    const renamed = { user: { ...userNamed("a"), nickname: "new name" } };
    const { ranking } = audienceAfter(
      chat(0, by("a")),
      like(1, 7, 7, by("a")),
      { ...subscribe(2), ...by("a") },
      social("follow", 3, "a"),
      chat(4, renamed),
    );
    expect(ranking).toMatchObject([{ user: { nickname: "new name" }, chats: 2, likes: 7, subscribed: true, followed: true }]);
    expect(ranking[0]?.points).toBeCloseTo(4 * Math.sqrt(2) + Math.sqrt(7) + 20 + 10, 1);
  });

  it("rises by a follow, or a subscription, alone", () => {
    expect(audienceAfter(social("follow", 0, "a")).ranking).toMatchObject([{ points: 10 }]);
    expect(audienceAfter({ ...subscribe(0), ...by("a") }).ranking).toMatchObject([{ points: 20 }]);
  });
});
