import type { DeskId } from "@frontrow/protocol/ids";
import type { ViewerNote } from "@frontrow/protocol/library/viewer";
import type { ViewerNoteStore } from "@frontrow/redis/viewer-notes";
import type { DeskChanges } from "../desk/changes.ts";
import type { GuestLimits } from "../desk/guest-limits.ts";
import { refusal } from "../http/problem.ts";

/** What a desk notes of viewers: its own, whomever it watches. */
export interface DeskViewerNotes {
  of<T extends { readonly user: { readonly id: string } }>(
    deskId: DeskId,
    viewers: readonly T[],
  ): Promise<(T & Partial<ViewerNote>)[]>;
  read(deskId: DeskId, userId: string): Promise<Partial<ViewerNote>>;
  /** All of the desk's members are told to read again. Rejects with LIBRARY_FULL, or a limit. */
  set(deskId: DeskId, userId: string, note: ViewerNote): Promise<ViewerNote>;
}

interface Dependencies {
  readonly notes: ViewerNoteStore;
  readonly changes: Pick<DeskChanges, "noteData">;
  readonly guests: Pick<GuestLimits, "spendLibraryChange">;
}

export function createDeskViewerNotes({ notes, changes, guests }: Dependencies): DeskViewerNotes {
  return {
    async of(deskId, viewers) {
      const noted = await notes.read(
        deskId,
        viewers.map(({ user }) => user.id),
      );
      return viewers.map((viewer) => ({ ...viewer, ...noted.get(viewer.user.id) }));
    },
    read: async (deskId, userId) => (await notes.read(deskId, [userId])).get(userId) ?? {},
    async set(deskId, userId, given) {
      await guests.spendLibraryChange(deskId);
      const note = { note: given.note, tags: [...new Set(given.tags.filter((tag) => tag !== ""))] };
      const outcome = await notes.set(deskId, userId, note);
      if (outcome === "absent") throw refusal("DESK_NOT_FOUND");
      if (outcome === "full") throw refusal("LIBRARY_FULL");
      if (outcome === "applied") await changes.noteData(deskId, "viewers");
      return note;
    },
  };
}
