import type { EventOf } from "@frontrow/protocol/event";
import type { Moment, Params } from "@frontrow/protocol/insight";

/** A battle of which we heard nothing for so long is over, though nobody said so. */
const SILENT_MS = 120_000;
/** TikTok may say that a battle is over before it says how it ended. */
const SCORES_WITHIN_MS = 10_000;
const REMEMBERED = 8;

type BattleEvent = EventOf<"battle">;

interface Battle {
  readonly id: string;
  /** The last that were not all 0: so they are where TikTok does not tell them. */
  scores: BattleEvent["scores"];
  /** The first message that it is over, while its end is not told. */
  ending: { readonly eventId: string; readonly atMs: number } | undefined;
  isTold: boolean;
}

export interface BattlesState {
  /** Those that we heard of last, the latest first: TikTok says both ends more than once, and in turns with other battles. */
  known: Battle[];
  /** The one that goes on. */
  openId: string | undefined;
  lastAtMs: number;
}

export const createBattles = (): BattlesState => ({ known: [], openId: undefined, lastAtMs: 0 });

/** That a battle opened, or is over: each once. */
export interface BattleNews {
  readonly kind: Extract<Moment["kind"], "battleOpened" | "battleFinished">;
  readonly battleId: string;
  readonly eventId: string;
  readonly params: Params;
}

/** What a message about a battle is the news of, if it is. That it is over is told with its scores. */
export function foldBattle(state: BattlesState, event: BattleEvent): BattleNews | undefined {
  const { battleId, id: eventId, atMs, scores } = event;
  const before = state.known.find(({ id }) => id === battleId);
  const battle = before ?? { id: battleId, scores: [], ending: undefined, isTold: false };
  state.known = [battle, ...state.known.filter((other) => other !== battle)].slice(0, REMEMBERED);
  if (battle.isTold) return undefined;
  const hasScores = scores.some(({ score }) => score > 0);
  if (hasScores) battle.scores = scores;
  if (event.state === "finish") battle.ending ??= { eventId, atMs };
  if (battle.ending) {
    if (state.openId === battleId) state.openId = undefined;
    return hasScores ? endOf(battle) : undefined;
  }
  state.openId = battleId;
  state.lastAtMs = atMs;
  return event.state === "open" && !before ? { kind: "battleOpened", battleId, eventId, params: {} } : undefined;
}

/** At a beat: the battles whose final scores did not come, with those of before. */
export function beatBattles(state: BattlesState, nowMs: number): BattleNews[] {
  const isDue = ({ ending }: Battle): boolean => ending !== undefined && nowMs - ending.atMs >= SCORES_WITHIN_MS;
  return state.known.filter(isDue).reverse().flatMap(endOf);
}

export const isBattleOn = (state: BattlesState, nowMs: number): boolean =>
  state.openId !== undefined && nowMs - state.lastAtMs < SILENT_MS;

/** The room's own host is the first that TikTok lists. */
function endOf(battle: Battle): BattleNews {
  const points = battle.scores.map(({ score }) => score);
  const eventId = battle.ending?.eventId ?? "";
  battle.ending = undefined;
  battle.isTold = true;
  const params = { own: points[0] ?? 0, best: Math.max(0, ...points) };
  return { kind: "battleFinished", battleId: battle.id, eventId, params };
}
