import type { Room } from "@frontrow/protocol/insight";
import { describe, expect, it } from "vitest";
import { battleView, chestText, isEmpty, percentOf, stageSummary, timeLeft } from "./stage-view.ts";

const NOW = 1_800_000_000_000;
const person = (id: string) => ({ id, handle: id, nickname: id, avatarUrl: "" });
const side = (id: string, score: number, isOwn = false) => ({ hosts: [person(id)], score, isOwn });
const battle = (sides: ReturnType<typeof side>[], more: Partial<NonNullable<Room["battle"]>> = {}) =>
  ({ battleId: "b", state: "open", sides, ...more }) as NonNullable<Room["battle"]>;
const empty: Room = { type: "room", atMs: NOW, guests: [], goals: [], chests: [] };

describe("a battle", () => {
  it("has both sides with their share of the points, and the time that is left by the server's clock", () => {
    const view = battleView(battle([side("alice", 300, true), side("bob", 100)], { endsAtMs: NOW + 132_100 }), NOW);
    expect(view.sides.map(({ names, share, isOwn }) => [names, share, isOwn])).toEqual([
      ["alice", 0.75, true],
      ["bob", 0.25, false],
    ]);
    expect([view.word, view.tone, view.left]).toEqual(["Ahead by 200", "good", "02:13"]);
  });
  it.each([
    [0, 0, "open", "Even", "neutral"],
    [5, 9, "open", "Behind by 4", "bad"],
    [5, 9, "finish", "Lost by 4", "bad"],
    [9, 5, "finish", "Won by 4", "good"],
    [9, 9, "finish", "Draw", "neutral"],
  ] as const)("of %i to %i that is %s stands so: %s", (own, other, state, word, tone) => {
    const view = battleView(battle([side("alice", own, true), side("bob", other)], { state, endsAtMs: NOW + 1 }), NOW);
    expect([view.word, view.tone, view.left]).toEqual([word, tone, state === "open" ? "00:01" : undefined]);
    expect(view.sides.reduce((sum, { share }) => sum + share, 0)).toBe(1);
  });
  it("whose own side is not known names who leads or won", () => {
    expect(battleView(battle([side("alice", 1), side("bob", 2)]), NOW)).toMatchObject({ word: "bob leads", tone: "neutral" });
    expect(battleView(battle([side("alice", 1), side("bob", 2)], { state: "finish" }), NOW).word).toBe("bob won");
  });
  it("of teams names all of them, and of nobody known says so", () => {
    const teams = [
      { hosts: [person("alice"), person("cara")], score: 2, isOwn: true },
      { hosts: [], score: 1, isOwn: false },
    ];
    expect(battleView(battle(teams as never), NOW).sides.map(({ names }) => names)).toEqual(["alice, cara", "Opponent"]);
  });
});

it("time left is never negative, and says nothing where it is not known", () => {
  expect([timeLeft(NOW + 60_000, NOW), timeLeft(NOW - 5, NOW), timeLeft(NOW + 3_700_000, NOW), timeLeft(undefined, NOW)]).toEqual(
    ["01:00", "00:00", "01:01:40", undefined],
  );
  expect([chestText(NOW + 1, NOW), chestText(NOW, NOW), chestText(undefined, NOW)]).toEqual(["opens in 00:01", "open now", ""]);
});

it("a goal is reached when it is, and no sooner", () => {
  expect([percentOf(999, 1_000), percentOf(1_000, 1_000), percentOf(1_500, 1_000), percentOf(0, 0)]).toEqual([
    "99 %",
    "100 %",
    "150 %",
    "0 %",
  ]);
});

it("the stage on one line says what is there, the most pressing first", () => {
  expect([isEmpty(undefined), isEmpty(empty), stageSummary(empty, NOW)]).toEqual([true, true, []]);
  const room: Room = {
    ...empty,
    guests: [
      { guest: person("gus"), isOnStage: true, diamonds: 5, gifts: 1 },
      { guest: person("left"), isOnStage: false, diamonds: 9, gifts: 2 },
    ],
    battle: battle([side("alice", 3, true), side("bob", 1)], { endsAtMs: NOW + 5_000 }),
    goals: [{ goalId: "g", description: "Roses", progress: 64, target: 100 }],
    chests: [{ envelopeId: "e", diamonds: 20, people: 5, opensAtMs: NOW + 61_000 }],
    poll: { pollId: "p", isOpen: true, title: "?", options: [] },
    pin: { pinnedId: "x", text: "hi" },
  };
  expect(isEmpty(room)).toBe(false);
  expect(stageSummary(room, NOW)).toEqual([
    "Battle: Ahead by 2, 00:05",
    "Chest opens in 01:01",
    "Poll",
    "1 guest",
    "Goal 64 %",
    "Pinned",
  ]);
});
