import type { CreatorId, DeskId } from "@frontrow/protocol/ids";
import type { DeskStore, WatchNote } from "./desks.ts";
import type { WantedIndex } from "./wanted-index.ts";
import type { WatcherStore } from "./watchers.ts";

export interface WatchNoteDeps {
  readonly desks: DeskStore;
  readonly watchers: WatcherStore;
  readonly wanted: WantedIndex;
}

/**
 * Carries out in the creators' slots what a desk's changes demand, and takes each note away once it is done. Resolves with
 * the creators that the desk is attached to now: they may need a start order.
 *
 * The desk and its creators live in different slots, so this is not one step: the writer of a change calls it at once, the
 * reaper calls it for a writer that died in between. Safe to repeat, and to run in several processes at once.
 */
export async function applyWatchNotes(deps: WatchNoteDeps, deskId: DeskId): Promise<CreatorId[]> {
  const attached: CreatorId[] = [];
  for (const note of await deps.desks.notes(deskId)) {
    await carryOut(deps, deskId, note);
    const outcome = await deps.desks.clearNote(deskId, note);
    if (note.action === "detach") continue;
    // The desk has moved on meanwhile, and its detach may have come before our attach: it must not bring the watch back.
    if (outcome === "moved" && !(await stillWatches(deps, deskId, note))) await deps.watchers.detach({ deskId, ...note });
    else attached.push(note.creatorId);
  }
  return attached;
}

async function carryOut({ watchers, wanted }: WatchNoteDeps, deskId: DeskId, note: WatchNote): Promise<void> {
  const watch = { deskId, creatorId: note.creatorId, generation: note.generation };
  if (note.action === "detach") {
    await watchers.detach(watch);
    return;
  }
  // Indexed first: from then on the sweep sees the watch, whatever happens to us.
  await wanted.add("ingest", note.creatorId);
  await watchers.attach(watch);
}

async function stillWatches({ desks }: WatchNoteDeps, deskId: DeskId, { creatorId, generation }: WatchNote): Promise<boolean> {
  const desk = await desks.read(deskId);
  return desk?.state.creatorId === creatorId && desk.state.generation === generation;
}
