import type { GiftEvent } from "@frontrow/protocol/event";

/** Time within which the same count is a repeated message. */
const REPEATED_WITHIN_MS = 10_000;
/** Silence after which a larger count belongs to another streak: outages that hide the middle of one are shorter. */
const SILENT_MS = 60_000;
/** Messages kept: who taps fast sends some five a second, and messages that overtake each other are seconds apart. */
const MAX_TAPS = 128;

/** One message, as far as it tells streaks apart. */
interface Tap {
  readonly id: string;
  readonly sentAtMs: number;
  readonly atMs: number;
  readonly count: number;
  readonly isEnd: boolean;
}

/**
 * The messages of one viewer's streaks of one gift where TikTok names no group, so that all of them have one id. A streak is over
 * with its end, or when a later message has a smaller count: 1, 2, 3, end 3, 1, 2, end 2 are five gifts. What is later is decided by
 * TikTok's order and not by that of arrival: messages overtake each other, ends are repeated or lost, and history comes afterwards.
 */
export interface UngroupedTaps {
  /** In TikTok's order. */
  taps: Tap[];
  /** Items of streaks whose messages are forgotten, and the last of those messages: what is not after it is known. */
  forgotten: number;
  forgottenTap: Tap | undefined;
  /** Items that are in the totals. */
  booked: number;
}

export const createUngroupedTaps = (): UngroupedTaps => ({ taps: [], forgotten: 0, forgottenTap: undefined, booked: 0 });

/** Whether TikTok named no group: the last part of the streak's id is empty. */
export const isUngrouped = ({ streakId }: GiftEvent): boolean => streakId.endsWith(":");

/** Adds a message, and returns the items in all, and those of streaks that are over. */
export function addTap(
  state: UngroupedTaps,
  { id, sentAtMs, atMs, count, streakOpen }: GiftEvent,
): { all: number; over: number } {
  const tap: Tap = { id, sentAtMs, atMs, count, isEnd: !streakOpen };
  if (!state.forgottenTap || isLater(tap, state.forgottenTap)) {
    insert(state.taps, tap);
    if (state.taps.length > MAX_TAPS) forget(state);
  }
  return totalOf(state);
}

/** Takes back the messages of the streak that is not over: they were somebody else's. */
export function withdrawOpen({ taps }: UngroupedTaps): void {
  const last = streaksOf(taps).at(-1);
  if (last && !last.end) taps.length = last.first;
}

function totalOf({ taps, forgotten }: UngroupedTaps): { all: number; over: number } {
  let over = forgotten;
  let last = 0;
  for (const streak of streaksOf(taps)) {
    over += last;
    last = streak.count;
    if (!streak.end) continue;
    over += last;
    last = 0;
  }
  return { all: over + last, over };
}

interface Streak {
  readonly first: number;
  count: number;
  end: Tap | undefined;
  last: Tap;
}

/** The streaks that messages in order are of; `first` is the index of a streak's first message. */
function streaksOf(taps: readonly Tap[]): Streak[] {
  const streaks: Streak[] = [];
  let streak: Streak | undefined;
  for (const [index, tap] of taps.entries()) {
    if (!streak || isNext(streak, tap)) {
      streak = { first: index, count: 0, end: undefined, last: tap };
      streaks.push(streak);
    }
    streak.count = Math.max(streak.count, tap.count);
    if (tap.isEnd) streak.end ??= tap;
    streak.last = tap;
  }
  return streaks;
}

/** Whether a message begins the streak after this one. */
function isNext({ count, end, last }: Streak, tap: Tap): boolean {
  if (!isLater(tap, last)) return false;
  if (end) return !(tap.isEnd && tap.count === count && pauseBetween(end, tap) < REPEATED_WITHIN_MS);
  const pausedMs = pauseBetween(last, tap);
  if (tap.count === last.count) return !tap.isEnd && pausedMs >= REPEATED_WITHIN_MS;
  return tap.count < last.count || pausedMs >= SILENT_MS;
}

function insert(taps: Tap[], tap: Tap): void {
  let at = taps.length;
  while (at > 0 && compare(taps[at - 1] as Tap, tap) > 0) at--;
  taps.splice(at, 0, tap);
}

/** Forgets the oldest half: messages that overtake each other are among the latest. */
function forget(state: UngroupedTaps): void {
  const kept = state.taps.length - MAX_TAPS / 2;
  const streaks = streaksOf(state.taps);
  for (const [index, { count }] of streaks.entries()) {
    const next = streaks[index + 1];
    if (next && next.first <= kept) state.forgotten += count;
  }
  state.forgottenTap = state.taps[kept - 1];
  state.taps = state.taps.slice(kept);
}

/** By the clock that says less, as either may be wrong: TikTok's is off at times, and history arrives all at once. */
const pauseBetween = (tap: Tap, later: Tap): number => Math.min(later.sentAtMs - tap.sentAtMs, later.atMs - tap.atMs);

const isLater = (tap: Tap, other: Tap): boolean => order(tap, other) > 0;

/** TikTok's order; of messages that it does not tell apart the one with more is the later one. */
const compare = (a: Tap, b: Tap): number => order(a, b) || a.count - b.count || Number(a.isEnd) - Number(b.isEnd);

/** Message ids grow, and are trusted before clocks; other ids are ours and say nothing. */
function order(a: Tap, b: Tap): number {
  if (a.id.length === b.id.length && isMessageId(a.id) && isMessageId(b.id)) return a.id < b.id ? -1 : Number(a.id > b.id);
  return a.sentAtMs - b.sentAtMs;
}

const isMessageId = (id: string): boolean => /^\d{15,20}$/.test(id);
