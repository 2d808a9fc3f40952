import type { LibraryEntry } from "@frontrow/protocol/library/entry";
import type { RecordingSummary } from "@frontrow/protocol/recording";
import { type ClientEvent, type DeskData, FrontrowRequestError } from "@frontrow/sdk/client";
import type { Library } from "@frontrow/sdk/library";
import { createExports } from "./library/exports.ts";
import { madeRecordings } from "./library/shelf.ts";
import { madeTimeline } from "./library/timeline.ts";
import { createReports, type ReportKind } from "./report.ts";
import { createRules } from "./rules.ts";

const UNDO_MS = 3_600_000;

/**
 * The library of a made-up desk, which holds what is changed until the page is reloaded. In the address, `recordings` is how many it
 * has, `library=failed` makes it answer nothing, and `kind` is that of its reports and viewers: `usual huge zero first making failed`.
 */
export function createLibrary(
  answer: <T>(make: () => T) => Promise<T>,
  tell: (events: readonly ClientEvent[]) => void,
  address: URLSearchParams,
  shown: () => RecordingSummary | undefined,
): { readonly recordings: () => Promise<readonly RecordingSummary[]>; readonly library: () => Promise<Library> } {
  const hasFailed = address.get("library") === "failed";
  const changed = (data: DeskData, recordingId?: string) =>
    tell([{ type: "dataChanged", data, ...(recordingId ? { recordingId } : {}) }]);
  let recordings = madeRecordings(Number(address.get("recordings") ?? 14), Date.now());
  const entries = new Map<string, LibraryEntry>();
  const exports = createExports(() => changed("exports"));

  const find = (recordingId: string): RecordingSummary => {
    const onScreen = shown();
    const found = onScreen?.recordingId === recordingId ? onScreen : recordings.find((each) => each.recordingId === recordingId);
    if (!found) throw new FrontrowRequestError("RECORDING_NOT_FOUND", `no recording ${recordingId}`, "Choose another one.");
    return found;
  };
  const entryOf = (recordingId: string): LibraryEntry => {
    const { name, isPinned, bookmarks = 0, fromMs, toMs, deletedAtMs } = find(recordingId);
    const made = Array.from({ length: bookmarks }, (_, index) => ({
      bookmarkId: `bm${index}`,
      atMs: Math.round(fromMs + ((index + 1) / (bookmarks + 1)) * (toMs - fromMs)),
      text: index === 0 ? "The moment with the gold leaf — clip this" : "",
    }));
    return {
      ...(name ? { name } : {}),
      ...(isPinned ? { isPinned } : {}),
      ...(deletedAtMs ? { deletedAtMs } : {}),
      bookmarks: made,
      ...entries.get(recordingId),
    };
  };
  /** Changes what is noted of a recording, in the list, too. */
  const note = (recordingId: string, change: (entry: LibraryEntry) => LibraryEntry): LibraryEntry => {
    const entry = change(entryOf(recordingId));
    entries.set(recordingId, entry);
    recordings = recordings.map((each) => {
      if (each.recordingId !== recordingId) return each;
      const { name: _name, isPinned: _pinned, untilMs: _until, deletedAtMs: _deleted, ...rest } = each;
      const { name, isPinned, deletedAtMs, bookmarks } = entry;
      return {
        ...rest,
        bookmarks: bookmarks.length,
        ...(name ? { name } : {}),
        ...(deletedAtMs ? { deletedAtMs } : {}),
        ...(isPinned ? { isPinned } : { untilMs: each.fromMs + 30 * 86_400_000 }),
      };
    });
    changed("recordings", recordingId);
    return entry;
  };

  const reports = createReports({
    answer,
    find,
    ids: () => recordings.map(({ recordingId }) => recordingId),
    changed: () => changed("viewers"),
    kind: (address.get("kind") ?? "usual") as ReportKind,
  });
  const library: Library = {
    search: (words) =>
      answer(() =>
        recordings.slice(1, 6).map(({ recordingId, fromMs, name }, place) => ({
          recordingId,
          isNamed: name?.toLowerCase().includes(words.toLowerCase()) ?? false,
          hits: place * 7,
          first: Array.from({ length: Math.min(10, place * 2) }, (_, hit) => ({
            kind: (["chat", "moment", "bookmark"] as const)[hit % 3] ?? "chat",
            atMs: fromMs + (hit + 1) * 61_000,
            text: hit % 2 === 0 ? `does anybody know whether ${words} comes again tonight?` : `متى ${words}؟`,
            ...(hit % 3 === 0 ? { by: "Bartholomew Featherstonehaugh-Cholmondeley" } : {}),
          })),
        })),
      ),
    recording: (id) => answer(() => ({ recording: find(id), entry: entryOf(id) })),
    change: (id, { name, isPinned, zeroMs }) =>
      answer(() =>
        note(id, (entry) => {
          const { name: oldName, isPinned: wasPinned, zeroMs: oldZeroMs, ...rest } = entry;
          const nextName = name === undefined ? oldName : (name ?? undefined);
          const nextZeroMs = zeroMs === undefined ? oldZeroMs : (zeroMs ?? undefined);
          return {
            ...rest,
            ...(nextName ? { name: nextName } : {}),
            ...((isPinned ?? wasPinned) ? { isPinned: true } : {}),
            ...(nextZeroMs === undefined ? {} : { zeroMs: nextZeroMs }),
          };
        }),
      ),
    remove: (id) =>
      answer(() => {
        note(id, (entry) => ({ ...entry, deletedAtMs: Date.now() }));
        setTimeout(() => {
          recordings = recordings.filter((each) => each.recordingId !== id || each.deletedAtMs === undefined);
        }, UNDO_MS);
      }),
    restore: (id) => answer(() => note(id, ({ deletedAtMs: _, ...entry }) => entry)),
    setBookmark: (id, bookmark) =>
      answer(() =>
        note(id, (entry) => ({
          ...entry,
          bookmarks: [...entry.bookmarks.filter((each) => each.bookmarkId !== bookmark.bookmarkId), bookmark].sort(
            (one, other) => one.atMs - other.atMs,
          ),
        })),
      ),
    removeBookmark: (id, bookmarkId) =>
      answer(() =>
        note(id, (entry) => ({ ...entry, bookmarks: entry.bookmarks.filter((each) => each.bookmarkId !== bookmarkId) })),
      ),
    timeline: (id) => answer(() => madeTimeline(find(id), address.get("lanes"))),
    ...reports,
    exportAs: (id, kind) => answer(() => exports.begin(id, kind, find(id).items)),
    exports: () => answer(() => [...exports.list()]),
    removeExport: (id) => answer(() => exports.remove(id)),
    download: () => answer(() => ({ path: "/favicon.svg", untilMs: Date.now() + 60_000 })),
    importFrom: () =>
      Promise.reject(
        new FrontrowRequestError("RECORDING_UNREADABLE", "line 2,317 is not JSON", "Give a file that Frontrow exported."),
      ),
    ...createRules(answer, tell, () => recordings),
  };
  const refused = () => Promise.reject(new FrontrowRequestError("UNAVAILABLE", "the server does not answer", "Try again."));
  return {
    recordings: () => (hasFailed ? answer(() => {}).then(refused) : answer(() => recordings)),
    library: () => (hasFailed ? refused() : Promise.resolve(library)),
  };
}
