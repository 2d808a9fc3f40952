import type { DeskId, WorkerId } from "@frontrow/protocol/ids";
import type { DeskStore } from "@frontrow/redis/desks";

interface Announcement {
  sockets: number;
  running: Promise<"joined" | "left" | "absent"> | undefined;
}

/** Tells Redis how many of this gateway's sockets are at each desk: the current number, one call at a time a desk. */
export function createPresence(desks: Pick<DeskStore, "present">, gateway: WorkerId) {
  const announcements = new Map<DeskId, Announcement>();

  /** Repeats the call when the number has changed meanwhile. */
  async function announce(deskId: DeskId, announcement: Announcement): Promise<"joined" | "left" | "absent"> {
    try {
      for (;;) {
        const { sockets } = announcement;
        const outcome = await desks.present(deskId, gateway, sockets);
        if (announcement.sockets === sockets) return outcome;
      }
    } finally {
      announcement.running = undefined;
      if (announcement.sockets === 0) announcements.delete(deskId);
    }
  }

  return {
    /** Resolves when Redis knows; "absent": there is no such desk. */
    change(deskId: DeskId, by: 1 | -1): Promise<"joined" | "left" | "absent"> {
      const announcement = announcements.get(deskId) ?? { sockets: 0, running: undefined };
      announcements.set(deskId, announcement);
      announcement.sockets += by;
      announcement.running ??= announce(deskId, announcement);
      return announcement.running;
    },
  };
}
