import type { GiftEvent, Person, User } from "@frontrow/protocol/event";
import { bookedCount, createEndedStreaks, type EndedStreaks, rememberEnded } from "./ended-streaks.ts";

/** Event time without a message after which a streak counts as ended, although its end never came. */
const STREAK_IDLE_MS = 10_000;
/** Open streaks kept; beyond, the oldest is booked before its time. */
const MAX_OPEN = 10_000;

export interface Streak {
  readonly user: User | undefined;
  /** A guest who receives it; undefined when that is the host. */
  receiver: Person | undefined;
  /** The highest count received, in any order of messages. */
  count: number;
  /** Items that are in the totals already. */
  booked: number;
  diamondsEach: number;
  lastAtMs: number;
  /** All its messages came late: its gifts count in totals only. */
  late: boolean;
  /** Of its last message. */
  eventId: string;
  readonly name: string;
}

export interface GiftsState {
  /** To the host. */
  gifts: number;
  diamonds: number;
  /** To guests on stage: in none of the host's totals. */
  guestGifts: number;
  guestDiamonds: number;
  /** Streaks with items that are not booked yet. */
  readonly open: Map<string, Streak>;
  readonly ended: EndedStreaks;
  /** No open streak becomes idle before this. */
  nextIdleMs: number;
}

/** What a streak adds to the totals when it is booked. */
export interface Booking {
  readonly gifts: number;
  readonly diamonds: number;
  readonly user: User | undefined;
  /** A guest who receives it; undefined when that is the host. */
  readonly receiver: Person | undefined;
  readonly late: boolean;
  readonly atMs: number;
  /** The last event of the streak, and what was given. */
  readonly eventId: string;
  readonly name: string;
  /** Its end never came. */
  readonly expired: boolean;
}
const NOTHING: readonly Booking[] = [];

/** Who gives, where a viewer is known to, and the guest who receives, where the host does not. */
interface GiftPeople {
  readonly giver: User | undefined;
  readonly receiver: Person | undefined;
}

export const createGifts = (): GiftsState => ({
  gifts: 0,
  diamonds: 0,
  guestGifts: 0,
  guestDiamonds: 0,
  open: new Map(),
  ended: createEndedStreaks(),
  nextIdleMs: Number.POSITIVE_INFINITY,
});

/**
 * Folds one message of a streak. Nothing counts while the streak is open: a viewer who keeps tapping sends ×1, ×2, ×3, and ×3 once
 * more when the streak has ended, so adding up all messages would bill three gifts as nine. A streak is booked once, with the
 * highest count received, when it ends or becomes idle (`expireStreaks`); growth after that adds the difference.
 */
export function foldGift(state: GiftsState, gift: GiftEvent, people: GiftPeople): readonly Booking[] {
  const { streakId, atMs } = gift;
  const overflow = state.open.size >= MAX_OPEN ? endOldest(state, atMs) : NOTHING;
  const streak = state.open.get(streakId) ?? openStreak(state, gift, people.giver);
  streak.receiver ??= people.receiver;
  streak.count = Math.max(streak.count, gift.count);
  streak.diamondsEach = gift.diamondsEach;
  streak.lastAtMs = atMs;
  streak.eventId = gift.id;
  streak.late &&= gift.late === true;
  if (!gift.streakOpen) return [...overflow, ...endStreak(state, streakId, streak, atMs, false)];
  if (streak.count > streak.booked) state.nextIdleMs = Math.min(state.nextIdleMs, atMs + STREAK_IDLE_MS);
  else state.open.delete(streakId); // an echo of a streak that has ended
  return overflow;
}

/** Books the streaks that are idle at `nowMs`, each at the moment at which it became idle, however late that is noticed. */
export function expireStreaks(state: GiftsState, nowMs: number): readonly Booking[] {
  if (nowMs < state.nextIdleMs) return NOTHING;
  state.nextIdleMs = Number.POSITIVE_INFINITY;
  const idle: [idleMs: number, id: string, streak: Streak][] = [];
  for (const [id, streak] of state.open) {
    const idleMs = streak.lastAtMs + STREAK_IDLE_MS;
    if (idleMs <= nowMs) idle.push([idleMs, id, streak]);
    else state.nextIdleMs = Math.min(state.nextIdleMs, idleMs);
  }
  // In the order in which they became idle, so that the number of ticks in between makes no difference.
  idle.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  return idle.flatMap(([idleMs, id, streak]) => endStreak(state, id, streak, idleMs, true));
}

/** Books every open streak: the source is closed, so no end will come. */
export function endAllStreaks(state: GiftsState, atMs: number): readonly Booking[] {
  state.nextIdleMs = Number.POSITIVE_INFINITY;
  return [...state.open].flatMap(([id, streak]) => endStreak(state, id, streak, atMs, true));
}

function endOldest(state: GiftsState, atMs: number): readonly Booking[] {
  const [oldest] = state.open;
  return oldest ? endStreak(state, oldest[0], oldest[1], atMs, true) : NOTHING;
}

function openStreak(state: GiftsState, gift: GiftEvent, giver: User | undefined): Streak {
  const before = bookedCount(state.ended, gift.streakId);
  const streak: Streak = {
    user: giver,
    receiver: undefined,
    count: before,
    booked: before,
    diamondsEach: gift.diamondsEach,
    lastAtMs: gift.atMs,
    late: true,
    eventId: gift.id,
    name: gift.name,
  };
  state.open.set(gift.streakId, streak);
  return streak;
}

function endStreak(state: GiftsState, id: string, streak: Streak, atMs: number, expired: boolean): readonly Booking[] {
  const gifts = streak.count - streak.booked;
  state.open.delete(id);
  rememberEnded(state.ended, id, streak.count, atMs);
  if (gifts <= 0) return NOTHING;
  const diamonds = gifts * streak.diamondsEach;
  const { user, receiver, late, eventId, name } = streak;
  if (receiver) {
    state.guestGifts += gifts;
    state.guestDiamonds += diamonds;
  } else {
    state.gifts += gifts;
    state.diamonds += diamonds;
  }
  return [{ gifts, diamonds, user, receiver, late, atMs, eventId, name, expired }];
}
