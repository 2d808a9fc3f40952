import type { GiftEvent, Person, User } from "@frontrow/protocol/event";
import type { Moment } from "@frontrow/protocol/insight";

export const GIFT_LIMIT = 300;

/** One streak, however many messages it took. A single gift is a streak of one. */
export interface GiftRow {
  readonly id: string;
  /** Event time of its first message: a row keeps its place while it counts up. */
  readonly atMs: number;
  readonly lastAtMs: number;
  readonly user: User | undefined;
  readonly name: string;
  readonly count: number;
  readonly diamonds: number;
  readonly isOpen: boolean;
  /** Who receives it, when it is not the host: then it is in none of the host's totals. */
  readonly receiver?: Person;
  readonly imageUrl?: string;
  /** The first gift of this person in this broadcast. */
  readonly isFirst: boolean;
}

export interface GiftFeed {
  /** Oldest first. */
  readonly rows: readonly GiftRow[];
}

export const emptyGifts: GiftFeed = { rows: [] };

/** The feed after `events`: a streak's row counts up in its place, and a streak that has ended stays ended. */
export function appendGifts(feed: GiftFeed, events: readonly GiftEvent[]): GiftFeed {
  const rows = [...feed.rows];
  const places = new Map(rows.map((row, place) => [row.id, place]));
  for (const event of events) {
    const place = places.get(event.streakId);
    const held = place === undefined ? undefined : rows[place];
    if (place === undefined || held === undefined) {
      places.set(event.streakId, rows.length);
      rows.push(rowOf(event));
    } else {
      rows[place] = counted(held, event);
    }
  }
  return { rows: rows.slice(-GIFT_LIMIT) };
}

/** A gift that was counted later than this after its last message is another one: a streak without an end is given up sooner. */
const COUNTED_WITHIN_MS = 60_000;

/** Marks the first gifts of people: their last streak before the moment that tells of it. One that is forgotten stays so. */
export function markFirstGifts(feed: GiftFeed, moments: readonly Pick<Moment, "user" | "atMs">[]): GiftFeed {
  const rows = [...feed.rows];
  let changed = false;
  for (const { user, atMs } of moments) {
    const place = rows.findLastIndex(
      (row) =>
        user && row.user?.id === user.id && !row.receiver && row.lastAtMs <= atMs && atMs - row.lastAtMs < COUNTED_WITHIN_MS,
    );
    const row = rows[place];
    if (!row || row.isFirst) continue;
    rows[place] = { ...row, isFirst: true };
    changed = true;
  }
  return changed ? { rows } : feed;
}

const diamondsOf = (event: GiftEvent): number => Math.max(event.diamonds, event.diamondsEach * event.count);

const rowOf = (event: GiftEvent): GiftRow => ({
  id: event.streakId,
  atMs: event.atMs,
  lastAtMs: event.atMs,
  user: event.user,
  name: event.name,
  count: event.count,
  diamonds: diamondsOf(event),
  isOpen: event.streakOpen,
  ...(event.receiver ? { receiver: event.receiver } : {}),
  ...(event.imageUrl ? { imageUrl: event.imageUrl } : {}),
  isFirst: false,
});

const counted = (row: GiftRow, event: GiftEvent): GiftRow => ({
  ...row,
  lastAtMs: Math.max(row.lastAtMs, event.atMs),
  count: Math.max(row.count, event.count),
  diamonds: Math.max(row.diamonds, diamondsOf(event)),
  isOpen: row.isOpen && event.streakOpen,
  // Details may come with a later message of the streak only.
  ...(event.receiver ? { receiver: event.receiver } : {}),
  ...(event.imageUrl ? { imageUrl: event.imageUrl } : {}),
});
