import type { RouteBody } from "@frontrow/protocol/http";
import type { LibraryEntry } from "@frontrow/protocol/library/entry";
import type { ExportKind } from "@frontrow/protocol/library/export";
import type { Rule } from "@frontrow/protocol/library/rule";
import type { ViewerNote } from "@frontrow/protocol/library/viewer";
import type { RecordingSummary } from "@frontrow/protocol/recording";
import type { FrontrowClient, RequestOptions } from "./types.ts";

export type NewRule = Omit<Rule, "ruleId">;

/** null removes what was there. */
export interface EntryChange {
  readonly name?: string | null;
  readonly isPinned?: boolean;
  readonly zeroMs?: number | null;
}

/** What a desk does with its recordings, and what it learns from them. All reject with a `FrontrowRequestError`. */
export interface Library {
  /** Which recordings have these words in their name, chat, moments or bookmarks. */
  search(words: string, signal?: AbortSignal): Promise<RouteBody<"searchRecordings">["results"]>;
  recording(recordingId: string): Promise<RouteBody<"readRecording">>;
  change(recordingId: string, change: EntryChange): Promise<LibraryEntry>;
  remove(recordingId: string): Promise<void>;
  restore(recordingId: string): Promise<LibraryEntry>;
  /** The id is the caller's own: the same again changes the bookmark. */
  setBookmark(recordingId: string, bookmark: LibraryEntry["bookmarks"][number]): Promise<LibraryEntry>;
  removeBookmark(recordingId: string, bookmarkId: string): Promise<LibraryEntry>;
  timeline(recordingId: string): Promise<RouteBody<"readTimeline">>;
  report(recordingId: string): Promise<RouteBody<"readReport">>;
  exportAs(recordingId: string, kind: ExportKind, framesPerSecond?: number): Promise<RouteBody<"createExport">>;
  exports(): Promise<RouteBody<"listExports">["exports"]>;
  /** Cancels one that runs, deletes the file of one that is ready. */
  removeExport(exportId: string): Promise<void>;
  /** An address for a browser's own download, for a minute. */
  download(exportId: string): Promise<RouteBody<"createDownload">>;
  /** A file that was exported; the promise is kept once all of it is there. `send` may say how far it is. */
  importFrom(file: Blob, options?: Pick<RequestOptions, "signal" | "send">): Promise<RecordingSummary>;
  viewer(userId: string): Promise<RouteBody<"readViewer">>;
  noteViewer(userId: string, note: ViewerNote): Promise<ViewerNote>;
  regulars(): Promise<RouteBody<"readRegulars">>;
  rules(): Promise<readonly Rule[]>;
  setRule(ruleId: string, rule: NewRule): Promise<Rule>;
  removeRule(ruleId: string): Promise<void>;
  backTest(rule: NewRule): Promise<RouteBody<"createBackTest">>;
  backTestState(backTestId: string): Promise<RouteBody<"readBackTest">>;
}

/** An import takes as long as the file is large. */
const IMPORT_TIMEOUT_MS = 30 * 60_000;

export function createLibrary({ request }: Pick<FrontrowClient, "request">): Library {
  const recordingPath = (id: string) => `recordings/${encodeURIComponent(id)}`;
  const bookmarkPath = (id: string, bookmarkId: string) => `${recordingPath(id)}/bookmarks/${encodeURIComponent(bookmarkId)}`;
  return {
    search: async (words, signal) =>
      (
        await request<RouteBody<"searchRecordings">>("GET", `recordings/search?words=${encodeURIComponent(words)}`, {
          ...(signal ? { signal } : {}),
        })
      ).results,
    recording: (id) => request("GET", recordingPath(id)),
    change: (id, change) => request("PATCH", recordingPath(id), { body: change }),
    remove: (id) => request("DELETE", recordingPath(id)),
    restore: (id) => request("POST", `${recordingPath(id)}/restore`, { body: {} }),
    setBookmark: (id, { bookmarkId, atMs, text }) => request("PUT", bookmarkPath(id, bookmarkId), { body: { atMs, text } }),
    removeBookmark: (id, bookmarkId) => request("DELETE", bookmarkPath(id, bookmarkId)),
    timeline: (id) => request("GET", `${recordingPath(id)}/timeline`),
    report: (id) => request("GET", `${recordingPath(id)}/report`),
    exportAs: (id, kind, framesPerSecond) =>
      request("POST", `${recordingPath(id)}/exports`, {
        body: { kind, ...(framesPerSecond === undefined ? {} : { framesPerSecond }) },
      }),
    exports: async () => (await request<RouteBody<"listExports">>("GET", "exports")).exports,
    removeExport: (id) => request("DELETE", `exports/${encodeURIComponent(id)}`),
    download: (id) => request("POST", `exports/${encodeURIComponent(id)}/download`, { body: {} }),
    importFrom: (file, options) => request("POST", "recordings/import", { body: file, timeoutMs: IMPORT_TIMEOUT_MS, ...options }),
    viewer: (id) => request("GET", `viewers/${encodeURIComponent(id)}`),
    noteViewer: (id, note) => request("PUT", `viewers/${encodeURIComponent(id)}`, { body: note }),
    regulars: () => request("GET", "regulars"),
    rules: async () => (await request<RouteBody<"listRules">>("GET", "rules")).rules,
    setRule: (id, rule) => request("PUT", `rules/${encodeURIComponent(id)}`, { body: rule }),
    removeRule: (id) => request("DELETE", `rules/${encodeURIComponent(id)}`),
    backTest: (rule) => request("POST", "back-tests", { body: { rule } }),
    backTestState: (id) => request("GET", `back-tests/${encodeURIComponent(id)}`),
  };
}
