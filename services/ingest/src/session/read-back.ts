import { itemsOf, type LogEntry } from "@frontrow/protocol/entry";
import type { LiveEvent, SeenFact } from "@frontrow/protocol/event";

/** What a log tells of its session to the owner that goes on with it. */
export interface ReadBack {
  readonly isEmpty: boolean;
  /** Event time of its last sign of life. */
  readonly lastAtMs: number;
  /** What an owner before had seen up to that moment; undefined when none has told. */
  readonly seen: { readonly fact: SeenFact; readonly atMs: number } | undefined;
  /** The events after that, oldest first. */
  readonly events: readonly LiveEvent[];
  /** Event time of the first opening of its source; undefined when that was not read. */
  readonly openedAtMs: number | undefined;
  /** All that was ever seen is in these two. */
  readonly isComplete: boolean;
}

export const EMPTY_READ_BACK: ReadBack = {
  isEmpty: true,
  lastAtMs: 0,
  seen: undefined,
  events: [],
  openedAtMs: undefined,
  isComplete: true,
};

/** Upper bound of entries read: what was seen is told every twenty seconds, so it is found long before. */
const MAX_ENTRIES = 5_000;
const PAGE = 100;
/** `previous` of the first entry of a log, which was not trimmed. */
const NOTHING = "0-0";

type ReadPage = (limit: { entries: number; before?: string }) => Promise<readonly LogEntry[]>;

/** Reads a log backwards to where an owner has told what it had seen, or to its beginning, or 5,000 entries far. */
export async function readBackLog(readPage: ReadPage): Promise<ReadBack> {
  const found: Found = { lastAtMs: 0, seen: undefined, openedAtMs: undefined, newestFirst: [] };
  let oldest: LogEntry | undefined;
  for (let read = 0; read < MAX_ENTRIES && !found.seen; read += PAGE) {
    const page = await readPage({ entries: PAGE, ...(oldest === undefined ? {} : { before: oldest.id }) });
    for (const entry of page) {
      addEntry(found, entry);
      if (found.seen) break;
    }
    oldest = page.at(-1) ?? oldest;
    if (page.length < PAGE) break;
  }
  const isWhole = oldest === undefined || oldest.previous === NOTHING;
  return {
    isEmpty: oldest === undefined,
    lastAtMs: found.lastAtMs,
    seen: found.seen,
    events: found.newestFirst.toReversed(),
    openedAtMs: isWhole ? found.openedAtMs : undefined,
    isComplete: isWhole || found.seen !== undefined,
  };
}

/** Event time of a log's last sign of life. */
export async function readLastAtMs(readPage: ReadPage): Promise<number> {
  const found: Found = { lastAtMs: 0, seen: undefined, openedAtMs: undefined, newestFirst: [] };
  for (const entry of await readPage({ entries: PAGE })) addEntry(found, entry);
  return found.lastAtMs;
}

interface Found {
  lastAtMs: number;
  seen: ReadBack["seen"];
  openedAtMs: number | undefined;
  readonly newestFirst: LiveEvent[];
}

function addEntry(found: Found, entry: LogEntry): void {
  if (entry.kind === "events") {
    for (const event of itemsOf({ ...entry, kind: "events" }).toReversed()) {
      found.lastAtMs = Math.max(found.lastAtMs, event.atMs);
      if (event.type !== "gap") found.newestFirst.push(event);
    }
  } else if (entry.kind === "tick") {
    for (const { atMs, seen } of itemsOf({ ...entry, kind: "tick" }).toReversed()) {
      found.lastAtMs = Math.max(found.lastAtMs, atMs);
      if (seen) found.seen ??= { fact: seen, atMs };
    }
  } else if (entry.kind === "control") {
    for (const { type, atMs } of itemsOf({ ...entry, kind: "control" }).toReversed()) {
      found.lastAtMs = Math.max(found.lastAtMs, atMs);
      if (type === "sourceOpened") found.openedAtMs = atMs;
    }
  }
}
