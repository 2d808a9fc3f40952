import type { GiftEvent } from "@frontrow/protocol/event";

/** Streaks, and prices of gifts, that are remembered; the oldest are forgotten first. */
const MAX_STREAKS = 2_000;
const MAX_PRICES = 1_000;

export interface StreakGrowth {
  /** Items that this message adds, and their diamonds. */
  readonly gifts: number;
  readonly addedDiamonds: number;
  /** Diamonds of the whole streak, with this message and before it. */
  readonly diamonds: number;
  readonly diamondsBefore: number;
}

const NOTHING: StreakGrowth = { gifts: 0, addedDiamonds: 0, diamonds: 0, diamondsBefore: 0 };

/**
 * What each message of a streak adds: who keeps tapping sends ×1, ×2, ×3, and ×3 once more at the end. A streak grows while it is
 * open, so that a large one rings while it is given. What a guest receives is none of the host's.
 */
export function createStreaks(): { add(gift: GiftEvent): StreakGrowth } {
  const counts = new Map<string, number>();
  const prices = new Map<string, number>();

  const priceOf = ({ giftId, diamondsEach }: GiftEvent): number => {
    if (diamondsEach === 0) return prices.get(giftId) ?? 0;
    remember(prices, giftId, diamondsEach, MAX_PRICES);
    return diamondsEach;
  };

  return {
    add(gift) {
      if (gift.receiver || gift.late) return NOTHING;
      const { streakId, count, streakOpen } = gift;
      // Where TikTok names no group, streaks of one viewer and gift share an id: a smaller count is another one.
      const isShared = streakId.endsWith(":");
      const known = counts.get(streakId) ?? 0;
      const before = isShared && count < known ? 0 : known;
      if (isShared && !streakOpen) counts.delete(streakId);
      else remember(counts, streakId, Math.max(before, count), MAX_STREAKS);
      const gifts = Math.max(0, count - before);
      const price = priceOf(gift);
      return { gifts, addedDiamonds: gifts * price, diamonds: (before + gifts) * price, diamondsBefore: before * price };
    },
  };
}

function remember<T>(held: Map<string, T>, key: string, value: T, most: number): void {
  held.delete(key);
  held.set(key, value);
  const [oldest] = held.keys();
  if (held.size > most && oldest !== undefined) held.delete(oldest);
}
