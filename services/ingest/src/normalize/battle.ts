import type { EventOf, Person } from "@frontrow/protocol/event";
import type { ArmiesBody, BattleBody, WireArmy, WireBattleSettings, WireEntry, WireNumber } from "../source/messages.ts";
import type { Host } from "./host.ts";
import type { EventBase, IgnoreReason } from "./outcome.ts";
import { countOf, idTextOf, nameOf, textOf } from "./values.ts";

type Battle = EventOf<"battle">;
type Score = Battle["scores"][number];
type Team = NonNullable<Battle["teams"]>[number];

/** Invitations and refusals are talk between hosts; a battle opens, has scores, and finishes. */
const battleStates: Readonly<Record<number, Battle["state"]>> = { 4: "open", 5: "finish", 6: "finish" };
/** Hosts of a battle; a team battle has some more. */
const MAX_HOSTS = 32;

/** A battle's opening or end. */
export function battleOf(base: EventBase, body: BattleBody, host: Host): Battle | IgnoreReason {
  const state = battleStates[body.action];
  if (!state) return "battleTalk";
  const hosts = hostsOf(body);
  const results = scoresOf(
    body.battleResult,
    ({ score }) => score,
    ({ userId }) => userId,
  );
  return {
    type: "battle",
    ...base,
    battleId: idTextOf(body.battleId),
    state,
    scores: results.length > 0 ? results : armyScoresOf(body.armies),
    ...optional("hosts", hosts),
    ...ownHostOf(host, hosts),
    ...optional("teams", teamsOf(body)),
    ...timesOf(body.battleSettings),
  };
}

/** The score while a battle runs. */
export function armiesOf(base: EventBase, body: ArmiesBody, host: Host): Battle {
  return {
    type: "battle",
    ...base,
    battleId: idTextOf(body.battleId),
    state: "score",
    scores: armyScoresOf(body.armies),
    ...ownHostOf(host, []),
    ...optional("teams", body.teamArmies.slice(0, MAX_HOSTS).map(teamOf)),
    ...timesOf(body.battleSettings),
  };
}

const armyScoresOf = (armies: readonly WireEntry<WireArmy>[]): Score[] =>
  scoresOf(
    armies,
    ({ hostscore }) => hostscore,
    ({ anchorIdStr }) => anchorIdStr,
  );

/**
 * The order of the list says nothing. A host's id is the key, or stands beside the score. Of a host who is told twice the last counts, as
 * in any map on the wire.
 */
function scoresOf<T>(entries: readonly WireEntry<T>[], scoreOf: (value: T) => WireNumber, idOf: (value: T) => string): Score[] {
  const scores = new Map<string, Score>();
  for (const { key, value } of entries.slice(0, MAX_HOSTS)) {
    const hostId = idTextOf(key) || (value ? idTextOf(idOf(value)) : "");
    if (hostId) scores.set(hostId, { hostId, score: countOf(value && scoreOf(value)) });
  }
  return [...scores.values()];
}

function hostsOf(body: BattleBody): Person[] {
  const hosts: Person[] = [];
  for (const { key, value } of body.anchorsInfo.slice(0, MAX_HOSTS)) {
    const user = value?.user;
    const id = idTextOf(user?.userId) || idTextOf(key);
    if (!id) continue;
    const handle = nameOf(user?.displayId);
    hosts.push({ id, handle, nickname: nameOf(user?.nickName), avatarUrl: textOf(user?.avatarThumb?.urlList[0]) });
  }
  return hosts;
}

/** By the host's id; else that of the one who has the host's name. */
function ownHostOf(host: Host, hosts: readonly Person[]): Pick<Battle, "ownHostId"> {
  const ownHostId = host.id || hosts.find((each) => host.is(each))?.id;
  return ownHostId ? { ownHostId } : {};
}

/** Results when it has ended, armies while it runs; who is in a team may be told apart from both. */
function teamsOf(body: BattleBody): Team[] {
  const members = new Map(body.teamMember.map(({ teamId, userId }) => [teamId, userId.map(idTextOf).filter(Boolean)]));
  const results = body.teamBattleResult.map(({ teamId, teamUser, totalScore }) => ({
    teamId,
    teamUser,
    teamTotalScore: totalScore,
  }));
  const teams = (results.length > 0 ? results : body.teamArmies).slice(0, MAX_HOSTS).map(teamOf);
  return teams.map((team) => (team.hostIds.length > 0 ? team : { ...team, hostIds: members.get(team.teamId) ?? [] }));
}

const teamOf = ({ teamId, teamUser, teamTotalScore }: ArmiesBody["teamArmies"][number]): Team => ({
  teamId: textOf(teamId),
  hostIds: teamUser.map((user) => idTextOf(user.userId) || idTextOf(user.userIdStr)).filter(Boolean),
  score: countOf(teamTotalScore),
});

function timesOf(settings: WireBattleSettings | undefined): Pick<Battle, "startsAtMs" | "endsAtMs"> {
  const startsAtMs = countOf(settings?.startTimeMs);
  if (startsAtMs === 0) return {};
  const durationMs = countOf(settings?.duration) * 1000;
  const endsAtMs = countOf(settings?.endTimeMs) || (durationMs > 0 ? startsAtMs + durationMs : 0);
  return endsAtMs > 0 ? { startsAtMs, endsAtMs } : { startsAtMs };
}

const optional = <K extends string, T>(name: K, list: readonly T[]): { [key in K]?: T[] } =>
  (list.length > 0 ? { [name]: list } : {}) as { [key in K]?: T[] };
