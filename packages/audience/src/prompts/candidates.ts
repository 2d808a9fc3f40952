import type { EventOf, User } from "@frontrow/protocol/event";
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

/** A viewer whose arrival TikTok announced: a high gifter level, a super fan, or the fan club. */
export interface SupporterCandidate {
  readonly userId: string;
  readonly name: string;
  readonly kind: Exclude<Entrance["kind"], "other">;
  readonly level: number;
  readonly atMs: number;
}
type Entrance = NonNullable<EventOf<"member">["entrance"]>;

/** Viewers who gave, returned or were announced in the last minute, and may be thanked or welcomed: the foremost ten of each. */
export interface CandidatesState {
  gifts: GiftCandidate[];
  returns: ReturnCandidate[];
  supporters: SupporterCandidate[];
}

export const createCandidates = (): CandidatesState => ({ gifts: [], returns: [], supporters: [] });

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

export function addSupporterCandidate(
  state: CandidatesState,
  { id, nickname }: User,
  { entrance, atMs, late }: EventOf<"member">,
): void {
  if (late || !entrance || entrance.kind === "other") return;
  const { kind, level } = entrance;
  state.supporters = insertRanked(state.supporters, { userId: id, name: nickname, kind, level, atMs }, byKindAndLevel);
}

/** Removes viewers whom moderation removed. */
export function retractCandidates(state: CandidatesState, userIds: readonly string[]): void {
  const isKept = ({ userId }: { readonly userId: string }): boolean => !userIds.includes(userId);
  state.gifts = state.gifts.filter(isKept);
  state.returns = state.returns.filter(isKept);
  state.supporters = state.supporters.filter(isKept);
}

export const recentGifts = ({ gifts }: CandidatesState, nowMs: number): GiftCandidate[] => gifts.filter(isRecent(nowMs));
export const recentReturns = ({ returns }: CandidatesState, nowMs: number): ReturnCandidate[] => returns.filter(isRecent(nowMs));
export const recentSupporters = ({ supporters }: CandidatesState, nowMs: number): SupporterCandidate[] =>
  supporters.filter(isRecent(nowMs));

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

const kindRank = { gifterLevel: 0, superFan: 1, fanClub: 2 } as const;
/** High gifters first, then super fans, then the fan club; of each the higher level. */
const byKindAndLevel = (a: SupporterCandidate, b: SupporterCandidate): number =>
  kindRank[a.kind] - kindRank[b.kind] || b.level - a.level || (a.userId < b.userId ? -1 : 1);
