import type { Booking } from "../gifts.ts";
import type { Return } from "../people.ts";

/** Thanks and welcomes come within a minute, or not at all. */
const FRESH_MS = 60_000;
const KEPT = 10;

export interface Given {
  readonly userId: string;
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
  readonly isSubscriber: boolean;
  readonly gifterLevel: number;
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
  const given = { userId: user.id, name: user.nickname, gift: name, diamonds, isFirst, eventId, atMs };
  state.gifts = withOne(state.gifts, given, larger);
}

export function noteBack(state: PendingState, { user, awayMs }: Return, atMs: number): void {
  const { id: userId, nickname: name, isSubscriber, gifterLevel } = user;
  state.backs = withOne(state.backs, { userId, name, isSubscriber, gifterLevel, awayMs, atMs }, dearer);
}

/** Moderation took them off the screen. */
export function withdrawPending(state: PendingState, userIds: readonly string[]): void {
  const isLeft = ({ userId }: { readonly userId: string }): boolean => !userIds.includes(userId);
  state.gifts = state.gifts.filter(isLeft);
  state.backs = state.backs.filter(isLeft);
}

export const freshGifts = ({ gifts }: PendingState, nowMs: number): Given[] => gifts.filter(isFresh(nowMs));
export const freshBacks = ({ backs }: PendingState, nowMs: number): Back[] => backs.filter(isFresh(nowMs));

const isFresh =
  (nowMs: number) =>
  ({ atMs }: { readonly atMs: number }): boolean =>
    atMs >= nowMs - FRESH_MS;

/** The list with one more, the foremost first; the same list where there are enough that are fresh and go before it. */
function withOne<T extends { readonly atMs: number }>(list: T[], one: T, order: (a: T, b: T) => number): T[] {
  const last = list[KEPT - 1];
  if (last && order(one, last) > 0 && list.every(isFresh(one.atMs))) return list;
  return [...list.filter(isFresh(one.atMs)), one].sort(order).slice(0, KEPT);
}

const larger = (a: Given, b: Given): number => b.diamonds - a.diamonds || (a.eventId < b.eventId ? -1 : 1);

/** A welcome is more due to a subscriber, then to who gives more, then to who was away longer. */
const dearer = (a: Back, b: Back): number =>
  Number(b.isSubscriber) - Number(a.isSubscriber) ||
  b.gifterLevel - a.gifterLevel ||
  b.awayMs - a.awayMs ||
  (a.userId < b.userId ? -1 : 1);
