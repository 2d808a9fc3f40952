import type { Booking } from "../totals/gifts.ts";
import type { Return } from "../viewers/viewers.ts";

/** Thanks and welcomes come within a minute, or not at all. */
const RECENT_MS = 60_000;
const MAX_CANDIDATES = 10;

export interface GiftCandidate {
  readonly userId: string;
  readonly name: string;
  readonly gift: string;
  readonly diamonds: number;
  readonly isFirst: boolean;
  readonly eventId: string;
  readonly atMs: number;
}
export interface ReturnCandidate {
  readonly userId: string;
  readonly name: string;
  readonly isSubscriber: boolean;
  readonly gifterLevel: number;
  readonly awayMs: number;
  readonly atMs: number;
}

/** Viewers who gave or returned in the last minute, and may be thanked or welcomed: the foremost ten of each. */
export interface CandidatesState {
  gifts: GiftCandidate[];
  returns: ReturnCandidate[];
}

export const createCandidates = (): CandidatesState => ({ gifts: [], returns: [] });

export function addGiftCandidate(
  state: CandidatesState,
  { user, name, diamonds, late, eventId, atMs }: Booking,
  isFirst: boolean,
): void {
  if (late || !user) return;
  const candidate = { userId: user.id, name: user.nickname, gift: name, diamonds, isFirst, eventId, atMs };
  state.gifts = insertRanked(state.gifts, candidate, byDiamonds);
}

export function addReturnCandidate(state: CandidatesState, { user, awayMs }: Return, atMs: number): void {
  const { id: userId, nickname: name, isSubscriber, gifterLevel } = user;
  state.returns = insertRanked(state.returns, { userId, name, isSubscriber, gifterLevel, awayMs, atMs }, byWelcomePriority);
}

/** Removes viewers whom moderation removed. */
export function retractCandidates(state: CandidatesState, userIds: readonly string[]): void {
  const isKept = ({ userId }: { readonly userId: string }): boolean => !userIds.includes(userId);
  state.gifts = state.gifts.filter(isKept);
  state.returns = state.returns.filter(isKept);
}

export const recentGifts = ({ gifts }: CandidatesState, nowMs: number): GiftCandidate[] => gifts.filter(isRecent(nowMs));
export const recentReturns = ({ returns }: CandidatesState, nowMs: number): ReturnCandidate[] => returns.filter(isRecent(nowMs));

const isRecent =
  (nowMs: number) =>
  ({ atMs }: { readonly atMs: number }): boolean =>
    atMs >= nowMs - RECENT_MS;

/** The list with a candidate inserted in order; the same list where enough recent candidates go before it. */
function insertRanked<T extends { readonly atMs: number }>(list: T[], candidate: T, order: (a: T, b: T) => number): T[] {
  const last = list[MAX_CANDIDATES - 1];
  if (last && order(candidate, last) > 0 && list.every(isRecent(candidate.atMs))) return list;
  return [...list.filter(isRecent(candidate.atMs)), candidate].sort(order).slice(0, MAX_CANDIDATES);
}

const byDiamonds = (a: GiftCandidate, b: GiftCandidate): number => b.diamonds - a.diamonds || (a.eventId < b.eventId ? -1 : 1);

/** Subscribers first, then the higher gifter level, then the longer absence. */
const byWelcomePriority = (a: ReturnCandidate, b: ReturnCandidate): number =>
  Number(b.isSubscriber) - Number(a.isSubscriber) ||
  b.gifterLevel - a.gifterLevel ||
  b.awayMs - a.awayMs ||
  (a.userId < b.userId ? -1 : 1);
