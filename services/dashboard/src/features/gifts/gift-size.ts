/** Bigger gifts are larger, not louder: three sizes by what they are worth. */
export type GiftSize = "small" | "medium" | "large";

export const giftSize = (diamonds: number): GiftSize => (diamonds >= 1_000 ? "large" : diamonds >= 100 ? "medium" : "small");

/** A streak whose end never came is not shown as counting for ever. */
const QUIET_MS = 20_000;

/** Whether a streak still counts up, by event time: `latestMs` is the newest thing known of the broadcast. */
export const isCounting = (row: { readonly isOpen: boolean; readonly lastAtMs: number }, latestMs: number): boolean =>
  row.isOpen && latestMs - row.lastAtMs < QUIET_MS;
