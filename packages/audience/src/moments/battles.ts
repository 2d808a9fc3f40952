import type { EventOf, Person } from "@frontrow/protocol/event";
import type { Moment, Params, Room } from "@frontrow/protocol/insight";

/** Time without a message after which a battle counts as over. */
const SILENT_MS = 120_000;
/** Time within which final scores follow the end of a battle. */
const SCORES_WITHIN_MS = 10_000;
/** Time for which the result is shown. */
const RESULT_MS = 60_000;
const MAX_KNOWN = 8;
const MAX_SIDES = 8;

type BattleEvent = EventOf<"battle">;
type ShownBattle = NonNullable<Room["battle"]>;

interface Battle {
  readonly id: string;
  ownHostId: string | undefined;
  hosts: readonly Person[];
  /** The last scores that were not all 0: TikTok sends zeros where it does not know them. */
  scores: BattleEvent["scores"];
  teams: NonNullable<BattleEvent["teams"]>;
  startsAtMs: number | undefined;
  endsAtMs: number | undefined;
  /** When its end was first told. */
  endedAtMs: number | undefined;
  /** The first message of its end, until the end is reported. */
  ending: { readonly eventId: string; readonly atMs: number } | undefined;
  isReported: boolean;
}

export interface BattlesState {
  /** The battles of the last messages, the latest first: TikTok repeats both ends, interleaved with other battles. */
  known: Battle[];
  /** The ongoing battle. */
  openId: string | undefined;
  lastAtMs: number;
  /** The battle on the screen: the ongoing one, or the last one for a minute after its end. */
  shownId: string | undefined;
  changedAtMs: number;
  /** Grows with each change of what is on the screen. */
  version: number;
}

export const createBattles = (): BattlesState => ({
  known: [],
  openId: undefined,
  lastAtMs: 0,
  shownId: undefined,
  changedAtMs: 0,
  version: 0,
});

/** A battle opened, or finished: each once. */
export interface BattleChange {
  readonly kind: Extract<Moment["kind"], "battleOpened" | "battleFinished">;
  readonly battleId: string;
  readonly eventId: string;
  readonly params: Params;
}

/** Folds a message about a battle, and returns the change that it reports, if any. An end is reported with its final scores. */
export function foldBattle(state: BattlesState, event: BattleEvent, hostId: string): BattleChange | undefined {
  const { battleId, id: eventId, atMs } = event;
  const before = state.known.find(({ id }) => id === battleId);
  const battle = before ?? createBattle(battleId);
  state.known = [battle, ...state.known.filter((other) => other !== battle)].slice(0, MAX_KNOWN);
  if (battle.isReported) return undefined;
  const hasScores = describe(battle, event);
  if (event.state === "finish") {
    battle.ending ??= { eventId, atMs };
    battle.endedAtMs ??= atMs;
  }
  if (battle.ending) {
    if (state.openId === battleId) state.openId = undefined;
    show(state, atMs, true);
    return hasScores ? finish(battle, hostId) : undefined;
  }
  state.openId = battleId;
  state.lastAtMs = atMs;
  show(state, atMs, true);
  return event.state === "open" && !before ? { kind: "battleOpened", battleId, eventId, params: {} } : undefined;
}

/** At the end of an interval: finishes the battles whose final scores did not come, with the last known ones. */
export function closeBattles(state: BattlesState, nowMs: number, hostId: string): BattleChange[] {
  const isDue = ({ ending }: Battle): boolean => ending !== undefined && nowMs - ending.atMs >= SCORES_WITHIN_MS;
  return state.known
    .filter(isDue)
    .reverse()
    .map((battle) => finish(battle, hostId));
}

export const isBattleOngoing = (state: BattlesState, nowMs: number): boolean =>
  state.openId !== undefined && nowMs - state.lastAtMs < SILENT_MS;

/** At the end of an interval: takes a battle from the screen that has been over for long enough. */
export const expireBattles = (state: BattlesState, nowMs: number): void => show(state, nowMs, false);

/** The source is closed: no battle is known to go on. */
export function clearBattles(state: BattlesState, nowMs: number): void {
  state.openId = undefined;
  if (state.shownId === undefined) return;
  state.shownId = undefined;
  state.changedAtMs = nowMs;
  state.version++;
}

/** The battle on the screen, its own side first where that is known. */
export function shownBattle({ known, shownId }: BattlesState, hostId: string): ShownBattle | undefined {
  const battle = known.find(({ id }) => id === shownId);
  if (!battle) return undefined;
  const { id: battleId, endedAtMs, startsAtMs, endsAtMs } = battle;
  return {
    battleId,
    state: endedAtMs === undefined ? "open" : "finish",
    sides: sidesOf(battle, hostId),
    ...(startsAtMs === undefined ? {} : { startsAtMs }),
    ...(endsAtMs === undefined ? {} : { endsAtMs }),
  };
}

const createBattle = (id: string): Battle => ({
  id,
  ownHostId: undefined,
  hosts: [],
  scores: [],
  teams: [],
  startsAtMs: undefined,
  endsAtMs: undefined,
  endedAtMs: undefined,
  ending: undefined,
  isReported: false,
});

/** Takes over what a message says of its battle, and returns whether it says a score. Most messages say a part of it. */
function describe(battle: Battle, event: BattleEvent): boolean {
  const { hosts = [], scores, teams = [] } = event;
  battle.ownHostId = event.ownHostId ?? battle.ownHostId;
  battle.startsAtMs = event.startsAtMs ?? battle.startsAtMs;
  battle.endsAtMs = event.endsAtMs ?? battle.endsAtMs;
  if (hosts.length > 0) battle.hosts = [...hosts, ...battle.hosts.filter(({ id }) => !hosts.some((host) => host.id === id))];
  const hasScores = scores.some(({ score }) => score > 0);
  const hasTeamScores = teams.some(({ score }) => score > 0);
  if (hasScores || battle.scores.length === 0) battle.scores = scores;
  if (hasTeamScores || battle.teams.length === 0) battle.teams = teams;
  return hasScores || hasTeamScores;
}

function sidesOf({ ownHostId, hosts, scores, teams }: Battle, hostId: string): ShownBattle["sides"] {
  const own = ownHostId ?? hostId;
  const alone = new Map([...scores.map(({ hostId: id, score }) => [id, score] as const)]);
  for (const { id } of hosts) if (!alone.has(id)) alone.set(id, 0);
  const groups =
    teams.length > 0
      ? teams.map(({ hostIds, score }) => ({ ids: hostIds, score }))
      : [...alone].map(([id, score]) => ({ ids: [id], score }));
  return groups
    .map(({ ids, score }) => ({ hosts: ids.map((id) => personOf(id, hosts)), score, isOwn: own !== "" && ids.includes(own) }))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn))
    .slice(0, MAX_SIDES);
}

const personOf = (id: string, hosts: readonly Person[]): Person =>
  hosts.find((host) => host.id === id) ?? { id, handle: "", nickname: "", avatarUrl: "" };

function show(state: BattlesState, nowMs: number, hasNews: boolean): void {
  const isResult = ({ endedAtMs }: Battle): boolean => endedAtMs !== undefined && nowMs - endedAtMs < RESULT_MS;
  const shownId = isBattleOngoing(state, nowMs) ? state.openId : state.known.find(isResult)?.id;
  if (!hasNews && shownId === state.shownId) return;
  state.shownId = shownId;
  state.changedAtMs = nowMs;
  state.version++;
}

/** Reports the end of a battle, with the scores where the creator's own is known. */
function finish(battle: Battle, hostId: string): BattleChange {
  const sides = sidesOf(battle, hostId);
  const eventId = battle.ending?.eventId ?? "";
  battle.ending = undefined;
  battle.isReported = true;
  const own = sides.find(({ isOwn }) => isOwn);
  const params: Params = own ? { own: own.score, best: Math.max(...sides.map(({ score }) => score)) } : {};
  return { kind: "battleFinished", battleId: battle.id, eventId, params };
}
