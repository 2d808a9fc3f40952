import type { DeskId, WorkerId } from "@frontrow/protocol/ids";
import type { DeskStore } from "@frontrow/redis/desks";

interface Saying {
  sockets: number;
  running: Promise<"joined" | "left" | "absent"> | undefined;
}

/** Says how many of this gateway's sockets are at each desk: the number as it is now, in order, one call at a time a desk. */
export function createPresence(desks: Pick<DeskStore, "present">, gateway: WorkerId) {
  const sayings = new Map<DeskId, Saying>();

  async function sayUntilTrue(deskId: DeskId, saying: Saying): Promise<"joined" | "left" | "absent"> {
    try {
      for (;;) {
        const { sockets } = saying;
        const outcome = await desks.present(deskId, gateway, sockets);
        if (saying.sockets === sockets) return outcome;
      }
    } finally {
      saying.running = undefined;
      if (saying.sockets === 0) sayings.delete(deskId);
    }
  }

  return {
    /** Resolves when Redis knows; "absent": there is no such desk. */
    change(deskId: DeskId, by: 1 | -1): Promise<"joined" | "left" | "absent"> {
      const saying = sayings.get(deskId) ?? { sockets: 0, running: undefined };
      sayings.set(deskId, saying);
      saying.sockets += by;
      saying.running ??= sayUntilTrue(deskId, saying);
      return saying.running;
    },
  };
}
