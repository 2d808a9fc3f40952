import type { GiftEvent, Person, User } from "@frontrow/protocol/event";
import { createEndedStreaks, type EndedStreaks, endedStreak, rememberEnded } from "./ended-streaks.ts";
import { addTap, createUngroupedTaps, isUngrouped, type UngroupedTaps, withdrawOpen } from "./ungrouped-taps.ts";

/** Event time without a message after which a streak counts as ended, although its end never came. */
const STREAK_IDLE_MS = 10_000;
/** Gifts whose name and price are known. */
const MAX_KNOWN = 1_000;
/** Open streaks kept; beyond, the oldest is booked before its time. */
const MAX_OPEN = 10_000;

export interface Streak {
  readonly user: User | undefined;
  /** A guest who receives it; undefined when that is the host. */
  receiver: Person | undefined;
  /** The highest count received, in any order of messages; of streaks without a group the sum of them all. */
  count: number;
  /** Of these, the items that are over: no message adds to them any more. */
  over: number;
  /** Items that are in the totals already. */
  booked: number;
  /** Where TikTok names no group: what tells this streak from those before it. */
  readonly taps: UngroupedTaps | undefined;
  diamondsEach: number;
  lastAtMs: number;
  /** All its messages came late: its gifts count in totals only. */
  late: boolean;
  /** Of its last message. */
  eventId: string;
  name: string;
}

/** What is known of a gift. Some messages have neither. */
interface GiftDetails {
  readonly name: string;
  readonly diamondsEach: number;
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
  /** Items that are booked, or all that is known where no group tells streaks apart. */
  readonly ended: EndedStreaks<number | UngroupedTaps>;
  /** By the gift's id. */
  readonly known: Map<string, GiftDetails>;
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
  known: new Map(),
  nextIdleMs: Number.POSITIVE_INFINITY,
});

/**
 * Folds one message of a streak. Nothing counts while the streak is open: a viewer who keeps tapping sends ×1, ×2, ×3, and ×3 once
 * more when the streak has ended, so adding up all messages would bill three gifts as nine. A streak is booked once, with the
 * highest count received, when it ends or becomes idle (`expireStreaks`); growth after that adds the difference.
 */
export function foldGift(state: GiftsState, gift: GiftEvent, people: GiftPeople): readonly Booking[] {
  const { atMs } = gift;
  const id = idOf(gift, people);
  if (id !== gift.streakId && !state.open.has(id)) withdrawFromHost(state, gift);
  const overflow = state.open.size >= MAX_OPEN ? endOldest(state, atMs) : NOTHING;
  const streak = state.open.get(id) ?? openStreak(state, id, gift, people.giver);
  streak.receiver ??= people.receiver;
  learnDetails(state, streak, gift);
  streak.lastAtMs = atMs;
  streak.eventId = gift.id;
  streak.late &&= gift.late === true;
  countMessage(streak, gift);
  const bookings = bookUpTo(state, streak, streak.over, atMs, false);
  if (bookings.length > 0) streak.late = gift.late === true;
  if (streak.count > streak.booked) state.nextIdleMs = Math.min(state.nextIdleMs, atMs + STREAK_IDLE_MS);
  else closeStreak(state, id, streak, atMs);
  return overflow.length > 0 ? [...overflow, ...bookings] : bookings;
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
  return idle.flatMap(([idleMs, id, streak]) => endStreak(state, id, streak, idleMs));
}

/** Books every open streak: the source is closed, so no end will come. */
export function endAllStreaks(state: GiftsState, atMs: number): readonly Booking[] {
  state.nextIdleMs = Number.POSITIVE_INFINITY;
  return [...state.open].flatMap(([id, streak]) => endStreak(state, id, streak, atMs));
}

function endOldest(state: GiftsState, atMs: number): readonly Booking[] {
  const [oldest] = state.open;
  return oldest ? endStreak(state, oldest[0], oldest[1], atMs) : NOTHING;
}

/** Without a group, gifts to a guest have an id of their own. */
const idOf = (gift: GiftEvent, { receiver }: GiftPeople): string =>
  receiver && isUngrouped(gift) ? `${gift.streakId}${receiver.id}` : gift.streakId;

/** The first message that names the guest may go on with a streak that was taken for the host's until then. */
function withdrawFromHost(state: GiftsState, { streakId, count, streakOpen, atMs }: GiftEvent): void {
  const streak = state.open.get(streakId);
  if (!streak?.taps) return;
  const pending = streak.count - streak.over;
  if (pending === 0 || count < pending || (count === pending && streakOpen)) return;
  withdrawOpen(streak.taps);
  streak.count = streak.over;
  if (streak.count <= streak.booked) closeStreak(state, streakId, streak, atMs);
}

function openStreak(state: GiftsState, id: string, gift: GiftEvent, giver: User | undefined): Streak {
  const known = endedStreak(state.ended, id);
  const taps = isUngrouped(gift) ? (typeof known === "object" ? known : createUngroupedTaps()) : undefined;
  const before = taps ? taps.booked : typeof known === "number" ? known : 0;
  const streak: Streak = {
    user: giver,
    receiver: undefined,
    count: before,
    over: before,
    booked: before,
    taps,
    diamondsEach: 0,
    lastAtMs: gift.atMs,
    late: true,
    eventId: gift.id,
    name: "",
  };
  state.open.set(id, streak);
  return streak;
}

/** Of a message without details those of the streak hold, or those of the same gift before. */
function learnDetails({ known }: GiftsState, streak: Streak, { giftId, name, diamondsEach }: GiftEvent): void {
  const hasDetails = name !== "" || diamondsEach > 0;
  if (hasDetails && known.size < MAX_KNOWN && known.get(giftId)?.diamondsEach !== diamondsEach)
    known.set(giftId, { name, diamondsEach });
  const details = hasDetails ? { name, diamondsEach } : known.get(giftId);
  if (!details) return;
  streak.name = details.name || streak.name;
  streak.diamondsEach = details.diamondsEach || streak.diamondsEach;
}

function countMessage(streak: Streak, gift: GiftEvent): void {
  if (streak.taps) {
    const { all, over } = addTap(streak.taps, gift);
    streak.count = Math.max(streak.count, all);
    streak.over = Math.max(streak.over, over);
    return;
  }
  streak.count = Math.max(streak.count, gift.count);
  if (!gift.streakOpen) streak.over = streak.count;
}

function endStreak(state: GiftsState, id: string, streak: Streak, atMs: number): readonly Booking[] {
  const bookings = bookUpTo(state, streak, streak.count, atMs, true);
  closeStreak(state, id, streak, atMs);
  return bookings;
}

function closeStreak(state: GiftsState, id: string, streak: Streak, atMs: number): void {
  state.open.delete(id);
  rememberEnded(state.ended, id, streak.taps ?? streak.booked, atMs);
}

function bookUpTo(state: GiftsState, streak: Streak, count: number, atMs: number, expired: boolean): readonly Booking[] {
  const gifts = count - streak.booked;
  if (gifts <= 0) return NOTHING;
  streak.booked = count;
  if (streak.taps) streak.taps.booked = count;
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
