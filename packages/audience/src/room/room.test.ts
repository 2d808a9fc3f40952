import type { Room } from "@frontrow/protocol/insight";
import { roomSchema } from "@frontrow/protocol/insight";
import { userNamed } from "@frontrow/testkit/users";
import { describe, expect, it } from "vitest";
import { documentRules } from "../documents.ts";
import type { FoldItem } from "../fold.ts";
import { metricsOf } from "../metrics.ts";
import { foldedWith } from "../testing/broadcast.ts";
import {
  battle,
  chat,
  chest,
  closed,
  gift,
  goal,
  guest,
  moderation,
  opened,
  personNamed,
  pin,
  poll,
  roomUser,
  START_MS,
  tick,
} from "../testing/events.ts";

const late = { late: true } as const;
const openedBy = (hostId: string): FoldItem => ({ ...(opened() as Extract<FoldItem, { type: "sourceOpened" }>), hostId });
const roomAfter = (...items: FoldItem[]): Room => {
  const { state } = foldedWith(opened(), ...items);
  return roomSchema.parse(documentRules.room?.of(state));
};
const metricsAfter = (...items: FoldItem[]) => metricsOf(foldedWith(opened(), ...items).state);

describe("a gift to a guest on stage", () => {
  const toGuest = (at: number, id = "ann", more = {}) =>
    gift(at, { user: userNamed("fan"), receiver: personNamed(id), diamondsEach: 1_000, ...more });

  it("is the guest's, and in none of the host's numbers", () => {
    const items = [roomUser(0, 200), toGuest(1_000), gift(2_000, { user: userNamed("other"), diamondsEach: 5 }), tick(60_000)];
    const { state, insights } = foldedWith(opened(), ...items);
    expect(metricsOf(state)).toMatchObject({ gifts: 1, diamonds: 5, guestGifts: 1, guestDiamonds: 1_000, diamondsPerMinute: 5 });
    const moments = insights.filter(({ type }) => type === "moment");
    expect(moments).toMatchObject([{ kind: "firstGift", user: { id: "other" } }]);
    expect(documentRules.leaderboard?.of(state).gifters.map(({ user }) => user.id)).toEqual(["other"]);
    expect(documentRules.ranking?.of(state).find(({ user }) => user.id === "fan")?.diamonds ?? 0).toBe(0);
    expect(documentRules.explanations?.of(state).diamonds).toMatchObject({ value: 5, events: 1, streaks: 1 });
    expect(documentRules.room?.of(state).guests).toEqual([
      { guest: personNamed("ann"), isOnStage: false, diamonds: 1_000, gifts: 1 },
    ]);
    expect(insights.some((insight) => insight.type === "automatedPrompt" && insight.trigger === "thankGifter")).toBe(false);
  });

  it("counts once at the end of its streak, whichever of its messages says whose it is", () => {
    const tap = (at: number, count: number, streakOpen: boolean, receiver: boolean) =>
      gift(at, { streakId: "s", count, streakOpen, diamondsEach: 10, ...(receiver ? { receiver: personNamed("ann") } : {}) });
    const metrics = metricsAfter(tap(0, 1, true, false), tap(500, 2, true, true), tap(900, 3, false, false));
    expect(metrics).toMatchObject({ gifts: 0, diamonds: 0, guestGifts: 3, guestDiamonds: 30 });
  });

  it("that names the host is the host's", () => {
    const { state } = foldedWith(openedBy("host"), toGuest(1_000, "host"));
    expect(metricsOf(state)).toMatchObject({ diamonds: 1_000, guestDiamonds: 0 });
  });

  it("is none of the host's when nobody is known to have sent it, when it expires, or came late", () => {
    const nobody = { user: undefined, ...late };
    expect(metricsAfter(toGuest(0, "ann", nobody))).toMatchObject({ gifts: 0, guestGifts: 1, uniqueViewers: 0 });
    expect(metricsAfter(toGuest(0, "ann", { streakOpen: true }), tick(20_000))).toMatchObject({ gifts: 0, guestGifts: 1 });
  });
});

describe("guests", () => {
  it("are those on stage and those who received gifts, most diamonds first", () => {
    const given = gift(3_000, { receiver: personNamed("bob"), diamondsEach: 7 });
    const stage = [
      guest(0, "ann"),
      guest(0, "bob"),
      guest(0, "eve"),
      guest(2_000, "eve", "left"),
      given,
      guest(4_000, "bob", "left"),
    ];
    expect(roomAfter(...stage).guests).toMatchObject([
      { guest: { id: "bob" }, isOnStage: false, diamonds: 7 },
      { guest: { id: "ann" }, isOnStage: true, diamonds: 0 },
    ]);
  });

  it("keep their names where a message has no more than an id", () => {
    const nameless = { ...personNamed("ann"), nickname: "", handle: "" };
    const given = gift(1_000, { receiver: nameless });
    expect(roomAfter(guest(0, "ann"), given).guests[0]?.guest).toEqual(personNamed("ann"));
  });

  it("are at most twenty, those on stage among them, however many receive gifts", () => {
    const many = Array.from({ length: 500 }, (_, n) => gift(n, { receiver: personNamed(`g${n}`), diamondsEach: n + 1 }));
    const { guests } = roomAfter(guest(0, "ann"), ...many);
    expect([guests.length, guests[0]?.guest.id, guests.at(-1)?.guest.id]).toEqual([20, "g499", "ann"]);
  });

  it("leave by missing from a list of all, unless it is older than what is known", () => {
    const list = { ...guest(2_000, "ann"), onStage: ["ann"] };
    const stage = [guest(0, "ann"), guest(0, "bob"), guest(1_000, "eve")];
    const given = gift(500, { receiver: personNamed("bob") });
    expect(roomAfter(...stage, given, list).guests).toMatchObject([
      { guest: { id: "bob" }, isOnStage: false },
      { guest: { id: "ann" }, isOnStage: true },
    ]);
    expect(roomAfter(...stage, { ...guest(2_000, "host", "left"), onStage: [] }).guests).toEqual([]);
    const older = { ...list, ...late, sentAtMs: START_MS + 500 };
    expect(roomAfter(...stage, older).guests.map(({ guest: { id } }) => id)).toEqual(["ann", "eve"]);
  });

  it("are where the newest message says, though history is told after it", () => {
    const history = { ...guest(500, "ann", "left"), ...late };
    expect(roomAfter(guest(1_000, "ann"), { ...history, atMs: START_MS + 2_000 }).guests).toMatchObject([{ isOnStage: true }]);
    expect(roomAfter({ ...guest(1_000, "ann"), ...late }).guests).toMatchObject([{ isOnStage: true }]);
  });
});

describe("the battle on the screen", () => {
  const hosts = [personNamed("them"), personNamed("us")];
  const between = (at: number, state: "open" | "score" | "finish", them: number, us: number, more = {}) => ({
    ...battle(at, state, []),
    ownHostId: "us",
    hosts,
    scores: [
      { hostId: "them", score: them },
      { hostId: "us", score: us },
    ],
    ...more,
  });
  const sides = (...items: FoldItem[]) =>
    roomAfter(...items).battle?.sides.map((side) => [side.hosts[0]?.id, side.score, side.isOwn]);

  it("has the own side first, however TikTok lists them, and the score as it runs", () => {
    const { hosts: _hosts, ownHostId: _own, ...score } = between(5_000, "score", 900, 300);
    expect(sides(between(0, "open", 0, 0), score)).toEqual([
      ["us", 300, true],
      ["them", 900, false],
    ]);
    expect(roomAfter(between(0, "open", 0, 0), score).battle?.sides[1]?.hosts).toEqual([personNamed("them")]);
  });

  it("is decided by the host's id of the source where the message does not name it", () => {
    const items = [{ ...between(0, "score", 900, 300), ownHostId: undefined }] as unknown as FoldItem[];
    const { state, insights } = foldedWith(openedBy("us"), ...items, { ...between(9_000, "finish", 900, 300), ownHostId: "us" });
    expect(documentRules.room?.of(state).battle?.sides[0]).toMatchObject({ isOwn: true, score: 300 });
    expect(insights.find((one) => one.type === "moment" && one.kind === "battleFinished")).toMatchObject({
      params: { own: 300, best: 900 },
    });
  });

  it("claims no own score where the own side is not known", () => {
    const finish = { ...battle(0, "finish", [900, 300]) };
    delete finish.ownHostId;
    const { insights } = foldedWith(opened(), finish);
    expect(insights.filter((one) => one.type === "moment").map(({ kind, params }) => [kind, params])).toEqual([
      ["battleFinished", {}],
    ]);
  });

  it("has teams, with their scores alone", () => {
    const teams = [
      { teamId: "1", hostIds: ["x", "y"], score: 50 },
      { teamId: "2", hostIds: ["us", "ally"], score: 70 },
    ];
    const { state, insights } = foldedWith(opened(), between(0, "open", 0, 0), {
      ...between(5_000, "finish", 0, 0, { teams }),
      scores: [],
    });
    const shown = documentRules.room
      ?.of(state)
      .battle?.sides.map((side) => [side.hosts.map(({ id }) => id), side.score, side.isOwn]);
    expect(shown).toEqual([
      [["us", "ally"], 70, true],
      [["x", "y"], 50, false],
    ]);
    expect(insights.at(-1)).toMatchObject({ kind: "battleFinished", params: { own: 70, best: 70 } });
  });

  it("stays for a minute after its end, and goes when nothing is said of it any more", () => {
    const over = [between(0, "open", 0, 0), between(9_000, "finish", 5, 4)];
    expect(roomAfter(...over, tick(65_000)).battle).toMatchObject({ state: "finish" });
    expect(roomAfter(...over, tick(75_000)).battle).toBeUndefined();
    expect(roomAfter(between(0, "open", 0, 0), tick(115_000)).battle).toMatchObject({ state: "open" });
    expect(roomAfter(between(0, "open", 0, 0), tick(126_000)).battle).toBeUndefined();
  });

  it("is the next one as soon as that begins", () => {
    const next = between(12_000, "open", 0, 0, { battleId: "b2" });
    expect(roomAfter(between(0, "open", 0, 0), between(9_000, "finish", 5, 4), next).battle).toMatchObject({ battleId: "b2" });
  });
});

describe("what stands on the screen", () => {
  it("is the pinned message, until it is unpinned or moderation takes it", () => {
    const pinned = pin(0, "m1", { user: userNamed("host") });
    expect(roomAfter(pinned).pin).toEqual({ pinnedId: "m1", user: userNamed("host"), text: "welcome" });
    expect(roomAfter(pinned, pin(1_000, "m1", { unpinned: true })).pin).toBeUndefined();
    expect(roomAfter(pinned, pin(1_000, "", { unpinned: true })).pin).toBeUndefined();
    expect(roomAfter(pinned, pin(1_000, "m2"), pin(2_000, "m1", { unpinned: true })).pin).toMatchObject({ pinnedId: "m2" });
    expect(roomAfter(pinned, moderation(1_000, ["m1"])).pin).toBeUndefined();
    expect(roomAfter(pinned, moderation(1_000, [], ["host"])).pin).toBeUndefined();
    expect(roomAfter(pinned, moderation(1_000, ["m2"], ["other"])).pin).toBeDefined();
  });

  it("are the goals, the last eight that moved", () => {
    const moved = Array.from({ length: 10 }, (_, n) => goal(n, `g${n}`, n));
    const { goals } = roomAfter(...moved, goal(20, "g5", 9));
    expect(goals.length).toBe(8);
    expect(goals.at(-1)).toEqual({ goalId: "g5", description: "roses", progress: 9, target: 10 });
  });

  it("is the poll with its votes, and for a minute its result", () => {
    const voted = [poll(0, "open", [0, 0]), poll(5_000, "votes", [3, 1]), poll(9_000, "close", [4, 1])];
    expect(roomAfter(...voted.slice(0, 2)).poll).toMatchObject({ isOpen: true, options: [{ votes: 3 }, { votes: 1 }] });
    expect(roomAfter(...voted, poll(9_100, "votes", [3, 1])).poll).toMatchObject({ isOpen: false, options: [{ votes: 4 }, {}] });
    expect(roomAfter(...voted, tick(75_000)).poll).toBeUndefined();
  });

  it("are chests, each once, until they are hidden or were opened", () => {
    const again = { ...chest(2_000, "c1"), id: "another message" };
    expect(roomAfter(chest(0, "c1"), chest(1_000, "c2"), again).chests.map(({ envelopeId }) => envelopeId)).toEqual(["c1", "c2"]);
    expect(roomAfter(chest(0, "c1"), chest(1_000, "c1", { hidden: true }), chest(2_000, "c1")).chests).toEqual([]);
    expect(roomAfter(chest(0, "c1"), tick(115_000)).chests.length).toBe(1);
    expect(roomAfter(chest(0, "c1"), tick(125_000)).chests).toEqual([]);
    const wrongClock = chest(0, "c1", { opensAtMs: START_MS + 3_600_000 });
    expect(roomAfter(wrongClock, tick(605_000)).chests).toEqual([]);
  });

  it("is empty without a source, but for goals and what guests received", () => {
    const given = gift(0, { receiver: personNamed("ann") });
    const all = [
      guest(0, "ann"),
      given,
      guest(0, "bob"),
      battle(0, "open", [0, 0]),
      goal(0, "g1", 1),
      pin(0, "m1"),
      chest(0, "c1"),
    ];
    const { guests, goals, battle: fought, pin: pinned, chests } = roomAfter(...all, poll(0, "open", [0]), closed(1_000));
    expect([fought, pinned, chests, goals.length]).toEqual([undefined, undefined, [], 1]);
    expect(guests).toMatchObject([{ guest: { id: "ann" }, isOnStage: false }]);
  });

  it("is written when it changed, and only then", () => {
    const version = (...items: FoldItem[]) => documentRules.room?.version(foldedWith(opened(), ...items).state);
    expect(version(chat(0), tick(60_000))).toBe(0);
    expect(version(goal(0, "g1", 1), chat(100), tick(60_000))).toBe(version(goal(0, "g1", 1)));
  });
});

describe("what TikTok says of the whole broadcast", () => {
  it("is how many came, the highest that was told, and when it began", () => {
    const began = { ...openedBy("host"), startedAtMs: START_MS - 60_000 } as FoldItem;
    const told = (at: number, visitors: number) => ({ ...roomUser(at, 10), visitors });
    const { state } = foldedWith(began, told(0, 500), told(5_000, 700), told(6_000, 690), roomUser(7_000, 10), opened(8_000));
    expect(metricsOf(state)).toMatchObject({ visitors: 700, startedAtMs: START_MS - 60_000 });
  });
});
