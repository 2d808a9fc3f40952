import type { DeskId, SessionId, WorkerId } from "@frontrow/protocol/ids";
import { creatorIdOf } from "@frontrow/protocol/ids";
import type { DeskStore } from "@frontrow/redis/desks";
import type { WantedIndex } from "@frontrow/redis/wanted-index";
import type { Hub } from "../stream/hub.ts";
import type { DeskChanges } from "./changes.ts";
import { Desk, type DeskServices } from "./desk.ts";
import { createPresence } from "./presence.ts";
import type { DeskReplays } from "./replays.ts";
import type { Sources } from "./source.ts";

export interface DeskRegistry {
  /** Counts one more socket of this process at the desk; undefined when there is no such desk. Each is to leave once. */
  enter(deskId: DeskId): Promise<Desk | undefined>;
  /** Takes back one socket. */
  leave(deskId: DeskId): void;
  /** Resolves when every departure is known to Redis. */
  drained(): Promise<void>;
}

interface Dependencies {
  readonly gateway: WorkerId;
  readonly hub: Hub;
  readonly desks: DeskStore;
  readonly wanted: Pick<WantedIndex, "add">;
  readonly sources: Sources;
  readonly coach: DeskServices["coach"];
  readonly holds: DeskServices["holds"];
  /** Begins the watch of a desk that was reaped and is in use again, and ends that of one that was left. */
  readonly changes: Pick<DeskChanges, "watch" | "rest">;
  readonly replays: Pick<DeskReplays, "wake">;
  /** How long a desk that was left goes on to watch a creator who was never live. */
  readonly unseenKeptMs: number;
  onError(error: unknown): void;
}

interface Slot {
  sockets: number;
  opening: Promise<Desk | undefined>;
}

/** The desks that have sockets in this process: each is opened once. */
export function createDeskRegistry(deps: Dependencies): DeskRegistry {
  const { gateway, hub, desks, wanted, sources, changes, replays, unseenKeptMs, onError } = deps;
  const slots = new Map<DeskId, Slot>();
  const services = { desks, hub, sources, coach: deps.coach, holds: deps.holds, onError };
  const presence = createPresence(desks, gateway);
  const departures = new Set<Promise<unknown>>();
  const rests = new Set<NodeJS.Timeout>();

  async function open(deskId: DeskId): Promise<Desk | undefined> {
    const record = await desks.read(deskId);
    if (!record) return undefined;
    if (record.rested && !record.state.creatorId) await changes.watch(deskId, creatorIdOf(record.rested), record.rested);
    if (record.state.replay) await replays.wake(deskId, record.state.replay.session as SessionId);
    const handle = await hub.open(deskId);
    if (!handle) return undefined;
    const desk = new Desk(deskId, handle, services);
    try {
      if (await desk.open()) return desk;
    } catch (error) {
      desk.close();
      throw error;
    }
    desk.close();
    return undefined;
  }

  function closeWhenOpen(slot: Slot): void {
    slot.opening
      .then((desk) => {
        desk?.close();
        if (desk?.state.creatorId && !desk.status?.sessionId) restSoon(desk.id);
      })
      .catch(onError);
  }

  /**
   * Whoever names a creator and goes at once leaves a search behind that nobody waits for. A reload comes back sooner than this;
   * who comes back later finds the watch begun again. If this process dies meanwhile, the reaper does it after a while.
   */
  function restSoon(deskId: DeskId): void {
    const timer = setTimeout(() => {
      rests.delete(timer);
      restIfLeft(deskId).catch(onError);
    }, unseenKeptMs);
    timer.unref();
    rests.add(timer);
  }

  async function restIfLeft(deskId: DeskId): Promise<void> {
    if (slots.has(deskId)) return;
    const record = await desks.read(deskId);
    if (record?.state.creatorId) await changes.rest(deskId, record.joins);
  }

  function leave(deskId: DeskId): void {
    const slot = slots.get(deskId);
    if (!slot) return;
    slot.sockets -= 1;
    if (slot.sockets === 0) {
      slots.delete(deskId);
      closeWhenOpen(slot);
    }
    const departure = presence.change(deskId, -1).catch(onError);
    departures.add(departure);
    void departure.finally(() => departures.delete(departure));
  }

  return {
    async enter(deskId) {
      // The reaper removes a desk that it has reaped from the index; from here on it checks this one again.
      if (!slots.has(deskId)) await wanted.add("desks", deskId);
      // Present first: from here on the reaper leaves the desk alone, or has been there before.
      const slot = slots.get(deskId) ?? { sockets: 0, opening: Promise.resolve(undefined) };
      const isFirst = slot.sockets === 0;
      slot.sockets += 1;
      slots.set(deskId, slot);
      const present = presence.change(deskId, 1);
      if (isFirst) slot.opening = present.then((outcome) => (outcome === "absent" ? undefined : open(deskId)));
      try {
        await present;
        const desk = await slot.opening;
        if (desk) return desk;
      } catch (error) {
        leave(deskId);
        throw error;
      }
      leave(deskId);
      return undefined;
    },
    leave,
    async drained() {
      for (const timer of rests) clearTimeout(timer);
      await Promise.all(departures);
    },
  };
}
