import type { Bookmark, LibraryEntry } from "@frontrow/protocol/library/entry";
import { FrontrowRequestError } from "@frontrow/sdk/client";
import type { Library } from "@frontrow/sdk/library";
import { create } from "zustand";
import { shownReplay } from "../../live/replay.ts";
import { useServerClock } from "../../live/server-clock.ts";
import { useShownRecording } from "../../live/use-library.ts";
import { useCommands, useView } from "../../live/view-store.ts";
import { replayReasonOf } from "../connection/sentence.ts";
import { useShownTimeline } from "./shown-timeline.ts";

/** What was done last, as it is said beside the page: a bookmark that was set just now, or what went wrong. */
type BookmarkNote =
  | { readonly kind: "set"; readonly recordingId: string; readonly bookmark: Bookmark }
  | { readonly kind: "failed"; readonly text: string };

export const useBookmarkNote = create<{ readonly note: BookmarkNote | undefined }>(() => ({ note: undefined }));
export const dismissNote = (): void => useBookmarkNote.setState({ note: undefined });

const emptyEntry: LibraryEntry = { bookmarks: [] };

const withBookmark = (entry: LibraryEntry, bookmark: Bookmark): LibraryEntry => ({
  ...entry,
  bookmarks: [...entry.bookmarks.filter(({ bookmarkId }) => bookmarkId !== bookmark.bookmarkId), bookmark].sort(
    (one, other) => one.atMs - other.atMs,
  ),
});

const withoutBookmark = (entry: LibraryEntry, bookmarkId: string): LibraryEntry => ({
  ...entry,
  bookmarks: entry.bookmarks.filter((each) => each.bookmarkId !== bookmarkId),
});

function withZero({ zeroMs: _, ...entry }: LibraryEntry, zeroMs: number | null): LibraryEntry {
  return zeroMs === null ? entry : { ...entry, zeroMs };
}

/** What the server told before it knew of a change must not take it back. */
let changesUnderWay = 0;
export const isChanging = (): boolean => changesUnderWay > 0;

/** A desk holds what it watches some seconds after the broadcast began: a bookmark that is set at once waits for it. */
const HELD_AFTER_MS = 2_500;
const HELD_TRIES = 8;

async function held<T>(ask: () => Promise<T>, isLive: boolean): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      const isTooSoon = error instanceof FrontrowRequestError && error.code === "RECORDING_NOT_FOUND";
      if (!isLive || !isTooSoon || tries === HELD_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, HELD_AFTER_MS));
    }
  }
}

/** Without `crypto.randomUUID`, which a page on a plain address of the own network does not have. */
const newId = (): string => `bm-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

export interface BookmarkActions {
  /** Sets one where the replay stands, or at the broadcast's newest moment. */
  setHere(): void;
  set(bookmark: Bookmark): void;
  remove(bookmarkId: string): void;
  /** Time is counted from there; from the beginning again when null. */
  setZero(atMs: number | null): void;
}

/** What a desk notes of the recording on the screen. It shows at once; what the server refuses is taken back, and said. */
export function useBookmarks(): BookmarkActions {
  const { library } = useCommands();
  const recordingId = useShownRecording();
  const replay = useView((view) => view.replay);
  const isLive = useView((view) => view.broadcast !== undefined);
  const now = useServerClock();

  const keep = async (change: (entry: LibraryEntry) => LibraryEntry, ask: (to: Library) => Promise<LibraryEntry>) => {
    const before = useShownTimeline.getState().entry ?? emptyEntry;
    const isShown = () => useShownTimeline.getState().recordingId === recordingId;
    if (isShown()) useShownTimeline.setState({ entry: change(before) });
    changesUnderWay += 1;
    try {
      const entry = await held(async () => ask(await library()), replay === undefined);
      if (isShown()) useShownTimeline.setState({ entry });
    } catch (error) {
      if (isShown()) useShownTimeline.setState({ entry: before });
      useBookmarkNote.setState({ note: { kind: "failed", text: failureText(error) } });
    } finally {
      changesUnderWay -= 1;
    }
  };
  const set = (bookmark: Bookmark) => {
    if (recordingId === undefined) return;
    void keep(
      (entry) => withBookmark(entry, bookmark),
      (to) => to.setBookmark(recordingId, bookmark),
    );
  };
  return {
    set,
    setHere() {
      const atMs = replay ? shownReplay(replay, now())?.positionMs : isLive ? now() : undefined;
      if (atMs === undefined) return;
      if (recordingId === undefined) {
        const text = "This desk records nothing just now, so there is nothing to keep a bookmark in.";
        useBookmarkNote.setState({ note: { kind: "failed", text } });
        return;
      }
      const bookmark = { bookmarkId: newId(), atMs: Math.round(atMs), text: "" };
      useBookmarkNote.setState({ note: { kind: "set", recordingId, bookmark } });
      set(bookmark);
    },
    remove(bookmarkId) {
      if (recordingId === undefined) return;
      void keep(
        (entry) => withoutBookmark(entry, bookmarkId),
        (to) => to.removeBookmark(recordingId, bookmarkId),
      );
    },
    setZero(atMs) {
      if (recordingId === undefined) return;
      const zeroMs = atMs === null ? null : Math.round(atMs);
      void keep(
        (entry) => withZero(entry, zeroMs),
        (to) => to.change(recordingId, { zeroMs }),
      );
    },
  };
}

function failureText(error: unknown): string {
  if (!(error instanceof FrontrowRequestError)) return "That could not be kept: the server does not answer. Try again.";
  if (error.code === "RECORDING_NOT_FOUND") return "That could not be kept: this desk does not hold the recording.";
  if (error.code === "LIBRARY_FULL")
    return "That could not be kept: there is no room for more. Delete a bookmark, or a recording.";
  if (error.code === "BAD_MESSAGE") return `That could not be kept: ${error.message}.`;
  return `That could not be kept. ${replayReasonOf(error.code)}`;
}
