import type { Cursor } from "@frontrow/protocol/cursor";
import { compareStreamIds } from "@frontrow/protocol/stream-id";

/** Where a reader is in one log: after an entry, or after the first `items` of it. */
export type LogPosition = NonNullable<Cursor["session"]>;

/** What a frame is about to add: an entry, or its items up to and with a number. */
export type Arrival = LogPosition;

/**
 * Whether an arrival is new to a reader at this position. The server sends each once and in order; this is what a client
 * can prove by itself.
 */
export function isNew(at: LogPosition | undefined, arrival: Arrival): boolean {
  if (!at || at.log !== arrival.log || at.epoch !== arrival.epoch) return true;
  const order = compareStreamIds(arrival.id, at.id);
  if (order !== 0) return order > 0;
  // The same entry: its whole is `items` undefined.
  return at.items !== undefined && (arrival.items === undefined || arrival.items > at.items);
}
