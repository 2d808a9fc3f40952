import type { EventOf } from "@frontrow/protocol/event";
import type { Params } from "@frontrow/protocol/insight";

/** A battle of which we heard nothing for so long is over, though nobody said so. */
const SILENT_MS = 120_000;
const REMEMBERED = 8;

type BattleEvent = EventOf<"battle">;

export interface BattlesState {
  /** The one that goes on, and those that opened or finished last: TikTok says both ends more than once, and in turns. */
  openId: string | undefined;
  openedIds: string[];
  finishedIds: string[];
  lastAtMs: number;
  scores: BattleEvent["scores"];
}

export const createBattles = (): BattlesState => ({
  openId: undefined,
  openedIds: [],
  finishedIds: [],
  lastAtMs: 0,
  scores: [],
});

/** What a message about a battle is the news of, if it is: each battle opens and finishes once. */
export function foldBattle(
  state: BattlesState,
  { battleId, state: said, scores, atMs }: BattleEvent,
): { kind: "battleOpened" | "battleFinished"; params: Params } | undefined {
  if (state.finishedIds.includes(battleId)) return undefined;
  const isNew = battleId !== state.openId;
  state.openId = battleId;
  state.lastAtMs = atMs;
  if (isNew || scores.some(({ score }) => score > 0)) state.scores = scores;
  if (said === "finish") return finish(state, battleId);
  if (said !== "open" || !isNew || state.openedIds.includes(battleId)) return undefined;
  state.openedIds = remembered(battleId, state.openedIds);
  return { kind: "battleOpened", params: {} };
}

const remembered = (id: string, before: readonly string[]): string[] => [id, ...before].slice(0, REMEMBERED);

export const isBattleOn = (state: BattlesState, nowMs: number): boolean =>
  state.openId !== undefined && nowMs - state.lastAtMs < SILENT_MS;

/** The room's own host is the first that TikTok lists. */
function finish(state: BattlesState, battleId: string): { kind: "battleFinished"; params: Params } {
  const points = state.scores.map(({ score }) => score);
  state.finishedIds = remembered(battleId, state.finishedIds);
  state.openId = undefined;
  state.scores = [];
  return { kind: "battleFinished", params: { own: points[0] ?? 0, best: Math.max(0, ...points) } };
}
