import { itemsOf, type LogEntry } from "@frontrow/protocol/entry";
import type { LiveEvent } from "@frontrow/protocol/event";

/** What a log tells of its session to the owner that goes on with it. */
export interface ReadBack {
  readonly isEmpty: boolean;
  /** Ids of its last events, newest first. */
  readonly ids: readonly string[];
  /** Event time of its last sign of life. */
  readonly lastAtMs: number;
  /** How far our clock is ahead of TikTok's, at least; undefined when no event tells. */
  readonly clockSkewMs: number | undefined;
}

export const EMPTY_READ_BACK: ReadBack = { isEmpty: true, ids: [], lastAtMs: 0, clockSkewMs: undefined };

/** Upper bound of entries read: ticks and insights stand between events, and a normal room's window of ids fits all the same. */
const MAX_ENTRIES = 1_000;
const PAGE = 100;

/** Reads a log backwards until `wanted` event ids are found, or its beginning, or 1,000 entries are read. */
export async function readBackLog(
  readPage: (limit: { entries: number; before?: string }) => Promise<readonly LogEntry[]>,
  wanted: number,
): Promise<ReadBack> {
  const ids: string[] = [];
  let readBack = EMPTY_READ_BACK;
  let before: string | undefined;
  for (let entries = 0; entries < MAX_ENTRIES && ids.length < wanted; entries += PAGE) {
    const page = await readPage({ entries: PAGE, ...(before === undefined ? {} : { before }) });
    for (const entry of page) readBack = addEntry(readBack, entry, ids);
    before = page.at(-1)?.id;
    if (page.length < PAGE) break;
  }
  return { ...readBack, ids };
}

function addEntry(readBack: ReadBack, entry: LogEntry, ids: string[]): ReadBack {
  let { lastAtMs, clockSkewMs } = readBack;
  if (entry.kind === "events") {
    for (const event of itemsOf({ ...entry, kind: "events" }).toReversed()) {
      ids.push(event.id);
      lastAtMs = Math.max(lastAtMs, event.atMs);
      clockSkewMs = smallestSkew(event, clockSkewMs);
    }
  } else if (entry.kind === "tick" || entry.kind === "control") {
    for (const { atMs } of itemsOf({ ...entry, kind: entry.kind })) lastAtMs = Math.max(lastAtMs, atMs);
  }
  return { isEmpty: false, ids, lastAtMs, clockSkewMs };
}

/** The estimate with one event more: an event never comes before it was sent, so the smallest difference is the best. */
export function smallestSkew({ type, late, atMs, sentAtMs }: LiveEvent, estimate: number | undefined): number | undefined {
  if (late || type === "gap") return estimate;
  return Math.min(estimate ?? Number.POSITIVE_INFINITY, atMs - sentAtMs);
}
