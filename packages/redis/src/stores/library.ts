import type { DeskId } from "@frontrow/protocol/ids";
import { type Bookmark, type EntryChange, type LibraryEntry, MOST_BOOKMARKS } from "@frontrow/protocol/library/entry";
import type { RecordingId } from "@frontrow/protocol/recording";
import type { RedisClient } from "../client/client.ts";
import { defineScript, oneOf } from "../define-script.ts";
import { deskKeys } from "./desks.ts";
import { createRecordingDesks } from "./recording-desks.ts";
import { createRecordingStore, type HeldRecording, MONTH, type RecordingRetention, readShelf } from "./recordings.ts";

export type LibraryChange =
  | ({ readonly type: "note" } & EntryChange)
  | ({ readonly type: "bookmark" } & Bookmark)
  | { readonly type: "removeBookmark"; readonly bookmarkId: string };

/** `absent`: the desk holds no such recording, or has deleted it. `full`: it notes as much as it may. */
export interface LibraryOutcome {
  readonly outcome: "applied" | "unchanged" | "absent" | "full";
  /** As it is now. */
  readonly entry: LibraryEntry;
}

/** What a desk holds, and what it notes of that and of samples. */
export interface Shelf {
  /** The newest first, those among them that can be restored. */
  readonly held: readonly (HeldRecording & { readonly entry: LibraryEntry })[];
  /** What the desk notes of any recording. */
  entryOf(recordingId: RecordingId): LibraryEntry;
}

/** What desks note of recordings. All of it is one desk's alone; two members who change two aspects both find theirs. */
export interface LibraryStore {
  read(deskId: DeskId): Promise<Shelf>;
  /** Of a recording that the desk holds, or of a sample, which is nobody's. Safe to repeat. */
  change(deskId: DeskId, recordingId: RecordingId, change: LibraryChange, isSample?: boolean): Promise<LibraryOutcome>;
  /** Takes a recording off the desk; for a while it can be restored. Safe to repeat. */
  delete(deskId: DeskId, recordingId: RecordingId): Promise<LibraryOutcome>;
  restore(deskId: DeskId, recordingId: RecordingId): Promise<LibraryOutcome>;
}

/** Fields of one desk's library: some 100 recordings with 20 bookmarks each. At their longest they are 2 MB. */
const MOST_FIELDS = 2_000;
/** What is unpinned stays at least this long: an unpinning may be a mistake. */
const UNPINNED_KEPT_MS = 24 * 3_600_000;

export function createLibraryStore(client: RedisClient, retention: Partial<RecordingRetention> = {}): LibraryStore {
  const { deletedKeptMs } = { ...MONTH, ...retention };
  const recordings = createRecordingStore(client, retention);
  const desks = createRecordingDesks(client);
  const changeOf = (deskId: DeskId, recordingId: RecordingId, change: Change, isSample = false) =>
    changeLibrary(client, { deskId, recordingId, change, isSample, deletedKeptMs });

  return {
    async read(deskId) {
      const { held, noted } = await readShelf(client, deskId, deletedKeptMs);
      const entries = entriesIn(noted);
      const entryOf = (id: RecordingId) => entries.get(id) ?? { bookmarks: [] };
      return { held: held.map(({ held: one }) => ({ ...one, entry: entryOf(one.recordingId) })), entryOf };
    },
    change: (deskId, recordingId, change, isSample) => changeOf(deskId, recordingId, change, isSample),
    async delete(deskId, recordingId) {
      // Before the desk's own note, so that whoever dies in between has the recording looked at for nothing, and not too late.
      if (await recordings.holds(deskId, recordingId)) {
        await desks.noteSooner(recordingId, deskId, Date.now() + deletedKeptMs);
      }
      return changeOf(deskId, recordingId, { type: "delete" });
    },
    restore: (deskId, recordingId) => changeOf(deskId, recordingId, { type: "restore" }),
  };
}

/** A field is "<recording>:<aspect>", and no recording's id has a colon. */
function entriesIn(noted: Readonly<Record<string, string>>): Map<RecordingId, LibraryEntry> {
  const byRecording = new Map<RecordingId, [string, string][]>();
  for (const [field, value] of Object.entries(noted)) {
    const at = field.indexOf(":");
    if (at < 0) continue; // what keeps the key there
    const id = field.slice(0, at) as RecordingId;
    byRecording.set(id, [...(byRecording.get(id) ?? []), [field.slice(at + 1), value]]);
  }
  return new Map([...byRecording].map(([id, aspects]) => [id, entryFrom(aspects)]));
}

const BOOKMARK = "bookmark:";

function entryFrom(aspects: readonly (readonly [string, string])[]): LibraryEntry {
  const { name, pinned, zero, deleted } = Object.fromEntries(aspects) as Record<string, string | undefined>;
  const bookmarks = aspects
    .filter(([aspect]) => aspect.startsWith(BOOKMARK))
    .map(([aspect, json]) => ({
      bookmarkId: aspect.slice(BOOKMARK.length),
      ...(JSON.parse(json) as Omit<Bookmark, "bookmarkId">),
    }))
    .sort((a, b) => a.atMs - b.atMs || (a.bookmarkId < b.bookmarkId ? -1 : 1));
  return {
    ...(name ? { name } : {}),
    ...(pinned ? { isPinned: true } : {}),
    ...(zero ? { zeroMs: Number(zero) } : {}),
    bookmarks,
    ...(deleted ? { deletedAtMs: Number(deleted) } : {}),
  };
}

type Change = LibraryChange | { readonly type: "delete" | "restore" };

interface Changing {
  readonly deskId: DeskId;
  readonly recordingId: RecordingId;
  readonly change: Change;
  readonly isSample: boolean;
  readonly deletedKeptMs: number;
}

const changeLibrary = defineScript<Changing, LibraryOutcome>("change-library.lua", {
  keys: ({ deskId }) => deskKeys(deskId),
  args: ({ recordingId, change, isSample, deletedKeptMs }) => [
    recordingId,
    textOf(change),
    isSample ? "sample" : "",
    MOST_BOOKMARKS,
    MOST_FIELDS,
    deletedKeptMs,
    UNPINNED_KEPT_MS,
  ],
  reply(raw) {
    const [word, ...flat] = raw as string[];
    const aspects: [string, string][] = [];
    for (let at = 0; at + 1 < flat.length; at += 2) aspects.push([flat[at] ?? "", flat[at + 1] ?? ""]);
    return { outcome: oneOf("applied", "unchanged", "absent", "full")(word), entry: entryFrom(aspects) };
  },
});

/** As the script reads it: false removes, and an empty name is none. */
function textOf(change: Change): string {
  if (change.type !== "note") return JSON.stringify(change);
  const { name, zeroMs, ...rest } = change;
  return JSON.stringify({
    ...rest,
    ...(name === undefined ? {} : { name: name || false }),
    ...(zeroMs === undefined ? {} : { zeroMs: zeroMs ?? false }),
  });
}
