import type { FoldItem } from "@frontrow/audience/fold";
import { type Booking, createGifts, endAllStreaks, expireStreaks, foldGift } from "@frontrow/audience/gifts";
import type { EventOf } from "@frontrow/protocol/event";
import { type Cell, csvHead, csvRows } from "./csv.ts";
import type { Format } from "./format.ts";
import { timeCells, timeColumns, userCells, userColumns } from "./rows.ts";

const columns = [
  ...timeColumns,
  ...userColumns,
  ...(["gift", "count", "diamonds_each", "diamonds", "receiver_id", "receiver_handle", "late", "event_id"] as const),
];

/**
 * Each gift when it counted: a streak is one row with all of its items, so that the columns add up to the totals. Those to a guest name the
 * guest, and are in none of the host's totals. A streak that grew after it counted has another row for the rest.
 */
export const gifts: Format = {
  extension: "csv",
  needs: { passes: 1 },
  async *write(source) {
    yield csvHead(columns);
    const booked = new Bookings();
    for await (const page of source.pages()) {
      const rows = page.flatMap(({ value }) => booked.after(value)).map((booking) => cellsOf(booking, source.zeroMs));
      if (rows.length > 0) yield csvRows(rows);
    }
    const last = booked.rest().map((booking) => cellsOf(booking, source.zeroMs));
    if (last.length > 0) yield csvRows(last);
  },
};

/** What is booked of gifts, as the fold books it. */
class Bookings {
  readonly #state = createGifts();
  #nowMs = 0;
  #hostId = "";

  after(item: FoldItem): readonly Booking[] {
    this.#nowMs = Math.max(this.#nowMs, item.atMs);
    const idle = expireStreaks(this.#state, this.#nowMs);
    const now = this.#fold(item);
    return idle.length === 0 ? now : [...idle, ...now];
  }

  /** Streaks that are open where the recording ends are so far what was given. */
  rest(): readonly Booking[] {
    return endAllStreaks(this.#state, this.#nowMs);
  }

  #fold(item: FoldItem): readonly Booking[] {
    switch (item.type) {
      case "gift":
        return foldGift(this.#state, item, { giver: item.user, receiver: this.#guestOf(item) });
      case "sourceOpened":
        this.#hostId = item.hostId ?? this.#hostId;
        return [];
      case "sourceClosed":
      case "streamEnd":
        return endAllStreaks(this.#state, this.#nowMs);
      default:
        return [];
    }
  }

  #guestOf({ receiver }: EventOf<"gift">): EventOf<"gift">["receiver"] {
    return receiver && receiver.id !== this.#hostId ? receiver : undefined;
  }
}

function cellsOf(booking: Booking, zeroMs: number): Cell[] {
  const { atMs, user, name, gifts: count, diamonds, receiver, late, eventId } = booking;
  const what = [name, count, count === 0 ? 0 : diamonds / count, diamonds];
  return [...timeCells(atMs, zeroMs), ...userCells(user), ...what, receiver?.id, receiver?.handle, late, eventId];
}
