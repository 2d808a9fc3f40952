import type { Creator } from "./creator.ts";
import type { Room } from "./room.ts";

/** Where a room id leads. */
export interface RoomPlace {
  readonly room: Room;
  readonly creator: Creator;
}

export interface Creators {
  /** The creator of this name in any spelling, made on first sight. */
  of(name: string): Creator;
  /** Only if it was seen already. */
  peek(name: string): Creator | undefined;
  room(roomId: string): RoomPlace | undefined;
  /** The creator takes another name, whatever they are doing; nobody has the old one any more. */
  rename(name: string, to: string): void;
  /** A setting of this creator was made by hand: it is never forgotten. */
  keep(name: string): void;
  /** Ends the broadcasts that nobody has been connected to, or asked about, for this long; asked about again, they begin anew. */
  forgetIdle(idleMs: number): void;
  all(): Iterable<Creator>;
  clear(): void;
}

/** Broadcasts of a creator that a client may still ask about. */
const ROOMS_KEPT = 4;

/**
 * Everybody who was asked about.
 *
 * Beyond `max`, who was not asked about for the longest time, is not connected and was not set up by hand is forgotten: a
 * crawler of names must not fill the memory.
 *
 * @param make makes the creator of a name (lower case) and calls `onRoom` for each broadcast
 * @param now milliseconds of a clock
 */
export function createCreators(
  max: number,
  make: (handle: string, onRoom: (room: Room, creator: Creator) => void) => Creator,
  now: () => number = Date.now,
): Creators {
  /** In the order of last use. */
  const byHandle = new Map<string, Creator>();
  const byRoom = new Map<string, RoomPlace>();
  const roomsOf = new Map<string, string[]>();
  const kept = new Set<string>();
  const usedAt = new Map<string, number>();

  const onRoom = (room: Room, creator: Creator): void => {
    byRoom.set(room.roomId, { room, creator });
    const rooms = [...(roomsOf.get(creator.handle) ?? []), room.roomId];
    for (const old of rooms.splice(0, Math.max(0, rooms.length - ROOMS_KEPT))) byRoom.delete(old);
    roomsOf.set(creator.handle, rooms);
  };

  const forget = (creator: Creator): void => {
    creator.dispose();
    for (const roomId of roomsOf.get(creator.handle) ?? []) byRoom.delete(roomId);
    roomsOf.delete(creator.handle);
    byHandle.delete(creator.handle);
    usedAt.delete(creator.handle);
  };

  const isInUse = ({ openConnections, handle }: Creator): boolean => openConnections > 0 || kept.has(handle);

  const makeRoom = (): void => {
    if (byHandle.size < max) return;
    for (const creator of byHandle.values()) {
      if (isInUse(creator)) continue;
      forget(creator);
      return;
    }
  };

  const handleOf = (name: string): string => name.replace(/^@/, "").toLowerCase();

  const of = (name: string): Creator => {
    const handle = handleOf(name);
    let creator = byHandle.get(handle);
    if (creator) byHandle.delete(handle);
    else {
      makeRoom();
      creator = make(handle, onRoom);
    }
    byHandle.set(handle, creator);
    usedAt.set(handle, now());
    return creator;
  };

  return {
    of,
    rename(name, to) {
      const [from, handle] = [handleOf(name), handleOf(to)];
      const creator = of(from);
      const taken = byHandle.get(handle);
      if (taken) forget(taken);
      byHandle.delete(from);
      byHandle.set(handle, creator);
      roomsOf.set(handle, roomsOf.get(from) ?? []);
      roomsOf.delete(from);
      usedAt.delete(from);
      usedAt.set(handle, now());
      creator.handle = handle;
      for (const each of [from, handle]) kept.add(each);
      of(from).vanish();
    },
    peek: (name) => byHandle.get(handleOf(name)),
    room: (roomId) => byRoom.get(roomId),
    keep: (name) => void kept.add(handleOf(name)),
    forgetIdle(idleMs) {
      for (const creator of [...byHandle.values()]) {
        if (isInUse(creator)) usedAt.set(creator.handle, now());
        else if (now() - (usedAt.get(creator.handle) ?? 0) >= idleMs) forget(creator);
      }
    },
    all: () => byHandle.values(),
    clear() {
      for (const creator of [...byHandle.values()]) forget(creator);
      kept.clear();
    },
  };
}
