import type { Params } from "@frontrow/protocol/insight";
import type { Booking } from "../totals/gifts.ts";

const MIN_TOP_DIAMONDS = 100;
const RECENT_MS = 300_000;
/** First gifts that are kept: more make no difference to any score. */
const MAX_FIRST_GIFTS = 20;

export interface GiftingState {
  /** Diamonds of the largest booking so far. */
  topDiamonds: number;
  /** Times of the latest first gifts of viewers. */
  firstGiftsMs: number[];
}

export const createGifting = (): GiftingState => ({ topDiamonds: 0, firstGiftsMs: [] });

const NONE: readonly never[] = [];

/** Folds a booking, and returns what it is: a viewer's first gift, the largest gift so far, both or neither. */
export function foldGifting(
  state: GiftingState,
  { diamonds, late, atMs }: Booking,
  isFirst: boolean,
): readonly ("firstGift" | "topGift")[] {
  const isTop = diamonds > state.topDiamonds && diamonds >= MIN_TOP_DIAMONDS;
  state.topDiamonds = Math.max(state.topDiamonds, diamonds);
  if (late || !(isFirst || isTop)) return NONE;
  if (isFirst) state.firstGiftsMs = [...state.firstGiftsMs, atMs].slice(-MAX_FIRST_GIFTS);
  return [...(isFirst ? ["firstGift" as const] : []), ...(isTop ? ["topGift" as const] : [])];
}

/** Viewers whose first gift came in the last five minutes, 20 at most. */
export const newGifters = ({ firstGiftsMs }: GiftingState, nowMs: number): number =>
  firstGiftsMs.length === 0 ? 0 : firstGiftsMs.filter((atMs) => atMs > nowMs - RECENT_MS).length;

export const giftParams = ({ user, name, diamonds }: Booking): Params => ({ name: user?.nickname ?? "", gift: name, diamonds });
