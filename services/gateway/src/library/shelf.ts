import type { DeskId } from "@frontrow/protocol/ids";
import type { Bookmark, EntryChange, LibraryEntry } from "@frontrow/protocol/library/entry";
import type { RecordingId } from "@frontrow/protocol/recording";
import { sampleStoreOf } from "@frontrow/recording/samples";
import type { LibraryOutcome, LibraryStore } from "@frontrow/redis/library";
import type { DeskChanges } from "../desk/changes.ts";
import type { GuestLimits } from "../desk/guest-limits.ts";
import { refusal } from "../http/problem.ts";

/**
 * What a desk changes on its shelf of recordings. All of its members are told to read again. What is refused is thrown: a recording
 * that the desk does not hold, a shelf that is full, a limit.
 */
export interface DeskShelf {
  change(deskId: DeskId, recordingId: RecordingId, change: EntryChange): Promise<LibraryEntry>;
  setBookmark(deskId: DeskId, recordingId: RecordingId, bookmark: Bookmark): Promise<LibraryEntry>;
  deleteBookmark(deskId: DeskId, recordingId: RecordingId, bookmarkId: string): Promise<LibraryEntry>;
  /** It is hidden at once, and can be restored for an hour. A replay of it that is under way goes on. */
  delete(deskId: DeskId, recordingId: RecordingId): Promise<void>;
  restore(deskId: DeskId, recordingId: RecordingId): Promise<LibraryEntry>;
}

interface Dependencies {
  readonly shelves: Pick<LibraryStore, "change" | "delete" | "restore">;
  readonly changes: Pick<DeskChanges, "noteData">;
  readonly guests: Pick<GuestLimits, "spendLibraryChange">;
}

export function createDeskShelf({ shelves, changes, guests }: Dependencies): DeskShelf {
  async function changed(
    deskId: DeskId,
    recordingId: RecordingId,
    change: (isSample: boolean) => Promise<LibraryOutcome>,
  ): Promise<LibraryEntry> {
    await guests.spendLibraryChange(deskId);
    const { outcome, entry } = await change(sampleStoreOf(recordingId) !== undefined);
    if (outcome === "absent") throw refusal("RECORDING_NOT_FOUND");
    if (outcome === "full") throw refusal("LIBRARY_FULL");
    if (outcome === "applied") await changes.noteData(deskId, "recordings", recordingId);
    return entry;
  }

  return {
    change: (deskId, id, change) =>
      changed(deskId, id, (isSample) => shelves.change(deskId, id, { type: "note", ...change }, isSample)),
    setBookmark: (deskId, id, bookmark) =>
      changed(deskId, id, (isSample) => shelves.change(deskId, id, { type: "bookmark", ...bookmark }, isSample)),
    deleteBookmark: (deskId, id, bookmarkId) =>
      changed(deskId, id, (isSample) => shelves.change(deskId, id, { type: "removeBookmark", bookmarkId }, isSample)),
    async delete(deskId, id) {
      await changed(deskId, id, async (isSample) => {
        if (isSample) throw refusal("FORBIDDEN", "This is a sample, which is everybody's: it cannot be deleted.");
        return shelves.delete(deskId, id);
      });
    },
    restore: (deskId, id) => changed(deskId, id, () => shelves.restore(deskId, id)),
  };
}
