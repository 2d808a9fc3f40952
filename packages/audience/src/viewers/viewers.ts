import type { LiveEvent, User } from "@frontrow/protocol/event";
import { addToWindow, advanceWindow, createWindow, sumOf, type Window } from "../windows/window.ts";
import { createRanking, type RankingState, rankViewer } from "./ranking.ts";
import {
  addCount,
  arrivalOf,
  type CountName,
  cellOf,
  countOf,
  createViewerTable,
  hasFlag,
  rowOf,
  setArrival,
  setCell,
  setFlag,
  type ViewerTable,
} from "./viewer-table.ts";

const SECOND_MS = 1_000;
/** Time without an event after which a viewer counts as absent: TikTok reports who comes, and never who leaves. */
const PRESENCE_TIMEOUT_S = 300;
/** Shortest absence after which a viewer is welcomed back. */
const RETURN_AFTER_S = 600;
/** Unobserved time of this length or more makes absences unknowable. */
const UNOBSERVED_FROM_MS = 60_000;
/** Time within which an announced and an ordinary arrival of one viewer are the same. */
const SAME_ARRIVAL_S = 10;
const BUCKET_MS = 15_000;
const lanes = { active: 0, newcomers: 1, returning: 2 } as const;
/** Lower bounds of the bands of watch time after the first: 0–5, 5–15, 15–30, 30+ minutes. */
const WATCH_TIME_BANDS_S = [300, 900, 1_800] as const;
const LIST_SIZE = 10;

/** Everybody who caused an event: when, for how long, and what they did. Times are exact to a second. */
export interface ViewersState {
  readonly table: ViewerTable;
  /** Viewers by the moment at which they were last seen, arrived, or returned. */
  readonly recent: Window;
  /** Number of viewers in each band of watch time. */
  watchTime: [number, number, number, number];
  readonly ranking: RankingState;
  /** Who arrived, and who returned, newest first. */
  newest: User[];
  back: User[];
  /** End of the last unobserved time, in seconds as in rows; 0 before. */
  observedSinceS: number;
  /** Number of retractions: changes of the lists that no viewer's event caused. */
  retractions: number;
}

/** Counts of what a viewer did. */
export type ActionCount = Exclude<CountName, "visits" | "watchS">;

/** A viewer who returned, and after how long. */
export interface Return {
  readonly user: User;
  readonly awayMs: number;
}

export const createViewers = (): ViewersState => ({
  table: createViewerTable(),
  recent: createWindow(Object.keys(lanes).length, (PRESENCE_TIMEOUT_S * SECOND_MS) / BUCKET_MS + 1, BUCKET_MS),
  watchTime: [0, 0, 0, 0],
  ranking: createRanking(),
  newest: [],
  back: [],
  observedSinceS: 0,
  retractions: 0,
});

/**
 * Records that a viewer is here, and returns their return from an absence, if it is one.
 *
 * Between two events at most five minutes apart they were watching; a longer pause adds nothing, so watch time is a lower bound. A
 * pause was an absence only if TikTok reports an arrival after it and nothing in it was unobserved: who is silent has not left. A
 * late event makes a viewer known, and nothing else.
 */
export function observeViewer(
  state: ViewersState,
  user: User,
  { type, atMs, late }: Pick<LiveEvent, "type" | "atMs" | "late">,
): Return | undefined {
  const { table } = state;
  if (table.baseMs === 0) table.baseMs = Math.floor(atMs / SECOND_MS) * SECOND_MS;
  const before = table.size;
  const row = rowOf(table, user.id);
  if (row < 0) return undefined;
  const nowS = secondOf(table, atMs);
  const isNew = row === before;
  if (isNew) addViewer(state, row, nowS);
  if (late) return undefined;
  if (isNew) addNewcomer(state, nowS, user);
  if (!hasFlag(table, row, "active")) return becomeActive(state, row, nowS);
  return stayOrReturn(state, row, nowS, user, type === "member");
}

/** Nothing was observed from `fromMs` to `toMs`: there was no source, or a gap. */
export function markUnobserved(state: ViewersState, fromMs: number, toMs: number): void {
  if (state.table.size > 0 && toMs - fromMs >= UNOBSERVED_FROM_MS)
    state.observedSinceS = Math.max(state.observedSinceS, secondOf(state.table, toMs));
}

/** Moderation removed them: they are no longer listed among those who arrived or returned. */
export function retractViewers(state: ViewersState, userIds: readonly string[]): void {
  const isKept = ({ id }: User): boolean => !userIds.includes(id);
  state.newest = state.newest.filter(isKept);
  state.back = state.back.filter(isKept);
  state.retractions++;
}

/** Adds to one of an observed viewer's counts and returns the new count; 0 for a viewer beyond the table's bound. */
export function creditViewer(state: ViewersState, user: User, action: ActionCount, amount: number): number {
  const row = rowOf(state.table, user.id);
  if (row < 0) return 0;
  addCount(state.table, row, action, amount);
  rankViewer(state.ranking, state.table, row, user);
  return countOf(state.table, row, action);
}

/**
 * Marks that a viewer followed or subscribed, and returns whether that is new of them. Of viewers beyond the table's bound nothing is
 * known: each time counts as new.
 */
export function flagViewer(state: ViewersState, user: User, flag: "followed" | "subscribed"): boolean {
  const row = rowOf(state.table, user.id);
  if (row < 0) return true;
  if (hasFlag(state.table, row, flag)) return false;
  setFlag(state.table, row, flag);
  rankViewer(state.ranking, state.table, row, user);
  return true;
}

/**
 * Records that TikTok tells of a viewer's arrival, and returns whether it is one of its own: most arrivals that it announces to the
 * room it tells a second time as an ordinary one, before or after.
 */
export function recordArrival(state: ViewersState, user: User, atMs: number, isAnnounced: boolean): boolean {
  const { table } = state;
  const row = rowOf(table, user.id);
  if (row < 0) return true;
  const nowS = secondOf(table, atMs);
  const before = arrivalOf(table, row);
  setArrival(table, row, nowS, isAnnounced);
  return !before || before.isAnnounced === isAnnounced || nowS - before.atS > SAME_ARRIVAL_S;
}

export const advanceViewers = (state: ViewersState, atMs: number): void => advanceWindow(state.recent, atMs);
/** Viewers seen in the last five minutes, exact to fifteen seconds. */
export const activeViewers = (state: ViewersState): number => sumOf(state.recent, lanes.active);
export const newcomers = (state: ViewersState): number => sumOf(state.recent, lanes.newcomers);
export const returning = (state: ViewersState): number => sumOf(state.recent, lanes.returning);

const secondOf = ({ baseMs }: ViewerTable, atMs: number): number => Math.max(0, Math.floor((atMs - baseMs) / SECOND_MS));

function addViewer({ table, watchTime }: ViewersState, row: number, nowS: number): void {
  setCell(table, row, "firstS", nowS);
  setCell(table, row, "lastS", nowS);
  setCell(table, row, "visits", 1);
  watchTime[0]++;
}

function addNewcomer(state: ViewersState, nowS: number, user: User): void {
  countRecent(state, "newcomers", nowS, 1);
  // Who is new is in no list yet.
  state.newest.unshift(user);
  if (state.newest.length > LIST_SIZE) state.newest.pop();
}

/** The viewer's first event that is not late. */
function becomeActive(state: ViewersState, row: number, nowS: number): undefined {
  setFlag(state.table, row, "active");
  setCell(state.table, row, "lastS", nowS);
  countRecent(state, "active", nowS, 1);
}

function stayOrReturn(state: ViewersState, row: number, nowS: number, user: User, isArrival: boolean): Return | undefined {
  const { table } = state;
  const lastS = cellOf(table, row, "lastS");
  if (lastS === nowS) return undefined;
  countRecent(state, "active", lastS, -1);
  countRecent(state, "active", nowS, 1);
  setCell(table, row, "lastS", nowS);
  const pausedS = nowS - lastS;
  if (pausedS <= PRESENCE_TIMEOUT_S) {
    addWatchTime(state, row, pausedS, user);
    return undefined;
  }
  if (!isArrival || state.observedSinceS > lastS) return undefined;
  addCount(table, row, "visits", 1);
  if (pausedS < RETURN_AFTER_S) return undefined;
  countRecent(state, "returning", nowS, 1);
  state.back = prepended(user, state.back);
  return { user, awayMs: pausedS * SECOND_MS };
}

function addWatchTime(state: ViewersState, row: number, seconds: number, user: User): void {
  if (seconds === 0) return;
  const before = cellOf(state.table, row, "watchS");
  setCell(state.table, row, "watchS", before + seconds);
  rankViewer(state.ranking, state.table, row, user);
  const from = watchTimeBand(before);
  const to = watchTimeBand(before + seconds);
  if (from === to) return;
  state.watchTime[from]--;
  state.watchTime[to]++;
}

const watchTimeBand = (seconds: number): 0 | 1 | 2 | 3 =>
  WATCH_TIME_BANDS_S.reduce<number>((found, step) => (seconds >= step ? found + 1 : found), 0) as 0 | 1 | 2 | 3;

const countRecent = (state: ViewersState, lane: keyof typeof lanes, second: number, amount: number): void =>
  addToWindow(state.recent, lanes[lane], state.table.baseMs + second * SECOND_MS, amount);

const prepended = (user: User, before: readonly User[]): User[] =>
  [user, ...before.filter(({ id }) => id !== user.id)].slice(0, LIST_SIZE);
