import type { LiveEvent, User } from "@frontrow/protocol/event";
import { addToWindow, advanceWindow, createWindow, sumOf, type Window } from "../window.ts";
import {
  addCount,
  type CountName,
  cellOf,
  createPeopleTable,
  hasFlag,
  type PeopleTable,
  rowOf,
  setCell,
  setFlag,
} from "./people-table.ts";
import { createRanking, type RankingState, rank } from "./ranking.ts";

const SECOND_MS = 1_000;
/** Somebody of whom we saw nothing for so long is not here: TikTok tells who comes, and never who goes. */
const PRESENT_S = 300;
/** Back after so long is an absence worth a welcome. */
const ABSENT_S = 600;
const BUCKET_MS = 15_000;
const lanes = { active: 0, newcomers: 1, returning: 2 } as const;
/** Watch times from which on the next class begins: 0–5, 5–15, 15–30, 30+ minutes. */
const WATCH_STEPS_S = [300, 900, 1_800] as const;
const LISTED = 10;

/** Everybody of whom we saw an event: when, for how long, and what they did. Times are exact to a second. */
export interface PeopleState {
  readonly table: PeopleTable;
  /** Viewers by the moment we saw them last, arrived, or came back. */
  readonly recent: Window;
  /** Viewers by watch time. */
  watchTime: [number, number, number, number];
  readonly ranking: RankingState;
  /** Who arrived, and who came back, newest first. */
  newest: User[];
  back: User[];
}

/** What is counted of a viewer by what they do. */
export type Doing = Exclude<CountName, "visits" | "watchS">;

/** Who came back, and after how long. */
export interface Return {
  readonly user: User;
  readonly awayMs: number;
}

export const createPeople = (): PeopleState => ({
  table: createPeopleTable(),
  recent: createWindow(Object.keys(lanes).length, (PRESENT_S * SECOND_MS) / BUCKET_MS + 1, BUCKET_MS),
  watchTime: [0, 0, 0, 0],
  ranking: createRanking(),
  newest: [],
  back: [],
});

/**
 * Notes that a viewer is here. Between two events not more than five minutes apart they were watching; a longer pause is an
 * absence, of which nothing is counted: so watch time is at least so much. What came late makes somebody known, no more.
 */
export function seeViewer(state: PeopleState, user: User, { atMs, late }: Pick<LiveEvent, "atMs" | "late">): Return | undefined {
  const { table } = state;
  if (table.baseMs === 0) table.baseMs = Math.floor(atMs / SECOND_MS) * SECOND_MS;
  const before = table.size;
  const row = rowOf(table, user.id);
  if (row < 0) return undefined;
  const nowS = Math.max(0, Math.floor((atMs - table.baseMs) / SECOND_MS));
  if (row === before) return arrive(state, row, nowS, user, late === true);
  if (late) return undefined;
  return stay(state, row, nowS, user);
}

/** What a viewer did; they were seen doing it. Gives how often they have now; 0 for a viewer who is not counted. */
export function creditViewer(state: PeopleState, user: User, doing: Doing, amount: number): number {
  const row = rowOf(state.table, user.id);
  if (row < 0) return 0;
  addCount(state.table, row, doing, amount);
  rank(state.ranking, state.table, row, user);
  return cellOf(state.table, row, doing);
}

export function markViewer(state: PeopleState, user: User, flag: "followed" | "subscribed"): void {
  const row = rowOf(state.table, user.id);
  if (row < 0) return;
  setFlag(state.table, row, flag);
  rank(state.ranking, state.table, row, user);
}

export const advancePeople = (state: PeopleState, atMs: number): void => advanceWindow(state.recent, atMs);
/** Seen in the last five minutes, exact to fifteen seconds. */
export const activeViewers = (state: PeopleState): number => sumOf(state.recent, lanes.active);
export const newcomers = (state: PeopleState): number => sumOf(state.recent, lanes.newcomers);
export const returning = (state: PeopleState): number => sumOf(state.recent, lanes.returning);

function arrive(state: PeopleState, row: number, nowS: number, user: User, late: boolean): undefined {
  const { table } = state;
  setCell(table, row, "firstS", nowS);
  setCell(table, row, "lastS", nowS);
  setCell(table, row, "visits", 1);
  state.watchTime[0]++;
  if (late) return;
  setFlag(table, row, "active");
  countRecent(state, "active", nowS, 1);
  countRecent(state, "newcomers", nowS, 1);
  state.newest = listed(user, state.newest);
}

function stay(state: PeopleState, row: number, nowS: number, user: User): Return | undefined {
  const { table } = state;
  const lastS = cellOf(table, row, "lastS");
  if (lastS === nowS && hasFlag(table, row, "active")) return undefined;
  if (hasFlag(table, row, "active")) countRecent(state, "active", lastS, -1);
  setFlag(table, row, "active");
  countRecent(state, "active", nowS, 1);
  setCell(table, row, "lastS", nowS);
  const pausedS = nowS - lastS;
  if (pausedS <= PRESENT_S) {
    watch(state, row, pausedS, user);
    return undefined;
  }
  addCount(table, row, "visits", 1);
  if (pausedS < ABSENT_S) return undefined;
  countRecent(state, "returning", nowS, 1);
  state.back = listed(user, state.back);
  return { user, awayMs: pausedS * SECOND_MS };
}

function watch(state: PeopleState, row: number, seconds: number, user: User): void {
  if (seconds === 0) return;
  const before = cellOf(state.table, row, "watchS");
  setCell(state.table, row, "watchS", before + seconds);
  rank(state.ranking, state.table, row, user);
  const from = watchClass(before);
  const to = watchClass(before + seconds);
  if (from === to) return;
  state.watchTime[from]--;
  state.watchTime[to]++;
}

const watchClass = (seconds: number): 0 | 1 | 2 | 3 =>
  WATCH_STEPS_S.reduce<number>((found, step) => (seconds >= step ? found + 1 : found), 0) as 0 | 1 | 2 | 3;

const countRecent = (state: PeopleState, lane: keyof typeof lanes, second: number, amount: number): void =>
  addToWindow(state.recent, lanes[lane], state.table.baseMs + second * SECOND_MS, amount);

const listed = (user: User, before: readonly User[]): User[] =>
  [user, ...before.filter(({ id }) => id !== user.id)].slice(0, LISTED);
