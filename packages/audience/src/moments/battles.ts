import type { EventOf } from "@frontrow/protocol/event";
import type { Moment, Params } from "@frontrow/protocol/insight";

/** Time without a message after which a battle counts as over. */
const SILENT_MS = 120_000;
/** Time within which final scores follow the end of a battle. */
const SCORES_WITHIN_MS = 10_000;
const MAX_KNOWN = 8;

type BattleEvent = EventOf<"battle">;

interface Battle {
  readonly id: string;
  /** The last scores that were not all 0: TikTok sends zeros where it does not know them. */
  scores: BattleEvent["scores"];
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
}

export const createBattles = (): BattlesState => ({ known: [], openId: undefined, lastAtMs: 0 });

/** A battle opened, or finished: each once. */
export interface BattleChange {
  readonly kind: Extract<Moment["kind"], "battleOpened" | "battleFinished">;
  readonly battleId: string;
  readonly eventId: string;
  readonly params: Params;
}

/** Folds a message about a battle, and returns the change that it reports, if any. An end is reported with its final scores. */
export function foldBattle(state: BattlesState, event: BattleEvent): BattleChange | undefined {
  const { battleId, id: eventId, atMs, scores } = event;
  const before = state.known.find(({ id }) => id === battleId);
  const battle = before ?? { id: battleId, scores: [], ending: undefined, isReported: false };
  state.known = [battle, ...state.known.filter((other) => other !== battle)].slice(0, MAX_KNOWN);
  if (battle.isReported) return undefined;
  const hasScores = scores.some(({ score }) => score > 0);
  if (hasScores) battle.scores = scores;
  if (event.state === "finish") battle.ending ??= { eventId, atMs };
  if (battle.ending) {
    if (state.openId === battleId) state.openId = undefined;
    return hasScores ? finish(battle) : undefined;
  }
  state.openId = battleId;
  state.lastAtMs = atMs;
  return event.state === "open" && !before ? { kind: "battleOpened", battleId, eventId, params: {} } : undefined;
}

/** At the end of an interval: finishes the battles whose final scores did not come, with the last known ones. */
export function closeBattles(state: BattlesState, nowMs: number): BattleChange[] {
  const isDue = ({ ending }: Battle): boolean => ending !== undefined && nowMs - ending.atMs >= SCORES_WITHIN_MS;
  return state.known.filter(isDue).reverse().flatMap(finish);
}

export const isBattleOngoing = (state: BattlesState, nowMs: number): boolean =>
  state.openId !== undefined && nowMs - state.lastAtMs < SILENT_MS;

/** Reports the end of a battle. The room's own host is the first that TikTok lists. */
function finish(battle: Battle): BattleChange {
  const points = battle.scores.map(({ score }) => score);
  const eventId = battle.ending?.eventId ?? "";
  battle.ending = undefined;
  battle.isReported = true;
  const params = { own: points[0] ?? 0, best: Math.max(0, ...points) };
  return { kind: "battleFinished", battleId: battle.id, eventId, params };
}
