import type { LogId } from "../ids.ts";
import type { Position } from "../log/entry.ts";

/** Both cursors of a desk: in its own log, and in the viewed session's, there with the last item received of the entry. */
export interface Cursor {
  readonly desk?: Position;
  readonly session?: Position & {
    /** Items of the entry at `id` that were received; all of them when absent. */
    readonly items?: number;
  };
}

const write = (position: (Position & { items?: number }) | undefined): string =>
  position ? [position.log, position.epoch, position.id, position.stamp, position.items ?? ""].join("~") : "";

function read(text: string): (Position & { items?: number }) | undefined {
  const [log, epoch, id, stamp, items] = text.split("~");
  if (
    !log ||
    !/^(ses|dsk)_[a-z0-9]{8,40}$/.test(log) ||
    !epoch ||
    !/^\d{1,9}$/.test(epoch) ||
    !id ||
    !/^\d{1,20}-\d{1,20}$/.test(id)
  )
    return undefined;
  if (stamp === undefined || stamp.length > 80) return undefined;
  const position = { log: log as LogId, epoch: Number(epoch), id, stamp };
  return items && /^\d{1,6}$/.test(items) ? { ...position, items: Number(items) } : position;
}

/** A cursor as the opaque text that clients hold and hand back. */
export const encodeCursor = (cursor: Cursor): string => `${write(cursor.desk)}!${write(cursor.session)}`;

/** The cursor in a client's `pos`; undefined when it is not one of ours. What it names must still be checked. */
export function decodeCursor(text: string): Cursor | undefined {
  const parts = text.split("!");
  if (parts.length !== 2) return undefined;
  const [desk, session] = parts.map((part) => read(part));
  if ((parts[0] && !desk) || (parts[1] && !session)) return undefined;
  return { ...(desk ? { desk } : {}), ...(session ? { session } : {}) };
}
