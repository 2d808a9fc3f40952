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
/** What was not seen for so long may have been anybody's absence, or nobody's. */
const UNSEEN_MS = 60_000;
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
  /** In seconds as rows have them, the end of the last time in which we could see nobody; 0 before. */
  seenAgainS: number;
  /** Grows with each change of the lists that nobody's doing made. */
  withdrawn: number;
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
  seenAgainS: 0,
  withdrawn: 0,
});

/**
 * Notes that a viewer is here. Between two events not more than five minutes apart they were watching; of a longer pause
 * nothing is counted: so watch time is at least so much. It was an absence only if TikTok says that they come, and nothing was
 * hidden from us meanwhile: who says nothing for a while is not gone. What came late makes somebody known, no more.
 */
export function seeViewer(
  state: PeopleState,
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
  if (isNew) arrive(state, nowS, user);
  if (!hasFlag(table, row, "active")) return appear(state, row, nowS);
  return stay(state, row, nowS, user, type === "member");
}

/** There was no source, or a gap, from `fromMs` to `toMs`. */
export function noteUnseen(state: PeopleState, fromMs: number, toMs: number): void {
  if (state.table.size > 0 && toMs - fromMs >= UNSEEN_MS)
    state.seenAgainS = Math.max(state.seenAgainS, secondOf(state.table, toMs));
}

/** Moderation took them off the screen: they are named no more among those who came. */
export function withdrawViewers(state: PeopleState, userIds: readonly string[]): void {
  const isLeft = ({ id }: User): boolean => !userIds.includes(id);
  state.newest = state.newest.filter(isLeft);
  state.back = state.back.filter(isLeft);
  state.withdrawn++;
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

const secondOf = ({ baseMs }: PeopleTable, atMs: number): number => Math.max(0, Math.floor((atMs - baseMs) / SECOND_MS));

function addViewer({ table, watchTime }: PeopleState, row: number, nowS: number): void {
  setCell(table, row, "firstS", nowS);
  setCell(table, row, "lastS", nowS);
  setCell(table, row, "visits", 1);
  watchTime[0]++;
}

function arrive(state: PeopleState, nowS: number, user: User): void {
  countRecent(state, "newcomers", nowS, 1);
  state.newest = listed(user, state.newest);
}

/** Seen for the first time as it happened. */
function appear(state: PeopleState, row: number, nowS: number): undefined {
  setFlag(state.table, row, "active");
  setCell(state.table, row, "lastS", nowS);
  countRecent(state, "active", nowS, 1);
}

function stay(state: PeopleState, row: number, nowS: number, user: User, isArrival: boolean): Return | undefined {
  const { table } = state;
  const lastS = cellOf(table, row, "lastS");
  if (lastS === nowS) return undefined;
  countRecent(state, "active", lastS, -1);
  countRecent(state, "active", nowS, 1);
  setCell(table, row, "lastS", nowS);
  const pausedS = nowS - lastS;
  if (pausedS <= PRESENT_S) {
    watch(state, row, pausedS, user);
    return undefined;
  }
  if (!isArrival || state.seenAgainS > lastS) return undefined;
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
