import { battleSchema } from "@frontrow/protocol/event";
import { describe, expect, it } from "vitest";
import type { ArmiesBody, BattleBody } from "../source/messages.ts";
import { armiesOf, battleOf } from "./battle.ts";
import { Host } from "./host.ts";

const base = { id: "1", atMs: 1, sentAtMs: 1 };
const battle: BattleBody = {
  battleId: "9",
  action: 4,
  battleResult: [],
  armies: [],
  anchorsInfo: [],
  teamMember: [],
  teamBattleResult: [],
  teamArmies: [],
};
const anchor = (userId: string, displayId: string) => ({
  key: userId,
  value: { user: { userId, nickName: displayId, displayId } },
});
const of = (change: Partial<BattleBody>, host = new Host({ id: "7" })) => battleOf(base, { ...battle, ...change }, host);

describe("a battle", () => {
  it("names its own host by id, wherever the list has them", () => {
    const anchorsInfo = [anchor("8", "max"), anchor("7", "lena")];
    const battleResult = [
      { key: "8", value: { userId: "8", score: "900" } },
      { key: "7", value: { userId: "7", score: "5" } },
    ];
    const event = of({ action: 5, anchorsInfo, battleResult });
    expect(battleSchema.parse(event)).toMatchObject({
      state: "finish",
      ownHostId: "7",
      hosts: [{ id: "8", handle: "max" }, { id: "7" }],
      scores: expect.arrayContaining([
        { hostId: "7", score: 5 },
        { hostId: "8", score: 900 },
      ]),
    });
  });

  it("names its own host by handle when the id is not known, and none when nothing is", () => {
    const anchorsInfo = [anchor("8", "max"), anchor("7", "lena")];
    expect(of({ anchorsInfo }, new Host({ handle: "lena" }))).toMatchObject({ ownHostId: "7" });
    expect(of({ anchorsInfo }, new Host())).not.toHaveProperty("ownHostId");
  });

  it("has scores by key, beside them, or from the armies", () => {
    const scores = [{ hostId: "8", score: 12 }];
    expect(of({ battleResult: [{ key: "8", value: { userId: "0", score: "12" } }] })).toMatchObject({ scores });
    expect(of({ battleResult: [{ key: "0", value: { userId: "8", score: "12" } }] })).toMatchObject({ scores });
    const army = (hostscore: string) => ({ key: "8", value: { hostscore, anchorIdStr: "" } });
    expect(of({ armies: [army("11"), army("12")] })).toMatchObject({ scores });
    expect(of({ armies: [{ key: "8", value: { hostscore: "12", anchorIdStr: "" } }] })).toMatchObject({ scores });
    expect(of({ armies: [{ key: "0", value: { hostscore: "12", anchorIdStr: "8" } }] })).toMatchObject({ scores });
  });

  it("of teams has their scores, and who is in them from wherever it is told", () => {
    const teamBattleResult = [
      { teamId: "a", teamUser: [{ userId: "0", userIdStr: "7" }], totalScore: "50" },
      { teamId: "b", teamUser: [], totalScore: "70" },
    ];
    const teamMember = [{ teamId: "b", userId: ["8", "10"] }];
    const teams = [
      { teamId: "a", hostIds: ["7"], score: 50 },
      { teamId: "b", hostIds: ["8", "10"], score: 70 },
    ];
    expect(of({ action: 5, teamBattleResult, teamMember })).toMatchObject({ teams });
  });

  it("ends when its settings say so, or after its seconds", () => {
    expect(of({ battleSettings: { startTimeMs: "5000", endTimeMs: "9000", duration: 300 } })).toMatchObject({ endsAtMs: 9_000 });
    expect(of({ battleSettings: { startTimeMs: "5000", endTimeMs: "0", duration: 300 } })).toMatchObject({
      startsAtMs: 5_000,
      endsAtMs: 305_000,
    });
    expect(of({})).not.toHaveProperty("endsAtMs");
  });
});

describe("a battle's running score", () => {
  it("is by key, or by the id beside it, and of teams", () => {
    const body: ArmiesBody = {
      battleId: "9",
      armies: [
        { key: "7", value: { hostscore: "12", anchorIdStr: "" } },
        { key: "0", value: { hostscore: "13", anchorIdStr: "8" } },
      ],
      teamArmies: [{ teamId: "a", teamUser: [{ userId: "7", userIdStr: "" }], teamTotalScore: "25" }],
    };
    expect(battleSchema.parse(armiesOf(base, body, new Host({ id: "7" })))).toMatchObject({
      state: "score",
      ownHostId: "7",
      scores: expect.arrayContaining([
        { hostId: "7", score: 12 },
        { hostId: "8", score: 13 },
      ]),
      teams: [{ teamId: "a", hostIds: ["7"], score: 25 }],
    });
  });
});
