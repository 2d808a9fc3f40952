import type { Params } from "@frontrow/protocol/insight";
import type { Booking } from "../gifts.ts";

const LEAST_TOP_DIAMONDS = 100;
const RECENT_MS = 300_000;
/** More of them make no difference to any score. */
const KEPT = 20;

export interface GiftingState {
  /** Of the largest booking so far. */
  topDiamonds: number;
  /** When viewers gave for the first time, of late. */
  firstsMs: number[];
}

export const createGifting = (): GiftingState => ({ topDiamonds: 0, firstsMs: [] });

const NONE: readonly never[] = [];

/** What a booking is the news of: a viewer's first gift, the largest gift so far, both or neither. */
export function foldGifting(
  state: GiftingState,
  { diamonds, late, atMs }: Booking,
  isFirst: boolean,
): readonly ("firstGift" | "topGift")[] {
  const isTop = diamonds > state.topDiamonds && diamonds >= LEAST_TOP_DIAMONDS;
  state.topDiamonds = Math.max(state.topDiamonds, diamonds);
  if (late || !(isFirst || isTop)) return NONE;
  if (isFirst) state.firstsMs = [...state.firstsMs, atMs].slice(-KEPT);
  return [...(isFirst ? ["firstGift" as const] : []), ...(isTop ? ["topGift" as const] : [])];
}

/** People whose first gift came in the last five minutes; of many, twenty. */
export const newGifters = ({ firstsMs }: GiftingState, nowMs: number): number =>
  firstsMs.length === 0 ? 0 : firstsMs.filter((atMs) => atMs > nowMs - RECENT_MS).length;

export const giftParams = ({ user, name, diamonds }: Booking): Params => ({ name: user?.nickname ?? "", gift: name, diamonds });
