import type { Booking } from "../gifts.ts";
import type { Return } from "../people.ts";

/** Thanks and welcomes come within a minute, or not at all. */
const FRESH_MS = 60_000;
const KEPT = 10;

export interface Given {
  readonly name: string;
  readonly gift: string;
  readonly diamonds: number;
  readonly isFirst: boolean;
  readonly eventId: string;
  readonly atMs: number;
}
export interface Back {
  readonly userId: string;
  readonly name: string;
  /** What makes a welcome more due: a subscription, then the level as a gifter, then how long they were away. */
  readonly rank: readonly [subscriber: number, gifterLevel: number, awayMs: number];
  readonly awayMs: number;
  readonly atMs: number;
}

/** Who gave or came back of late, as many as matter. */
export interface PendingState {
  gifts: Given[];
  backs: Back[];
}

export const createPending = (): PendingState => ({ gifts: [], backs: [] });

export function noteGiven(state: PendingState, { user, name, diamonds, late, eventId, atMs }: Booking, isFirst: boolean): void {
  if (late || !user) return;
  const given = { name: user.nickname, gift: name, diamonds, isFirst, eventId, atMs };
  state.gifts = foremost([...state.gifts, given], atMs, larger);
}

export function noteBack(state: PendingState, { user, awayMs }: Return, atMs: number): void {
  const rank = [Number(user.isSubscriber), user.gifterLevel, awayMs] as const;
  state.backs = foremost([...state.backs, { userId: user.id, name: user.nickname, rank, awayMs, atMs }], atMs, dearer);
}

export const freshGifts = ({ gifts }: PendingState, nowMs: number): Given[] => gifts.filter(isFresh(nowMs));
export const freshBacks = ({ backs }: PendingState, nowMs: number): Back[] => backs.filter(isFresh(nowMs));

const isFresh =
  (nowMs: number) =>
  ({ atMs }: { readonly atMs: number }): boolean =>
    atMs >= nowMs - FRESH_MS;

const foremost = <T extends { readonly atMs: number }>(all: T[], nowMs: number, order: (a: T, b: T) => number): T[] =>
  all.filter(isFresh(nowMs)).sort(order).slice(0, KEPT);

const larger = (a: Given, b: Given): number => b.diamonds - a.diamonds || (a.eventId < b.eventId ? -1 : 1);

function dearer(a: Back, b: Back): number {
  for (const [at, value] of a.rank.entries()) {
    const other = b.rank[at] as number;
    if (value !== other) return other - value;
  }
  return a.userId < b.userId ? -1 : 1;
}
